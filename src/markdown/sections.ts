import { slug } from "github-slugger";
import type { SourceText } from "../source/source-text.ts";
import type { Flow, Heading } from "./flow.ts";
import type { InlineReader } from "./inline.ts";
import type { Block, Section } from "./page.ts";

interface OpenSection {
  readonly id: string;
  readonly heading: Section["heading"];
  readonly level: number;
  readonly start: number;
  readonly blocks: Block[];
  readonly sections: Section[];
}

/** Builds the outline: a heading holds everything up to the next heading of its level or a higher one. */
export function readSections(
  text: SourceText,
  flow: readonly Flow[],
  inline: InlineReader,
): { blocks: Block[]; sections: Section[] } {
  const root: { blocks: Block[]; sections: Section[] } = { blocks: [], sections: [] };
  const open: OpenSection[] = [];
  const closeTo = (level: number, end: number) => {
    while ((open.at(-1)?.level ?? 0) >= level) {
      const { start, ...section } = open.pop() as OpenSection;
      (open.at(-1) ?? root).sections.push({ ...section, location: text.locate(start, end) });
    }
  };
  for (const item of flow) {
    if (item.kind !== "heading") {
      (open.at(-1) ?? root).blocks.push(item);
      continue;
    }
    closeTo(item.level, item.lineStart);
    const { level, lineStart } = item;
    open.push({ ...readHeading(text, item, inline), level, start: lineStart, blocks: [], sections: [] });
  }
  closeTo(1, text.text.length);
  return root;
}

/** `## <a name="request-body"></a>Anforderungstext`: the anchor is the slug of the heading in the source language. */
function readHeading(text: SourceText, { start, end }: Heading, inline: InlineReader): Pick<Section, "id" | "heading"> {
  const source = text.text.slice(start, end);
  // Translators put theirs first; others were there before.
  const anchors = /^(?:<a\s+(?:name|id)="([^"]*)"\s*>\s*<\/a>\s*)(?:<a\s+[^<>]*>\s*<\/a>\s*)*/.exec(source);
  const heading = inline.read(start + (anchors?.[0].length ?? 0), end);
  return { id: anchors?.[1] || slug(heading.text), heading };
}
