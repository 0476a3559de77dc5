import type { RequestLine } from "../../common/request-line.ts";
import type { OperationFacts, ParameterFacts } from "../facts.ts";

/**
 * Parameters of a function that the request line leaves out, wherever the page lists them (a GET has no body). They go in the
 * query string, as OData 4.01 allows (URL conventions, section 4.5.1.1: implicit parameter aliases).
 */
export function rowsLeftOut(request: RequestLine, facts: OperationFacts): ParameterFacts[] {
  if (request.method !== "get" && request.method !== "post") return [];
  const inBody = facts.requestBody.properties.map((property): ParameterFacts => ({ ...property, in: "function" }));
  const inTables = facts.parameters.filter((row) => row.in === "function" || row.in === "path");
  const rows = request.method === "get" ? [...inTables, ...inBody] : inTables;
  if (rows.length === 0) return [];
  const inPaths = new Set(
    [...ownNames(request), ...facts.requests.flatMap((line) => foreignNames(line, request))].map(fold),
  );
  const hasKeys = request.path.placeholders.length > 0;
  return rows
    .filter((row) => !inPaths.has(fold(row.name)) && !(hasKeys && isKeyName(row.name)))
    .map((row) => ({ ...row, required: false }));
}

function ownNames({ path }: RequestLine): string[] {
  return path.placeholders.flatMap(({ argument, name }) => [argument ?? name, name]);
}

/** The names of keys and of values in the query of any line, and of the arguments of functions that this line does not call. */
function foreignNames(other: RequestLine, { path }: RequestLine): string[] {
  const segments = path.path.toLowerCase().split("/");
  const keys = other.path.placeholders.filter(({ argument }) => argument === undefined);
  const calls = [...other.path.path.matchAll(/([\w.]+)\(([^()]*)\)/g)];
  const foreign = calls.filter(([, name = ""]) => !segments.includes(name.toLowerCase()));
  return [
    ...keys.flatMap(({ name, documentedName }) => [name, documentedName]),
    ...other.query.flatMap(({ value }) => [...value.matchAll(/[{<]([^{}<>]*)[}>]/g)].map(([, name = ""]) => name)),
    ...foreign.flatMap(([, , written = ""]) => written.split(",").map((argument) => argument.split("=", 1)[0] ?? "")),
  ];
}

/** `id` and `userId` describe the keys of the path under another name. */
function isKeyName(name: string): boolean {
  return /(?:^|[a-z_-])id$/i.test(name) || /^(?:path|filename|item-path)$/i.test(name);
}

/** A name as tables and paths agree on it: `item-id`, `itemId`. */
export function fold(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
