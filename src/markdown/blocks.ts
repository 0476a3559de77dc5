import MarkdownIt, { type Env, type Token } from "markdown-it";
import type { Report } from "../source/diagnostic.ts";
import { lineStartsOf } from "../source/line-starts.ts";
import type { SourceText } from "../source/source-text.ts";
import { AnnotationQueue, type PlacedAnnotation } from "./annotation-queue.ts";
import type { Flow } from "./flow.ts";
import { readHeadingLine } from "./heading.ts";
import { indentOf } from "./indent.ts";
import { InlineReader, type Translate } from "./inline.ts";
import { deepestNesting } from "./limit-nesting.ts";
import type { Annotation, Block, CodeBlock, List, ListItem, Paragraph } from "./page.ts";
import { joinQuote } from "./quote.ts";
import { type LineSpan, readTable } from "./table.ts";

/**
 * The blocks of a text in document order.
 *
 * Only markdown-it's block rules run; inline content is read from the source lines, which keeps its positions.
 * Setext headings and HTML blocks are off: the docs have neither, and both would swallow text (`---` ends tabs).
 */
export function readBlocks(
  text: SourceText,
  annotations: readonly PlacedAnnotation[],
  translate: Translate,
  report: Report,
): { flow: Flow[]; inline: InlineReader; unused: Annotation[] } {
  const parser = new MarkdownIt("commonmark", { maxNesting: deepestNesting })
    .enable("table")
    .disable(["lheading", "html_block"]);
  parser.core.ruler.disable(["inline"]);
  const references: Env = {};
  const tokens = parser.parse(text.text, references);
  const reader = new BlockReader(
    text,
    tokens,
    new InlineReader(text, references, translate, report),
    annotations,
    report,
  );
  return { flow: reader.readAll(), inline: reader.inline, unused: reader.annotations.unused() };
}

class BlockReader {
  readonly inline: InlineReader;
  readonly #text: SourceText;
  readonly #tokens: readonly Token[];
  readonly #lineStarts: readonly number[];
  readonly annotations: AnnotationQueue;
  readonly #report: Report;
  #at = 0;
  #tab: string | undefined;

  constructor(
    text: SourceText,
    tokens: readonly Token[],
    inline: InlineReader,
    annotations: readonly PlacedAnnotation[],
    report: Report,
  ) {
    this.#text = text;
    this.#tokens = tokens;
    this.inline = inline;
    this.annotations = new AnnotationQueue(annotations, text.text);
    this.#report = report;
    this.#lineStarts = lineStartsOf(text.text);
  }

