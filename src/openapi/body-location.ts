import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { HttpBody } from "../model/example.ts";
import type { SourceLocation } from "../source/location.ts";
import { fromPointer } from "./locations.ts";

/** The place in the docs of `length` characters of a body, from `offset`. */
export function locateInBody(body: HttpBody, offset: number, length = 0): SourceLocation {
  const { file } = body.location;
  const [line, column] = positionOf(body, offset);
  const [endLine, endColumn] = positionOf(body, offset + length);
  return { file, line, column, endLine, endColumn };
}

/**
 * The place in the docs of the value at a JSON pointer of a body; of an object or array its opening bracket, since the
 * rest may be long. Where the value is missing, the closest one around it.
 */
export function locateMember(body: HttpBody, pointer: string): SourceLocation {
  const root = parseTree(body.text);
  const node = root && findNode(root, fromPointer(pointer));
  if (!node) return body.location;
  return locateInBody(body, node.offset, node.type === "object" || node.type === "array" ? 1 : node.length);
}

/** The place in the docs of the name of the property at a JSON pointer of a body. */
export function locateName(body: HttpBody, pointer: string): SourceLocation {
  const root = parseTree(body.text);
  const name = root && findNode(root, fromPointer(pointer))?.parent?.children?.[0];
  return name ? locateInBody(body, name.offset, name.length) : locateMember(body, pointer);
}

/** Where a body stops being JSON (RFC 8259: no comments, no trailing commas), and what should stand there instead. */
export interface SyntaxProblem {
  readonly location: SourceLocation;
  readonly expected: string;
  readonly found: string;
}

/** The first syntax error of a body that `JSON.parse` does not take. */
export function findSyntaxProblem(body: HttpBody): SyntaxProblem {
  const errors: ParseError[] = [];
  parseTree(body.text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors.toSorted((a, b) => a.offset - b.offset);
  if (!first) return { location: body.location, expected: "JSON", found: excerpt(body.text, 0) };
  return {
    location: locateInBody(body, first.offset, Math.min(first.length, lineLength(body.text, first.offset))),
    expected: expectations[printParseErrorCode(first.error)] ?? "JSON",
    found: excerpt(body.text, first.offset),
  };
}

const expectations: Readonly<Partial<Record<string, string>>> = {
  PropertyNameExpected: "a property name in double quotes",
  ValueExpected: "a value",
  ColonExpected: "a colon",
  CommaExpected: "a comma",
  CloseBraceExpected: "a closing brace",
  CloseBracketExpected: "a closing bracket",
  EndOfFileExpected: "the end of the body",
  InvalidCommentToken: "no comment",
  UnexpectedEndOfString: "a closing quote on the same line",
  InvalidSymbol: "a JSON value",
};

function positionOf({ text, location, indent }: HttpBody, offset: number): [line: number, column: number] {
  const before = text.slice(0, offset);
  const lines = before.split("\n").length - 1;
  if (lines === 0) return [location.line, location.column + offset];
  return [location.line + lines, indent + offset - before.lastIndexOf("\n")];
}

function findNode(root: Node, path: readonly string[]): Node | undefined {
  let node: Node | undefined = root;
  for (const key of path) {
    const child: Node | undefined = node && findNodeAtLocation(node, [node.type === "array" ? Number(key) : key]);
    if (!child) return node;
    node = child;
  }
  return node;
}

function excerpt(text: string, offset: number): string {
  const rest = text.slice(offset, offset + Math.min(lineLength(text, offset), 30));
  return offset >= text.length ? "the end of the body" : rest.trim() === "" ? "the end of the line" : `\`${rest}\``;
}

function lineLength(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return (end < 0 ? text.length : end) - offset;
}
