import MarkdownIt, { type Env, type Token } from "markdown-it";
import type { Report } from "../source/diagnostic.ts";
import type { SourceText } from "../source/source-text.ts";
import { textTooLong } from "./diagnostics.ts";
import type { Inline, Link } from "./page.ts";

/** Gives the translation of a range of the text, if it has one. */
export type Translate = (start: number, end: number) => string | undefined;

/**
 * Reads inline Markdown with CommonMark's rules. HTML tags are read and dropped (`<br>` is a line feed); reference
 * links resolve against the definitions that the block parser left in `references`.
 */
export class InlineReader {
  readonly #parser = new MarkdownIt("commonmark");
  readonly #text: SourceText;
  readonly #references: Env;
  readonly #translate: Translate;
  readonly #report: Report;

  constructor(text: SourceText, references: Env, translate: Translate, report: Report) {
    this.#text = text;
    this.#references = references;
    this.#translate = translate;
    this.#report = report;
  }

  /** The content of the characters from `start` to `end`; pass `markdown` where lines carry marks, as in quotes. */
  read(start: number, end: number, markdown: string = this.#text.text.slice(start, end)): Inline {
    const translation = this.#translate(start, end);
    const source = markdown.replaceAll("\\|", "|");
    const excess = findExcess(source);
    if (excess !== undefined) this.#report(textTooLong(this.#text.locate(start, end), excess));
    return {
      ...(excess === undefined ? this.#readContent(source) : { text: clean(source), links: [], codes: [] }),
      markdown: source.trim(),
      ...(translation !== undefined && { translation: translation.replaceAll("\\|", "|").trim() }),
      location: this.#text.locate(start, end),
    };
  }

  #readContent(markdown: string): Pick<Inline, "text" | "links" | "codes"> {
    if (!/[\\`*_[\]<&!]| {2}\n/.test(markdown)) {
      return { text: clean(markdown.replaceAll("\n", " ")), links: [], codes: [] };
    }
    const content = new Content();
    for (const token of this.#parser.parseInline(markdown, this.#references)[0]?.children ?? []) content.add(token);
    return content.finish();
  }
}

/** Characters of a cell or paragraph that are read as Markdown, and brackets among them, each of which may open a link or tag. */
const longest = 64 * 1024;
const mostBrackets = 2000;

/** What makes a text one on which Markdown parsers take quadratic time. */
function findExcess(markdown: string): string | undefined {
  if (markdown.length <= mostBrackets) return undefined;
  if (markdown.length > longest) return `${Math.round(markdown.length / 1024)} kB`;
  const brackets = markdown.match(/[[<]/g)?.length ?? 0;
  return brackets > mostBrackets ? `${brackets} brackets` : undefined;
}

/** Collects the text, the links and the code spans of a run of tokens. */
class Content {
  #text = "";
  readonly #links: Link[] = [];
  readonly #codes: string[] = [];
  #open: { href: string; from: number } | undefined;

  add(token: Token): void {
    switch (token.type) {
      case "text":
      case "text_special":
        this.#text += token.content;
        break;
      case "code_inline":
        this.#text += token.content;
        this.#codes.push(clean(token.content));
        break;
      case "softbreak":
        this.#text += " ";
        break;
      case "hardbreak":
        this.#text += "\n";
        break;
      case "html_inline":
        this.#text += breakOf(token.content);
        break;
      case "image":
        this.#text += token.content;
        break;
      case "link_open":
        this.#open = { href: String(token.attrGet("href") ?? ""), from: this.#text.length };
        break;
      case "link_close":
        if (this.#open)
          this.#links.push({ text: clean(this.#text.slice(this.#open.from)), href: decode(this.#open.href) });
        this.#open = undefined;
        break;
    }
  }

  finish(): Pick<Inline, "text" | "links" | "codes"> {
    return { text: clean(this.#text), links: this.#links, codes: this.#codes };
  }
}

/** Tags that separate what stands around them. */
function breakOf(tag: string): string {
  if (/^<\/?(?:br|p|div|ul|ol|tr)\b/i.test(tag)) return "\n";
  if (/^<\/?(?:li|td|th)\b/i.test(tag)) return "\n";
  return "";
}

/** Links are percent-encoded by the parser; file names are compared as written. */
function decode(href: string): string {
  try {
    return decodeURI(href);
  } catch (error) {
    if (error instanceof URIError) return href;
    throw error;
  }
}

/** Removes invisible characters and folds white space; line feeds stay. */
function clean(text: string): string {
  return text
    .replace(/[\u200B-\u200F\u2060\uFEFF\u00AD]/g, "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[ \n]*/g, "\n")
    .trim();
}
