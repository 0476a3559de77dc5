import type { PrismOperation } from "./prism.ts";

type Requirement = NonNullable<PrismOperation["security"]>[number];
type Scheme = Requirement[number];

/** Each alternative of an operation's security in words, and what `WWW-Authenticate` calls it (RFC 9110, section 11.6.1). */
export function describeSecurity(requirements: readonly Requirement[]): { text: string; challenge: string }[] {
  const alternatives = requirements.map((schemes) => ({
    text: [...new Set(schemes.map(describeScheme))].join(" and "),
    challenge: schemes.map(challengeOf).find((challenge) => challenge !== "") ?? "",
  }));
  return [...new Map(alternatives.map((alternative) => [alternative.text, alternative])).values()];
}

function describeScheme(scheme: Scheme): string {
  switch (scheme.type) {
    case "apiKey":
      return `${scheme.in} ${scheme.name}`;
    case "http":
      return scheme.scheme === "bearer"
        ? "Authorization: Bearer with a token"
        : `Authorization: ${capitalize(scheme.scheme)} with credentials`;
    case "mutualTLS":
      return "a client certificate";
    default:
      return "Authorization: Bearer with a token";
  }
}

function challengeOf(scheme: Scheme): string {
  switch (scheme.type) {
    case "apiKey":
    case "mutualTLS":
      return "";
    case "http":
      return scheme.scheme === "bearer" ? "Bearer" : `${capitalize(scheme.scheme)} realm="mock"`;
    default:
      return "Bearer";
  }
}

function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
