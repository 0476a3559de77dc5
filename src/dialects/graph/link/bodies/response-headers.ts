import type { ResponseHeader } from "../../../../model/operation.ts";
import type { TypeRef } from "../../../../model/type-ref.ts";
import type { ResponseExample } from "../../example-facts.ts";
import type { OperationFacts, ResponseFacts } from "../../facts.ts";

/**
 * `Location` is what makes a redirect or a long-running operation usable: examples show it, the text names it, or a table lists it. Each
 * header is spelt as in the first of these, and described as in the table.
 */
export function linkHeaders(
  status: string,
  shown: readonly ResponseExample[],
  { response }: OperationFacts,
): ResponseHeader[] {
  if (status === "204") return [];
  const headers = new Map<string, ResponseHeader>();
  for (const header of [
    ...shownHeaders(shown),
    ...namedHeaders(status, response),
    ...listedHeaders(status, response),
  ]) {
    const key = header.name.toLowerCase();
    const { description } = header;
    headers.set(key, { ...(description && { description }), ...(headers.get(key) ?? header) });
  }
  return [...headers.values()];
}

const string: TypeRef = { kind: "primitive", name: "string" };

function shownHeaders(shown: readonly ResponseExample[]): ResponseHeader[] {
  return shown
    .flatMap(({ headers }) => headers)
    .filter(({ name }) => !/^(?:content-type|content-length|date|connection|transfer-encoding)$/i.test(name))
    .map(({ name, value, location }) => ({ name, type: string, location, ...(value && { example: value }) }));
}

function namedHeaders(status: string, { headers }: ResponseFacts): ResponseHeader[] {
  const isMeant = (stated: number | undefined) =>
    stated === undefined ? /^(?:201|202|3\d\d)$/.test(status) : String(stated) === status;
  return headers
    .filter(({ status: stated }) => isMeant(stated))
    .map(({ name, location }) => ({ name, type: string, location }));
}

function listedHeaders(status: string, { headerRows }: ResponseFacts): ResponseHeader[] {
  return /^[23]/.test(status) ? headerRows.map((row) => ({ ...row, type: string })) : [];
}
