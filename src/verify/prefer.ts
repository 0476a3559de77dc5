import type { Example } from "../model/example.ts";
import type { Operation } from "../model/operation.ts";

/**
 * What to ask of the mock so that it gives the response of this example (RFC 7240, `Prefer`): nothing, as long as the
 * request itself says it. An error is asked for by its status, for a valid request leads to success; where the request
 * does not tell the responses apart, or the document has no such example, so is a success, and the example by its name.
 */
export function preferenceFor(
  { examples }: Operation,
  example: Example,
  { isInDocument, isRequestInDocument, statuses }: DocumentedExchange,
): string | undefined {
  const { request, response } = example;
  if (!response) return undefined;
  const { status } = response;
  const twins = examples.filter((other) => other.response && other !== example && keyOf(other) === keyOf(example));
  const isOneOfSeveral = statuses.filter((other) => other.startsWith("2")).length > 1;
  const isVague = pathOf(request.url) === undefined || !isRequestInDocument;
  const rivals = isVague ? examples.filter((other) => other !== example) : twins;
  const needsCode = status >= 300 || twins.some((twin) => twin.response?.status !== status);
  const needsName = isInDocument && rivals.some((rival) => rival.response?.status === status);
  const parts = [
    ...request.headers.filter(({ name }) => name.toLowerCase() === "prefer").map(({ value }) => value),
    ...(needsCode || ((isVague || !isInDocument || needsName) && isOneOfSeveral) ? [`code=${status}`] : []),
    ...(needsName ? [`example=${example.name}`] : []),
  ];
  return parts.length > 0 ? parts.join(", ") : undefined;
}

/** What the document has of an example, by which the mock can tell it from others. */
export interface DocumentedExchange {
  readonly isInDocument: boolean;
  /** Whether the request is in there, or has no body that could be. */
  readonly isRequestInDocument: boolean;
  /** Those of the operation that the request leads to. */
  readonly statuses: readonly string[];
}

/** Requests that are the same to a server; a placeholder may stand for any value. */
function keyOf({ request: { url, body } }: Example): string {
  return `${pathOf(url) ?? ""}\n${body?.text.trim() ?? ""}`;
}

function pathOf(url: string): string | undefined {
  return /\{[^{}]*\}|<[^<>]*>/.test(url) ? undefined : url.trim();
}
