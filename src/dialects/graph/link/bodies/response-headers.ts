import type { ResponseHeader } from "../../../../model/operation.ts";
import type { TypeRef } from "../../../../model/type-ref.ts";
import type { ResponseExample } from "../../example-facts.ts";
import type { OperationFacts } from "../../facts.ts";

/** `Location` is what makes a redirect or a long-running operation usable: examples show it, or the text names it. */
export function linkHeaders(
  status: string,
  shown: readonly ResponseExample[],
  { response }: OperationFacts,
): ResponseHeader[] {
  const headers = new Map<string, ResponseHeader>();
  const type: TypeRef = { kind: "primitive", name: "string" };
  for (const { name, value, location } of shown.flatMap((example) => example.headers)) {
    const key = name.toLowerCase();
    if (/^(?:content-type|content-length|date|connection|transfer-encoding)$/.test(key) || headers.has(key)) continue;
    headers.set(key, { name, type, location, ...(value && { example: value }) });
  }
  for (const { name, status: stated, location } of response.headers) {
    const isMeant = stated === undefined ? /^(?:201|202|3\d\d)$/.test(status) : String(stated) === status;
    if (isMeant && !headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), { name, type, location });
  }
  return status === "204" ? [] : [...headers.values()];
}
