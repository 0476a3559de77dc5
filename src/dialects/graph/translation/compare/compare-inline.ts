import type { Inline } from "../../../../markdown/page.ts";
import type { Report } from "../../../../source/diagnostic.ts";
import { changedCode, changedLink, changedNumber } from "./diagnostics.ts";
import { numbersIn } from "./numbers-in.ts";

/** Reports what a translated passage should have kept: the targets of its links, its code spans, its numbers. */
export function compareInline(original: Inline, translation: Inline, report: Report): void {
  const at = translation.location;
  for (const [right, found] of differences(linksIn(original), linksIn(translation))) {
    report(changedLink(at, right, found === undefined ? "no such link" : `\`${found}\``));
  }
  const codes = differences(original.codes.map(foldCode), translation.codes.map(foldCode));
  for (const [right, found] of codes) {
    report(changedCode(at, `\`${right}\``, found === undefined ? "no such code span" : `\`${found}\``));
  }
  for (const [right, found] of differences(numbersIn(original), numbersIn(translation))) {
    // Small numbers are written as words in one language and not in another.
    if (found !== undefined || right.length > 1) report(changedNumber(at, right, found ?? "no such number"));
  }
}

/**
 * What the first list has and the second has not, in order, each with what the second has in its stead. Order is free: languages put
 * things in different places.
 */
export function differences(
  original: readonly string[],
  translation: readonly string[],
): (readonly [right: string, found: string | undefined])[] {
  const extra = [...translation];
  const lost = original.filter((item) => {
    const at = extra.indexOf(item);
    if (at >= 0) extra.splice(at, 1);
    return at < 0;
  });
  return lost.map((item, index) => [item, extra[index]] as const);
}

function linksIn({ links }: Inline): string[] {
  return links.map(({ href }) => withoutLocale(href));
}

/** `https://docs.microsoft.com/de-de/x` and `https://docs.microsoft.com/x` are one page in two languages. */
function withoutLocale(href: string): string {
  return href
    .replace(/^(https?:\/\/[^/]+)\/[a-z]{2,3}-(?:[a-z]{4}-)?[a-z]{2}(?=\/|$)/i, "$1")
    .replaceAll("\\", "/")
    .replace(/\/$/, "");
}

function foldCode(code: string): string {
  return code.replace(/\s+/g, " ").trim();
}
