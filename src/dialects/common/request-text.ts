import type { Block } from "../../markdown/page.ts";
import type { Report } from "../../source/diagnostic.ts";
import type { Located } from "../../source/location.ts";
import { requestRepaired } from "./diagnostics.ts";
import { type RequestLine, readRequestLine } from "./request-line.ts";

/** Request lines outside of code blocks, in text, lists and tables: they are reported, and read. */
export function readRequestText(block: Block, report: Report): RequestLine[] {
  return linesOf(block)
    .filter(({ text }) => isNothingElse(text))
    .flatMap(({ text, location }) => {
      report(requestRepaired(location, "the line in a code block", "it in running text"));
      return readRequestLine(text.replaceAll("`", ""), location, report);
    });
}

/** `GET /ships/{id} returns a ship` is a sentence. */
function isNothingElse(text: string): boolean {
  return /^\s*`?(?:GET|POST|PUT|PATCH|DELETE)\s+(?:\/|https?:\/\/)(?:\{[^{}]*\}|[^\s{}`])+`?\s*$/.test(text);
}

interface Line extends Located {
  readonly text: string;
}

function linesOf(block: Block): Line[] {
  switch (block.kind) {
    case "paragraph": {
      const { markdown, location } = block.content;
      return markdown.split("\n").map((text, index) => {
        const line = location.line + index;
        return { text, location: { ...location, line, column: index === 0 ? location.column : 1, endLine: line } };
      });
    }
    case "list":
      return block.items.map(({ content: { text, location } }) => ({ text, location }));
    case "table":
      return block.rows.map(({ cells: [method, path], location }) => ({
        text: `${method?.text ?? ""} ${path?.text ?? ""}`,
        location,
      }));
    default:
      return [];
  }
}
