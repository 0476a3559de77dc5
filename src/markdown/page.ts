import type { Located, SourceLocation } from "../source/location.ts";

/** One docs file, read but not yet interpreted. Says what is on the page, never what it means. */
export interface Page extends Located {
  /** Path relative to the docs root, with `/` as separator. */
  readonly file: string;
  /** BCP 47 tag of the language of `Inline.text`, e.g. `en-US`. */
  readonly language: string;
  /** BCP 47 tag of the language of `Inline.translation`, on side-by-side pages. */
  readonly translationLanguage?: string;
  /** YAML front matter; empty if there is none or it cannot be read. */
  readonly frontMatter: Readonly<Record<string, unknown>>;
  /** What stands before the first heading. */
  readonly blocks: readonly Block[];
  /** The outline: normally one level 1 section that holds all others. */
  readonly sections: readonly Section[];
  /** JSON annotations that stand before no code block. */
  readonly annotations: readonly Annotation[];
}

/** A heading and what follows it, up to the next heading of the same or a higher level. */
export interface Section extends Located {
  /** Language-neutral name: the heading's `<a name>` anchor, else its slug as GitHub makes it. Not unique. */
  readonly id: string;
  readonly heading: Inline;
  /** 1 to 6. */
  readonly level: number;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

/** A piece of a page, without headings. */
export type Block = Paragraph | List | Table | CodeBlock;

/** Running text. */
export interface Paragraph extends Located {
  readonly kind: "paragraph";
  readonly content: Inline;
  /** Of a block quote: its alert word in lower case (`note`, `important`, ...), or `quote`. */
  readonly quote?: string;
  /** Whether the block before it is of the same quote. */
  readonly goesOn?: true;
  readonly tab?: string;
}

/** A bullet or numbered list. */
export interface List extends Located {
  readonly kind: "list";
  readonly items: readonly ListItem[];
  /** Number of the first item, if they are numbered. */
  readonly start?: number;
  /** As of a paragraph. */
  readonly quote?: string;
  /** As of a paragraph. */
  readonly goesOn?: true;
  readonly tab?: string;
}

/** A list item: its first paragraph, and the blocks that follow inside it. */
export interface ListItem extends Located {
  readonly content: Inline;
  readonly blocks: readonly Block[];
}

/** A table. Every row has as many cells as the header. */
export interface Table extends Located {
  readonly kind: "table";
  readonly header: readonly Inline[];
  readonly rows: readonly Row[];
  readonly tab?: string;
}

/** A table row. */
export interface Row extends Located {
  readonly cells: readonly Inline[];
}

/** A fenced or indented code block. */
export interface CodeBlock extends Located {
  readonly kind: "code";
  /** First word of the info string in lower case; empty if there is none. */
  readonly language: string;
  /** The whole info string. */
  readonly info: string;
  readonly text: string;
  /** Where `text` starts. */
  readonly textLocation: SourceLocation;
  /** Columns by which the lines of the block are indented in the file. */
  readonly indent: number;
  /** The JSON comment that describes this block. */
  readonly annotation?: Annotation;
  /** Name of the tab the block stands in, e.g. `csharp`. */
  readonly tab?: string;
}

/** A JSON object inside an HTML comment, as Microsoft's docs tools use them. */
export interface Annotation extends Located {
  readonly data: Readonly<Record<string, unknown>>;
}

/** Inline content: its plain text, its Markdown, and the links and code spans within it. */
export interface Inline extends Located {
  /** Plain text: marks, tags and invisible characters removed; `<br>` is a line feed. */
  readonly text: string;
  /** The Markdown as written. */
  readonly markdown: string;
  /** The Markdown in the language of `Page.translationLanguage`. */
  readonly translation?: string;
  readonly links: readonly Link[];
  /** Texts of the code spans, in order. */
  readonly codes: readonly string[];
}

/** A link. */
export interface Link {
  readonly text: string;
  readonly href: string;
}
