import type { Json, JsonObject } from "../openapi/document.ts";
import { findPart, isObject, resolvePart } from "./json-pointer.ts";
import type { DocumentedOperation } from "./operations.ts";

/** Why the scopes of a token do not suffice. */
export interface MissingScopes {
  readonly verdict: "unauthorized" | "forbidden";
  readonly detail: string;
  /** The scopes to ask for, least privileged first as documented; each entry needs all of its scopes. */
  readonly alternatives: readonly (readonly string[])[];
}

/**
 * Checks the scopes that a bearer token claims against the operation's security requirements: `scp` for flows with a
 * user, `roles` for client credentials. The token's signature is not looked at: it is a test token.
 *
 * @returns undefined if one requirement is met, or none asks for scopes
 */
export function findMissingScopes(
  document: JsonObject,
  operation: DocumentedOperation,
  authorization: string | undefined,
): MissingScopes | undefined {
  const requirements = requirementsOf(document, operation).map((requirement) => scopesOf(document, requirement));
  if (requirements.length === 0 || requirements.some((scopes) => scopes.length === 0)) return undefined;
  const alternatives = distinct(requirements.map((scopes) => scopes.map(({ name }) => name)));
  const claims = readClaims(authorization);
  if (!claims) {
    const detail = "The token is no JWT, so that its scopes cannot be read";
    return { verdict: "unauthorized", detail, alternatives };
  }
  const isMet = requirements.some((scopes) => scopes.every(({ name, claim }) => claims[claim].includes(name)));
  if (isMet) return undefined;
  const held = [...claims.scp, ...claims.roles];
  const wanted = alternatives.map((scopes) => scopes.join(" and ")).join(", or ");
  const detail = `The token lacks the scope ${wanted}; it has ${held.length > 0 ? held.join(", ") : "none"}`;
  return { verdict: "forbidden", detail, alternatives };
}

type Claim = "scp" | "roles";

function requirementsOf(document: JsonObject, operation: DocumentedOperation): JsonObject[] {
  const own = resolvePart(document, { value: document, pointer: "" }, "security");
  const security = findPart(document, `${operation.pointer}/security`) ?? own?.value;
  return Array.isArray(security) ? security.filter(isObject) : [];
}

function scopesOf(document: JsonObject, requirement: JsonObject): { name: string; claim: Claim }[] {
  return Object.keys(requirement).flatMap((scheme) => {
    const names = requirement[scheme];
    const claim: Claim = isApplication(document, scheme) ? "roles" : "scp";
    return Array.isArray(names)
      ? names.filter((name) => typeof name === "string").map((name) => ({ name, claim }))
      : [];
  });
}

function isApplication(document: JsonObject, scheme: string): boolean {
  const root = { value: document, pointer: "" };
  const flows = resolvePart(document, root, "components", "securitySchemes", scheme, "flows");
  return (
    flows !== undefined &&
    isObject(flows.value) &&
    Object.keys(flows.value).every((flow) => flow === "clientCredentials")
  );
}

function distinct(lists: readonly (readonly string[])[]): string[][] {
  return [...new Set(lists.map((list) => list.join("\n")))].map((text) => text.split("\n"));
}

/** The claims of a JSON Web Token (RFC 7519), unverified. */
function readClaims(authorization: string | undefined): Record<Claim, string[]> | undefined {
  const payload = authorization?.replace(/^Bearer\s+/i, "").split(".")[1];
  if (payload === undefined) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString());
    return isObject(claims)
      ? { scp: readList(claims["scp"] ?? claims["scope"]), roles: readList(claims["roles"]) }
      : undefined;
  } catch {
    return undefined;
  }
}

function readList(claim: Json | undefined): string[] {
  if (typeof claim === "string") return claim.split(" ").filter((name) => name !== "");
  return Array.isArray(claim) ? claim.filter((name) => typeof name === "string") : [];
}
