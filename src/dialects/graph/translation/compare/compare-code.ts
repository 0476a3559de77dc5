import type { CodeBlock } from "../../../../markdown/page.ts";
import type { Report } from "../../../../source/diagnostic.ts";
import { lineLocation } from "../../../common/request-line.ts";
import type { PairPlaces } from "../../../dialect.ts";
import { changedCode } from "./diagnostics.ts";

/** Reports the first line of a code block that differs from the original in more than white space, and a changed annotation. */
export function compareCode(original: CodeBlock, translation: CodeBlock, report: Report, pair: PairPlaces): void {
  const right = linesOf(original);
  const found = linesOf(translation);
  right.forEach((text, line) => {
    pair(lineLocation(original, line, text), lineLocation(translation, Math.min(line, found.length - 1), text));
  });
  const at = Array.from({ length: Math.max(right.length, found.length) }, (_, index) => index).find(
    (index) => right[index] !== found[index],
  );
  if (at !== undefined) {
    const line = Math.min(at, Math.max(0, found.length - 1));
    const text = translation.text.split("\n")[line] ?? "";
    const location = found.length === 0 ? translation.location : lineLocation(translation, line, text);
    report(changedCode(location, quote(right[at]), quote(found[at])));
  }
  if (original.annotation && translation.annotation)
    pair(original.annotation.location, translation.annotation.location);
  const annotation = original.annotation && JSON.stringify(original.annotation.data);
  const translated = translation.annotation && JSON.stringify(translation.annotation.data);
  if (annotation !== undefined && annotation !== translated) {
    report(changedCode(translation.annotation?.location ?? translation.location, quote(annotation), quote(translated)));
  }
}

function linesOf({ text }: CodeBlock): string[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim());
}

function quote(line: string | undefined): string {
  if (line === undefined) return "no further line";
  return line.trim() === "" ? "an empty line" : `\`${line.trim().slice(0, 120)}\``;
}
