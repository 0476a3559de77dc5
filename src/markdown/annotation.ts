import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Report } from "../source/diagnostic.ts";
import type { SourceText } from "../source/source-text.ts";
import { annotationInvalid } from "./diagnostics.ts";
import { isNestedTooDeep } from "./nesting.ts";
import type { Annotation } from "./page.ts";

/**
 * Reads the JSON object in an HTML comment that spans `start` to `end` of the text. Comments that hold no object
 * (`<!-- uuid: ... -->`) give nothing.
 *
 * Trailing commas, line ends inside strings, `&quot;` and unquoted keys have one reading only, so they are accepted
 * as API Doctor accepts them.
 */
export function readAnnotation(text: SourceText, start: number, end: number, report: Report): Annotation | undefined {
  const comment = text.text.slice(start, end).replace(/^<!--/, "").replace(/-->$/, "").trim();
  if (!comment.startsWith("{")) return undefined;
  const location = text.locate(start, end);
  if (isNestedTooDeep(comment)) {
    report(annotationInvalid(location, "brackets nested too deep"));
    return undefined;
  }
  const json = comment
    .split("\n")
    .map((line) => line.trim())
    .join(" ");
  const decoded = json.replaceAll("&quot;", '"');
  const readings = [json, decoded, quoteKeys(decoded)];
  let data: Annotation["data"] | undefined;
  let problem: string | undefined;
  for (const reading of readings) {
    ({ data, problem } = readObject(reading));
    if (problem === undefined) break;
  }
  if (problem) report(annotationInvalid(location, problem));
  return data && { data, location };
}

function readObject(json: string): { data: Record<string, unknown> | undefined; problem: string | undefined } {
  const errors: ParseError[] = [];
  const root = parseTree(json, errors, { allowTrailingComma: true });
  // Tabs inside strings are invalid characters; the value is right all the same.
  const error = errors.map(({ error: code }) => printParseErrorCode(code)).find((code) => code !== "InvalidCharacter");
  const data = root?.type === "object" ? (readValue(root) as Record<string, unknown>) : undefined;
  return { data, problem: error && describe(error) };
}

/** The value of a node. Unlike the parser's own, it keeps a member called `__proto__` as a member. */
function readValue(node: Node): unknown {
  const children = node.children ?? [];
  if (node.type === "array") return children.map(readValue);
  if (node.type !== "object") return node.value;
  return Object.fromEntries(
    children.flatMap(({ children: [key, value] = [] }) =>
      key && value ? [[String(key.value), readValue(value)]] : [],
    ),
  );
}

/** `isCollection: true` -> `"isCollection": true`. */
function quoteKeys(json: string): string {
  return json.replace(/([{,]\s*)([A-Za-z]\w*)(\s*:)/g, '$1"$2"$3');
}

/** `UnexpectedEndOfString` -> `unexpected end of string`. */
function describe(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}
