import type { Block, CodeBlock, Inline } from "../../markdown/page.ts";
import type { Field } from "../common/field-table.ts";
import { lineLocation, readHeaderLine } from "../common/request-line.ts";
import { spellingOfHeader } from "../common/vocabulary.ts";

/** Headers that stand in a list, `- **If-Match**: the ETag. Required.`, or in a code block, `If-Match: {etag}`. */
export function readHeaderLines(block: Block): Field[] {
  if (block.kind === "list") return block.items.flatMap(({ content }) => readItem(content));
  return block.kind === "code" ? readCode(block) : [];
}

function readItem(content: Inline): Field[] {
  const [whole = "", name = ""] = /^([A-Za-z][\w-]*)\s*(?:[:：]|\s[-–—]\s)\s*/.exec(content.text) ?? [];
  // `- Note: ...` is a note.
  if (spellingOfHeader(name) === undefined && !name.includes("-")) return [];
  const markdown = content.markdown.replace(/^[*_`]*[A-Za-z][\w-]*[*_`]*\s*(?:[:：]|\s[-–—]\s)[*_`]*\s*/, "");
  const description = { ...content, text: content.text.slice(whole.length), markdown };
  return [{ name, columns: {}, location: content.location, ...(description.text !== "" && { description }) }];
}

function readCode(code: CodeBlock): Field[] {
  return code.text.split("\n").flatMap((line, index): Field[] => {
    if (!readHeaderLine(line)) return [];
    const location = lineLocation(code, index, line);
    return [{ name: line.trim(), columns: {}, location }];
  });
}
