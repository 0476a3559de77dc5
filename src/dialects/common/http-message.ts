import { STATUS_CODES } from "node:http";
import type { CodeBlock } from "../../markdown/page.ts";
import type { HttpBody, HttpHeader } from "../../model/example.ts";
import { lineLocation, readHeaderLine } from "./request-line.ts";

/** Headers and body of a request or response shown in a code block. */
export interface HttpMessage {
  readonly headers: readonly HttpHeader[];
  readonly body?: HttpBody;
}

/** The status code of a status line: `HTTP/1.1 200 OK`, `HTTP 201 Created`, `HTTP/1.1 204`, `404 Not Found`. */
export function readStatusLine(line: string): number | undefined {
  const [, code, reason] = /^\s*([1-5]\d\d)\s+(\p{L}[\p{L} -]*?)\s*$/u.exec(line) ?? [];
  const isBare = code !== undefined && STATUS_CODES[code]?.toLowerCase() === reason?.toLowerCase();
  const status = /^\s*HTTP(?:\/\d(?:\.\d)?)?\s+([1-5]\d\d)\b/i.exec(line)?.[1] ?? (isBare ? code : undefined);
  return status === undefined ? undefined : Number(status);
}

/** Whether a text begins with a status line. */
export function isResponse({ text }: { readonly text: string }): boolean {
  const lines = text.split("\n");
  return readStatusLine(lines[firstLine(lines)] ?? "") !== undefined;
}

/** Index of the first line that is not blank, or -1. */
export function firstLine(lines: readonly string[]): number {
  return lines.findIndex((line) => line.trim() !== "");
}

/** Reads the header lines and the body that follow the first line of a message. */
export function readMessage(code: CodeBlock, lines: readonly string[], from: number): HttpMessage {
  const { headers, next } = readHeaderLines(code, lines, from);
  const body = readBody(code, lines, next);
  return { headers, ...(body && { body }) };
}

/**
 * Reads header lines, up to where the body starts. The blank line between them is often missing; a line that opens a JSON value
 * or a tag starts the body all the same.
 */
export function readHeaderLines(
  code: CodeBlock,
  lines: readonly string[],
  from: number,
): { headers: HttpHeader[]; next: number } {
  const headers: HttpHeader[] = [];
  let next = from;
  for (; next < lines.length; next++) {
    const line = lines[next] ?? "";
    const header = readHeaderLine(line);
    // Pages put an empty line between two headers, and before the first one.
    if (line.trim() === "" && commonHeader.test(lines[next + 1] ?? "")) continue;
    if (!header) break;
    headers.push({ ...header, location: lineLocation(code, next, line) });
  }
  while (next < lines.length && (lines[next] ?? "").trim() === "") next++;
  return { headers, next };
}

const commonHeader =
  /^\s*(?:content-(?:type|length)|accept|authorization|consistencylevel|if-(?:none-)?match|prefer)\s*:/i;

/** The body from line `from` on, without the blank lines around it. */
export function readBody(code: CodeBlock, lines: readonly string[], from: number): HttpBody | undefined {
  let start = from;
  let end = lines.length;
  while (start < end && (lines[start] ?? "").trim() === "") start++;
  while (end > start && (lines[end - 1] ?? "").trim() === "") end--;
  if (start >= end) return undefined;
  const line = code.textLocation.line + start;
  const column = code.indent + 1;
  const last = lines[end - 1] ?? "";
  return {
    text: lines.slice(start, end).join("\n"),
    indent: code.indent,
    location: {
      file: code.location.file,
      line,
      column,
      endLine: code.textLocation.line + end - 1,
      endColumn: column + last.length,
    },
  };
}
