import type { CodeBlock, Section } from "../../markdown/page.ts";
import type { ExampleFacts, RequestExample } from "./example-facts.ts";

/** Where a code block stands. */
interface Place {
  readonly section: Section;
  /** Whether it stands below the heading of an example. */
  readonly isExample: boolean;
}

/** Whether JSON without a status line is the response: below such a heading, or beside a GET, which sends none. */
export function isAnswerIn(section: Section, request: RequestExample): boolean {
  return isResponseSection(section) || (request.method === "get" && isIn(section, request));
}

function isResponseSection({ id }: Section): boolean {
  return /^responses?(?:-\d+)?$/.test(id);
}

/** Whether an example stands in a section. */
export function isIn({ location }: Section, example: ExampleFacts): boolean {
  return example.location.line > location.line && example.location.line < location.endLine;
}

/**
 * Whether a block is the body of the message whose first line and headers stand in the block before it: of a response in the
 * same section, or of a request, below a heading such as `Request` or `Request body`.
 */
export function isBodyOf(example: ExampleFacts, code: CodeBlock, { section, isExample }: Place): boolean {
  if (!isBody(code)) return false;
  if (example.kind === "response") return example.body === undefined && isIn(section, example);
  return isExample && lacksBody(example) && /^requests?(?:-body)?(?:-\d+)?$/.test(section.id);
}

/** Whether a block can be the body of the message before it, by what it shows and what its annotation says. */
export function isBody({ annotation, language, text }: CodeBlock): boolean {
  const kind = annotation?.data["blockType"] ?? "ignored";
  return (kind === "ignored" || kind === "example") && !isProgram({ language }) && showsJson(text);
}

/** Whether a request says what it sends (`Content-Type: application/json`), and does not show it. */
export function awaitsBody(request: RequestExample): boolean {
  return lacksBody(request) && request.headers.some(({ name }) => name.toLowerCase() === "content-type");
}

function lacksBody({ method, body }: RequestExample): boolean {
  return body === undefined && (method === "post" || method === "put" || method === "patch");
}

/** Members, or a list; `{ Location: https://... }` is neither. */
export function showsJson(text: string): boolean {
  return /^\s*(?:\{\s*["}]|\[)/.test(text);
}

/** Whether a block shows a program that calls the API. */
export function isProgram({ language }: Pick<CodeBlock, "language">): boolean {
  return /^(?:csharp|javascript|typescript|java|objc|go|php|python|powershell|bash)$/.test(language);
}
