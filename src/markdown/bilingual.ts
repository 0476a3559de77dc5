import type { Report } from "../source/diagnostic.ts";
import type { Edit, SourceFile } from "../source/source-text.ts";
import { SourceText } from "../source/source-text.ts";
import { bilingualBroken, bilingualIds } from "./diagnostics.ts";

/** A translated passage and its source passage, as offsets into the file. */
export interface BilingualPair {
  readonly start: number;
  readonly end: number;
  readonly target: Half;
  readonly source: Half;
}

interface Half {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

const targetOpen = '<span data-ttu-id="';
const sourceOpen = '<span class="sxs-lookup"><span data-stu-id="';

/**
 * Finds the pairs of a side-by-side page:
 * `<span data-ttu-id="ID">target</span><span class="sxs-lookup"><span data-stu-id="ID">source</span></span>`.
 *
 * The markup is generated and never varies, so a scan by `indexOf` reads it in one pass; what does not fit is reported
 * and left in the text, where Markdown ignores the tags.
 */
export function readPairs(file: SourceFile, from: number, report: Report): BilingualPair[] {
  const pairs: BilingualPair[] = [];
  const findClose = finder(file.text, "</span>");
  let at = file.text.indexOf(targetOpen, from);
  while (at >= 0) {
    const pair = readPair(file.text, at, findClose);
    if (typeof pair === "string") {
      report(bilingualBroken(file.locate(at, at + targetOpen.length), pair));
      at = file.text.indexOf(targetOpen, at + targetOpen.length);
      continue;
    }
    if (pair.target.id !== pair.source.id) {
      report(bilingualIds(file.locate(pair.start, pair.end), pair.target.id, pair.source.id));
    }
    pairs.push(pair);
    at = file.text.indexOf(targetOpen, pair.end);
  }
  return pairs;
}

/** Finds the next place at or after an offset; -1 if there is none. */
type Find = (from: number) => number;

/** `indexOf` for offsets that mostly grow: a place found far ahead is not searched again from every offset before it. */
function finder(text: string, searched: string): Find {
  let from = 0;
  let found = text.indexOf(searched);
  return (offset) => {
    if (offset < from || (found >= 0 && found < offset)) found = text.indexOf(searched, offset);
    from = offset;
    return found;
  };
}

function readPair(text: string, start: number, findClose: Find): BilingualPair | string {
  const target = readHalf(text, start + targetOpen.length, findClose);
  if (!target) return "a span that is never closed";
  const next = target.end + "</span>".length;
  if (!text.startsWith(sourceOpen, next)) return "a translated span without a source span";
  const source = readHalf(text, next + sourceOpen.length, findClose);
  if (!source) return "a source span that is never closed";
  const end = source.end + "</span></span>".length;
  if (text.slice(source.end, end) !== "</span></span>") return "a source span that is closed once";
  return { start, end, target, source };
}

/** Ids have some ten characters. */
const longestId = 100;

function readHalf(text: string, idStart: number, findClose: Find): Half | undefined {
  const idLength = text.slice(idStart, idStart + longestId).indexOf('">');
  const end = findClose(idStart);
  const idEnd = idStart + idLength;
  if (idLength < 0 || end < idEnd) return undefined;
  if (text.slice(idEnd, end).includes("<span")) return undefined;
  return { id: text.slice(idStart, idEnd), start: idEnd + 2, end };
}

/**
 * The file from `from` on, with each pair replaced by one of its halves.
 *
 * Halves are trimmed of line ends, which would cut a table row in two; an empty source half (mostly plain code that
 * needed no translation) falls back to the target half.
 */
export function projectPairs(
  file: SourceFile,
  from: number,
  pairs: readonly BilingualPair[],
  side: "source" | "target",
): SourceText {
  return SourceText.of(file).edit([
    { start: 0, end: from, with: "" },
    ...pairs.map((pair) => choose(file, pair, side)),
  ]);
}

function choose(file: SourceFile, pair: BilingualPair, side: "source" | "target"): Edit {
  const chosen = pair[side];
  const half = chosen.start === chosen.end ? pair.target : chosen;
  let { start, end } = half;
  while (start < end && isLineEnd(file.text[start])) start++;
  while (end > start && isLineEnd(file.text[end - 1])) end--;
  return { start: pair.start, end: pair.end, with: SourceText.of(file, start, end) };
}

function isLineEnd(character: string | undefined): boolean {
  return character === "\n" || character === "\r";
}

/**
 * The target-language text of a range of the file that was found in the source projection. The range is widened to
 * whole pairs, since its ends lie inside source halves.
 */
export function translateRange(
  file: SourceFile,
  pairs: readonly BilingualPair[],
  start: number,
  end: number,
): string | undefined {
  const within = pairs.slice(firstPairAfter(pairs, start), firstPairFrom(pairs, end));
  if (within.length === 0) return undefined;
  let text = "";
  let at = Math.min(start, within[0]?.start ?? start);
  for (const pair of within) {
    text += file.text.slice(at, pair.start) + file.text.slice(pair.target.start, pair.target.end).trim();
    at = pair.end;
  }
  return text + file.text.slice(at, Math.max(end, at));
}

/** Index of the first pair that ends after `offset`. */
function firstPairAfter(pairs: readonly BilingualPair[], offset: number): number {
  return search(pairs, (pair) => pair.end > offset);
}

/** Index of the first pair that starts at or after `offset`. */
function firstPairFrom(pairs: readonly BilingualPair[], offset: number): number {
  return search(pairs, (pair) => pair.start >= offset);
}

function search(pairs: readonly BilingualPair[], holds: (pair: BilingualPair) => boolean): number {
  let low = 0;
  let high = pairs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(pairs[middle] as BilingualPair)) high = middle;
    else low = middle + 1;
  }
  return low;
}
