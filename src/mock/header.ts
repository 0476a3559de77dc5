import type { MockAnswer } from "./answer.ts";

/**
 * Headers about one connection or one transfer and not about the message (RFC 9110, section 7.6.1): neither taken over
 * from upstream nor from documented examples, whose lengths and encodings are not those of what is sent.
 */
export const CONNECTION_HEADERS: ReadonlySet<string> = new Set([
  ...["connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "te", "trailer", "transfer-encoding"],
  ...["upgrade", "content-length", "content-encoding"],
]);

/** The headers of an answer as they can be sent, whatever the document says. */
export function sendableHeaders(headers: MockAnswer["headers"]): [string, string][] {
  return [...headers]
    .filter(([name]) => isToken(name) && !CONNECTION_HEADERS.has(name))
    .flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, printable(one)]));
}

function isToken(name: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(name);
}

function printable(value: string): string {
  return value.replace(/[^\t\x20-\x7e\x80-\xff]/g, "?");
}
