import { STATUS_CODES } from "node:http";
import type { Block, Inline, Row } from "../../markdown/page.ts";
import type { SourceLocation } from "../../source/location.ts";
import { paragraphsIn, tablesIn } from "../common/outline.ts";

/** A piece of prose, or a cell of a table row that is about a status code. */
export interface Passage {
  readonly content: Inline;
  readonly status?: number;
}

/** Where a text states a status code. */
interface StatedStatus {
  readonly status: number;
  readonly at: number;
}

/** The prose of some blocks, and the cells of rows that state status codes. */
export function passagesIn(blocks: readonly Block[]): Passage[] {
  return [
    ...paragraphsIn(blocks).map(({ content }) => ({ content })),
    ...blocks.flatMap((block) => (block.kind === "list" ? block.items.map(({ content }) => ({ content })) : [])),
    ...statusRows(blocks).flatMap(({ statuses, cells }) =>
      statuses.flatMap((status) => cells.map((content) => ({ content, status }))),
    ),
  ];
}

/** A row that states status codes, with its other cells. */
export interface StatusRow {
  readonly statuses: readonly number[];
  readonly cells: readonly Inline[];
  readonly location: SourceLocation;
}

/** The rows of tables with a status code in one of their cells: `400 BadRequest`, `401, 403`. */
export function statusRows(blocks: readonly Block[]): StatusRow[] {
  return tablesIn(blocks).flatMap(({ rows }) => rows.flatMap((row) => readStatusRow(row) ?? []));
}

function readStatusRow({ cells, location }: Row): StatusRow | undefined {
  const all = cells.map(({ text }) => codesOfCell(text));
  const at = all.findIndex((codes) => codes.length > 0);
  if (at < 0) return undefined;
  const others = cells.filter(({ text }, index) => index !== at && text !== "" && !methods.test(text));
  return { statuses: all[at] ?? [], cells: others, location };
}

const methods = /^(?:GET|POST|PUT|PATCH|DELETE)$/;

/** A cell that begins with a status code, and those that follow it. */
function codesOfCell(text: string): number[] {
  if (text.length > longestCell || !/^\W*(?:HTTP\W*)?[1-5]\d\d(?![\w.%])/i.test(text)) return [];
  return [...text.matchAll(/(?<![\w.])[1-5]\d\d(?![\w.%])/g)].map(([code]) => Number(code)).filter(isStatus);
}

const longestCell = 80;

/** The status codes that passages state, each at its first place. */
export function uniqueStatuses(passages: readonly Passage[]): { status: number; location: SourceLocation }[] {
  const found = new Map<number, { status: number; location: SourceLocation }>();
  for (const { content, status: known } of passages) {
    const stated = [...(known === undefined ? [] : [known]), ...statusesIn(content).map(({ status }) => status)];
    for (const status of stated) if (!found.has(status)) found.set(status, { status, location: content.location });
  }
  return [...found.values()];
}

/** `` `200 OK` ``, `` `200, OK` ``, `` `HTTP/1.1 200 OK` ``; then those that stand without marks. */
export function statusesIn({ text, codes, markdown }: Inline): StatedStatus[] {
  let from = 0;
  const marked = codes.flatMap((code) => {
    const at = text.indexOf(code, from);
    if (at >= 0) from = at + code.length;
    const status = /^(?:HTTP(?:\/\d(?:\.\d)?)?\s*)?([1-5]\d\d)\b/i.exec(code)?.[1];
    return status === undefined ? [] : [{ status: Number(status), at: Math.max(at, 0) }];
  });
  const bold = [...markdown.matchAll(/\*\*([1-5]\d\d)\*\*/g)].map(([, code = ""]) => code);
  const strong = bold.map((code) => ({ status: Number(code), at: Math.max(text.indexOf(code), 0) }));
  return [...marked, ...strong.filter(({ status }) => isStatus(status)), ...plainStatuses(text)];
}

/** `200 OK`, `HTTP 404`, `HTTP status code 404`, `404 response`, `the 400, 403 and 404 responses`. */
function plainStatuses(text: string): StatedStatus[] {
  const found: StatedStatus[] = [];
  for (const match of text.matchAll(/(?<![\w.])[1-5]\d\d(?![\w.%]\w|[\w%])/g)) {
    const [code] = match;
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    const after = text.slice(match.index + 3, match.index + 50);
    const isNamed = /(?:\bHTTP|(?:status|response)(?:[ -](?:code|is|of|with)){1,2})[ :-]+$/i.test(before);
    if (isStatus(Number(code)) && (isNamed || isFollowed(code, after)))
      found.push({ status: Number(code), at: match.index });
  }
  return [...found, ...listedErrors(text)];
}

/** By what the code means, or by a word that says that it is one. */
function isFollowed(code: string, after: string): boolean {
  if (/^[ -](?:response|status|error|http)\b/i.test(after)) return true;
  const words = /^[\s,:(-]{1,3}([A-Za-z][A-Za-z' -]*)/.exec(after)?.[1] ?? "";
  return fold(words).startsWith(fold(STATUS_CODES[code] ?? ""));
}

function fold(words: string): string {
  return words.toLowerCase().replace(/[^a-z]/g, "");
}

/** Two codes of errors or more in a row are no numbers of anything else; the words between them are of any language. */
function listedErrors(text: string): StatedStatus[] {
  const lists = text.matchAll(
    /(?<![\w.])[45]\d\d(?:(?:\s*[,、，]\s*|\s+)(?:\p{L}{1,4}\s+)?[45]\d\d){1,12}(?![\w%]|\.\d)/gu,
  );
  return [...lists].flatMap(({ 0: list, index }) => {
    const codes = [...list.matchAll(/\d{3}/g)].map((match) => ({ status: Number(match[0]), at: index + match.index }));
    return codes.every(({ status }) => isStatus(status)) ? codes : [];
  });
}

function isStatus(code: number): boolean {
  return STATUS_CODES[code] !== undefined;
}
