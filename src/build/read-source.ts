import { isUtf8 } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic, Report } from "../source/diagnostic.ts";
import { startOf } from "../source/location.ts";
import { SourceFile } from "../source/source-text.ts";
import { fileBinary, fileNotUtf8, fileTooLarge, fileUnreadable } from "./diagnostics.ts";
import { formatSystemError, isSystemError } from "./system-error.ts";

/** Megabytes that one Markdown file may have. The largest page known is 1 MB; beyond this it is a mistake or an attack. */
export const sizeLimit = 32;

const megabyte = 1024 * 1024;

/**
 * Reads one Markdown file as UTF-8, without its byte order mark; line ends stay as they are. What is not readable text
 * is reported and gives `undefined`.
 *
 * @param path relative to `root`.
 */
export function readSource(root: string, path: string, report: Report): SourceFile | undefined {
  const bytes = readBytes(root, path, report);
  if (bytes === undefined) return undefined;
  const problem = findEncodingProblem(path, bytes);
  if (problem) {
    report(problem);
    return undefined;
  }
  return new SourceFile(path, new TextDecoder().decode(bytes));
}

function readBytes(root: string, path: string, report: Report): Buffer | undefined {
  try {
    const { size } = statSync(join(root, path));
    if (size <= sizeLimit * megabyte) return readFileSync(join(root, path));
    report(fileTooLarge(startOf(path), sizeLimit, size / megabyte));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    report(fileUnreadable(startOf(path), formatSystemError(error)));
  }
  return undefined;
}

function findEncodingProblem(path: string, bytes: Buffer): Diagnostic | undefined {
  if (bytes.length >= 2 && ["fffe", "feff"].includes(bytes.toString("hex", 0, 2)))
    return fileNotUtf8(startOf(path), "UTF-16");
  if (bytes.includes(0)) return fileBinary(startOf(path));
  return isUtf8(bytes) ? undefined : locateInvalidByte(path, bytes);
}

/** No UTF-8 sequence contains a line feed, so the first line that is invalid by itself holds the first invalid byte. */
function locateInvalidByte(path: string, bytes: Buffer): Diagnostic {
  let line = 1;
  let start = bytes.toString("latin1", 0, 3) === "\u00EF\u00BB\u00BF" ? 3 : 0;
  let end = endOfLine(bytes, start);
  while (isUtf8(bytes.subarray(start, end))) {
    line += 1;
    start = end + 1;
    end = endOfLine(bytes, start);
  }
  const { column, offset } = findInvalidByte(bytes.subarray(start, end));
  const byte = bytes[start + offset]!.toString(16).toUpperCase().padStart(2, "0");
  return fileNotUtf8({ file: path, line, column, endLine: line, endColumn: column + 1 }, `the byte 0x${byte}`);
}

/** Decoding turns what is invalid into U+FFFD; one that stands in the bytes as such is valid. */
function findInvalidByte(line: Buffer): { column: number; offset: number } {
  const text = line.toString("utf8");
  let index = text.indexOf("\uFFFD");
  let offset = Buffer.byteLength(text.slice(0, index));
  while (line.toString("hex", offset, offset + 3) === "efbfbd") {
    const next = text.indexOf("\uFFFD", index + 1);
    offset += Buffer.byteLength(text.slice(index, next));
    index = next;
  }
  return { column: index + 1, offset };
}

function endOfLine(bytes: Buffer, start: number): number {
  const at = bytes.indexOf(10, start);
  return at < 0 ? bytes.length : at;
}
