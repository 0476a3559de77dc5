import type { Example } from "../../src/model/example.ts";
import type { HttpMethod, Operation } from "../../src/model/operation.ts";
import type { SourceLocation } from "../../src/source/location.ts";

/** The place of a line of the only page of these tests. */
export function lineOf(line: number): SourceLocation {
  return { file: "page.md", line, column: 1, endLine: line, endColumn: 2 };
}

/** An operation of the model; what of it verify does not read is left empty. */
export function operationOf(method: HttpMethod, path: string, examples: readonly Example[] = []): Operation {
  return {
    ...{ id: `${method} ${path}`, method, path, summary: { markdown: "" }, location: lineOf(1) },
    ...{ tags: [], parameters: [], responses: [], codeSamples: [], examples },
  };
}

/**
 * An example from the text of its request, and of its response, as they would stand in code blocks at these lines. A
 * `...` at the end of the response says that it is shortened.
 */
export function exampleOf(name: string, request: string, response?: string, [at, then] = [10, 20]): Example {
  const [[head, ...headers], body] = readMessage(request, at);
  const [method = "", url = ""] = head?.split(" ") ?? [];
  const example = {
    ...{ name, location: lineOf(at) },
    request: {
      method: method.toLowerCase() as HttpMethod,
      url,
      location: lineOf(at),
      ...readHeaders(headers, at),
      ...body,
    },
  };
  if (response === undefined) return example;
  const [[status, ...answered], shown] = readMessage(response.replace(/\.\.\.$/, ""), then);
  const isTruncated = response.endsWith("...");
  return {
    ...example,
    response: { status: Number(status), location: lineOf(then), ...readHeaders(answered, then), ...shown, isTruncated },
  };
}

function readMessage(text: string, line: number) {
  const [head = "", ...rest] = text.split("\n\n");
  const lines = head.split("\n");
  const location = lineOf(line + lines.length + 1);
  return [lines, rest.length > 0 ? { body: { text: rest.join("\n\n"), indent: 1, location } } : {}] as const;
}

function readHeaders(lines: readonly string[], at: number) {
  return {
    headers: lines.map((line, index) => {
      const [name = "", value = ""] = line.split(": ");
      return { name, value, location: lineOf(at + 1 + index) };
    }),
  };
}
