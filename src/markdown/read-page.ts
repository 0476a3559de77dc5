import type { Report } from "../source/diagnostic.ts";
import type { Edit, SourceFile, SourceText } from "../source/source-text.ts";
import type { PlacedAnnotation } from "./annotation-queue.ts";
import { type BilingualPair, projectPairs, readPairs, translateRange } from "./bilingual.ts";
import { readBlocks } from "./blocks.ts";
import { readFrontMatter } from "./front-matter.ts";
import { expandIncludes, findIncludes, type ResolveInclude } from "./include.ts";
import type { Page } from "./page.ts";
import { repair } from "./repair.ts";
import { readSections } from "./sections.ts";

/** What a page is read with. */
export interface ReadPageOptions {
  /** Finds included files; without it every include is reported as unresolved. */
  readonly include?: ResolveInclude;
  /** Which half of a side-by-side page is read. Default: `source`, with the translation of each passage beside it. */
  readonly side?: "source" | "target";
}

const noIncludes: ResolveInclude = () => ({ problem: "no access to other files" });

/** The language that pages are written in unless they say otherwise. */
const defaultLanguage = "en-US";

/**
 * Reads one page. Any text gives a page; problems go to `report`.
 *
 * Side-by-side pages are read in their source language, with the translation of each passage beside it; includes are
 * read in place, and what they say is located in the included file.
 */
export function readPage(file: SourceFile, options: ReadPageOptions, report: Report): Page {
  const { include = noIncludes, side = "source" } = options;
  const reader = new PageReader(include, side, report);
  const frontMatter = readFrontMatter(file, report);
  const text = reader.readText(file, frontMatter.end, [file]);
  const { flow, inline, unused } = readBlocks(
    text,
    reader.annotationsIn(text),
    (a, b) => reader.translate(text, a, b),
    report,
  );
  const locale = frontMatter.data["ms.contentlocale"];
  const language = typeof locale === "string" && locale !== "" ? locale : defaultLanguage;
  const isBilingual = side === "source" && reader.isBilingual(file);
  return {
    file: file.path,
    language: isBilingual ? defaultLanguage : language,
    ...(isBilingual && { translationLanguage: language }),
    frontMatter: frontMatter.data,
    ...readSections(text, flow, inline),
    annotations: unused,
    location: file.locate(0, file.text.length),
  };
}

/** Turns files into text that can be parsed, and remembers what was taken out on the way. */
class PageReader {
  readonly #include: ResolveInclude;
  readonly #side: "source" | "target";
  readonly #report: Report;
  readonly #pairs = new Map<SourceFile, readonly BilingualPair[]>();
  readonly #annotations = new Map<SourceText, readonly PlacedAnnotation[]>();

  constructor(include: ResolveInclude, side: "source" | "target", report: Report) {
    this.#include = include;
    this.#side = side;
    this.#report = report;
  }

  readText(file: SourceFile, from: number, chain: readonly SourceFile[]): SourceText {
    const pairs = readPairs(file, from, this.#report);
    this.#pairs.set(file, pairs);
    const repaired = repair(projectPairs(file, from, pairs, this.#side), this.#report);
    this.#annotations.set(repaired.text, repaired.annotations);
    return expandIncludes(repaired.text, findIncludes(repaired.text.text, repaired.fences), {
      resolve: (path) => this.#include(path, file),
      isOpen: (inner) => chain.some(({ path }) => path === inner.path),
      read: (inner) => this.readText(inner, readFrontMatter(inner, this.#report).end, [...chain, inner]),
      edit: (text, edits) => this.#edit(text, edits),
      report: this.#report,
    });
  }

  annotationsIn(text: SourceText): readonly PlacedAnnotation[] {
    return this.#annotations.get(text) ?? [];
  }

  isBilingual(file: SourceFile): boolean {
    return (this.#pairs.get(file)?.length ?? 0) > 0;
  }

  translate(text: SourceText, start: number, end: number): string | undefined {
    if (end <= start || this.#side === "target") return undefined;
    const origin = text.originOf(start, end);
    if (!origin) return undefined;
    const pairs = this.#pairs.get(origin.file) ?? [];
    return translateRange(origin.file, pairs, origin.start, origin.end);
  }

  /** Edits a text, and remembers where its annotations stand then. */
  #edit(text: SourceText, edits: readonly Edit[]): SourceText {
    const edited = text.edit(edits);
    this.#annotations.set(edited, this.#place(this.annotationsIn(text), edits));
    return edited;
  }

  /** Where annotations stand once includes have taken their place, those of the included texts among them. */
  #place(annotations: readonly PlacedAnnotation[], edits: readonly Edit[]): PlacedAnnotation[] {
    const placed: PlacedAnnotation[] = [];
    let shift = 0;
    let next = 0;
    for (const edit of edits) {
      for (; (annotations[next]?.at ?? Number.POSITIVE_INFINITY) <= edit.start; next++) {
        placed.push(moved(annotations[next] as PlacedAnnotation, shift));
      }
      if (typeof edit.with !== "string") {
        for (const inner of this.annotationsIn(edit.with)) placed.push(moved(inner, edit.start + shift));
      }
      const length = typeof edit.with === "string" ? edit.with.length : edit.with.text.length;
      shift += length - (edit.end - edit.start);
    }
    return [...placed, ...annotations.slice(next).map((annotation) => moved(annotation, shift))];
  }
}

function moved({ at, annotation }: PlacedAnnotation, by: number): PlacedAnnotation {
  return { at: at + by, annotation };
}
