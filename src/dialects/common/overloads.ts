/**
 * The paths that a line with optional arguments stands for, the shortest first: `weigh(unit={unit}[,exact={exact}])` is
 * `weigh(unit={unit})` and `weigh(unit={unit},exact={exact})`. Of several optional parts each needs those before it, as in most
 * languages; so do those inside of others. The last path has all of them.
 */
export function overloadsOf(path: string): string[] {
  const parts = optionalParts(path).slice(0, mostParts);
  return [...parts.keys(), parts.length].map((count) => withParts(path, parts, count));
}

/** More is an attack; what has so many arguments is no path anyway. */
const mostParts = 60;

/** Where an optional part begins and ends, by its brackets. */
interface OptionalPart {
  readonly start: number;
  readonly end: number;
}

/** In the order of their opening brackets. Lists of values (`rows=[1,2]`) and what stands in quotes are none. */
function optionalParts(path: string): OptionalPart[] {
  const open: { start: number; isPart: boolean }[] = [];
  const parts: OptionalPart[] = [];
  let isInQuotes = false;
  for (let at = 0; at < path.length; at++) {
    const character = path[at];
    if (character === "'") isInQuotes = !isInQuotes;
    else if (isInQuotes) continue;
    else if (character === "[") open.push({ start: at, isPart: startsArgument(path, at) });
    else if (character === "]") {
      const { start, isPart } = open.pop() ?? { start: at, isPart: false };
      if (isPart) parts.push({ start, end: at });
    }
  }
  return parts.sort((a, b) => a.start - b.start);
}

/** `[,exact={exact}]`, `[unit='{unit}',]`, `[(unit='{unit}')]`. */
function startsArgument(path: string, bracket: number): boolean {
  return /^\[\s*[,(]?\s*@?[\w.]{1,200}\s*=/.test(path.slice(bracket, bracket + 250));
}

/** A path with the first of its optional parts, and without the others; the commas between arguments are mended. */
function withParts(path: string, parts: readonly OptionalPart[], count: number): string {
  if (parts.length === 0) return path;
  const brackets = new Set(parts.flatMap(({ start, end }) => [start, end]));
  const leftOut = new Map(parts.slice(count).map(({ start, end }) => [start, end]));
  let written = "";
  for (let at = 0; at < path.length; at++) {
    at = leftOut.get(at) ?? at;
    if (!brackets.has(at)) written += path[at];
  }
  return written
    .replace(/,(?:\s*,)+/g, ",")
    .replace(/\(\s*,/g, "(")
    .replace(/,\s*\)/g, ")");
}