  readAll(): Flow[] {
    const flow: Flow[] = [];
    while (this.#at < this.#tokens.length) for (const item of this.#readBlock(undefined)) flow.push(item);
    return flow;
  }

  #readBlock(quote: string | undefined): Flow[] {
    const token = this.#tokens[this.#at] as Token;
    switch (token.type) {
      case "heading_open":
        return this.#readHeading(token, quote);
      case "paragraph_open":
        this.#at += 3;
        return this.#readParagraph(token, quote);
      case "fence":
      case "code_block":
        this.#at++;
        return [this.#readCode(token)];
      case "table_open":
        return [this.#readTable(token)];
      case "bullet_list_open":
      case "ordered_list_open":
        return [this.#readList(token, quote)];
      case "blockquote_open":
        return this.#readQuote();
      case "hr":
        this.#tab = undefined;
        this.#at++;
        return [];
      default:
        this.#at++;
        return [];
    }
  }

  #readHeading(token: Token, quote: string | undefined): Flow[] {
    this.#at += 3;
    const line = this.#line(token.map?.[0] ?? 0);
    const heading = readHeadingLine(this.#text.text.slice(line.start, line.end));
    this.#tab = "tab" in heading ? heading.tab : undefined;
    if ("tab" in heading) return [];
    const [start, end] = [line.start + heading.start, line.start + heading.end];
    if (quote !== undefined) return [this.#readQuotedHeading(start, end, quote)];
    return [{ kind: "heading", level: Number(token.tag.slice(1)), lineStart: line.start, start, end }];
  }

  /** A heading inside a quote titles the quote, not a part of the page. */
  #readQuotedHeading(start: number, end: number, quote: string): Paragraph {
    const content = this.inline.read(start, end);
    return { kind: "paragraph", content, location: content.location, quote, ...this.#tabOf() };
  }

  #readParagraph(token: Token, quote: string | undefined): Paragraph[] {
    const { start, end } = this.#lines(token);
    const raw = this.#text.text.slice(start, end);
    const lead = /^[ \t]*(?:>[ \t]?)*[ \t]*/.exec(raw)?.[0].length ?? 0;
    const markdown = raw.slice(lead).replace(/\n[ \t]*(?:>[ \t]?)*[ \t]*/g, "\n");
    const from = start + lead;
    const alert = quote === undefined ? null : /^\[!(\w+)\][ \t]*\n?/.exec(markdown);
    const skipped = alert?.[0].length ?? 0;
    const content = this.inline.read(from, end, markdown.slice(skipped));
    if (alert && content.text === "") return [];
    return [{ kind: "paragraph", content, location: content.location, ...(quote && { quote }), ...this.#tabOf() }];
  }

  #readQuote(): Flow[] {
    const close = this.#closeOf(this.#at);
    const { start, end } = this.#lines(this.#tokens[this.#at] as Token);
    const alert = /^[ \t>]*\[!(\w+)\]/.exec(this.#text.text.slice(start, Math.min(end, start + 80)));
    this.#at++;
    const flow: Flow[] = [];
    const quote = alert?.[1]?.toLowerCase() ?? "quote";
    while (this.#at < close) for (const item of this.#readBlock(quote)) flow.push(item);
    this.#at = close + 1;
    return joinQuote(flow);
  }

  #readCode(token: Token): CodeBlock {
    const { start, end } = this.#lines(token);
    const isFence = token.type === "fence";
    const firstLine = this.#line((token.map?.[0] ?? 0) + (isFence ? 1 : 0));
    const indent = indentOf(this.#text.text.slice(firstLine.start, firstLine.end), token.content);
    const textStart = Math.min(firstLine.start + indent, end);
    const annotation = this.annotations.takeBefore(start);
    return {
      kind: "code",
      language: (token.info.trim().split(/\s/)[0] ?? "").toLowerCase(),
      info: token.info.trim(),
      text: token.content.replace(/\r?\n$/, ""),
      textLocation: this.#text.locate(textStart, Math.max(textStart, Math.min(textStart + 1, end))),
      indent,
      location: this.#text.locate(start, end),
      ...(annotation && { annotation }),
      ...this.#tabOf(),
    };
  }

  #readTable(token: Token): Block {
    const lines: LineSpan[] = [];
    for (let line = token.map?.[0] ?? 0; line < (token.map?.[1] ?? 0); line++) lines.push(this.#line(line));
    this.#at = this.#closeOf(this.#at) + 1;
    return { ...readTable(this.#text, lines, this.inline, this.#report), ...this.#tabOf() };
  }

  #readList(token: Token, quote: string | undefined): List {
    const close = this.#closeOf(this.#at);
    const { start, end } = this.#lines(token);
    const items: ListItem[] = [];
    this.#at++;
    while (this.#at < close) items.push(this.#readItem());
    this.#at = close + 1;
    return {
      kind: "list",
      items,
      location: this.#text.locate(start, end),
      ...(token.type === "ordered_list_open" && { start: Number(token.attrGet("start") ?? 1) }),
      ...(quote && { quote }),
      ...this.#tabOf(),
    };
  }

  #readItem(): ListItem {
    const token = this.#tokens[this.#at] as Token;
    const close = this.#closeOf(this.#at);
    const { start, end } = this.#lines(token);
    this.#at++;
    const blocks: Block[] = [];
    let content: ListItem["content"] | undefined;
    while (this.#at < close) {
      const first = this.#tokens[this.#at] as Token;
      if (content === undefined && /^(?:paragraph|heading)_open$/.test(first.type)) {
        content = this.#readItemText(first);
        this.#at += 3;
      } else {
        for (const block of this.#readBlock(undefined)) if (block.kind !== "heading") blocks.push(block);
      }
    }
    this.#at = close + 1;
    return { content: content ?? this.inline.read(start, start), blocks, location: this.#text.locate(start, end) };
  }

  #readItemText(token: Token): ListItem["content"] {
    const { start, end } = this.#lines(token);
    const raw = this.#text.text.slice(start, end);
    const lead = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)]|#{1,6})[ \t]+)*/.exec(raw)?.[0].length ?? 0;
    return this.inline.read(start + lead, end, raw.slice(lead).replace(/\n[ \t>]*/g, "\n"));
  }

  #closeOf(open: number): number {
    const token = this.#tokens[open] as Token;
    const type = token.type.replace(/_open$/, "_close");
    let at = open + 1;
    while (at < this.#tokens.length && !(this.#tokens[at]?.type === type && this.#tokens[at]?.level === token.level))
      at++;
    return at;
  }

  #tabOf(): { tab: string } | undefined {
    return this.#tab === undefined ? undefined : { tab: this.#tab };
  }

  #lines(token: Token): LineSpan {
    const [first, last] = token.map ?? [0, 0];
    const start = this.#line(first).start;
    return { start, end: Math.max(start, last > first ? this.#line(last - 1).end : start) };
  }

  #line(line: number): LineSpan {
    const { length } = this.#text.text;
    const start = Math.min(this.#lineStarts[line] ?? length, length);
    const next = this.#lineStarts[line + 1];
    return { start, end: next === undefined ? length : next - 1 };
  }
}
