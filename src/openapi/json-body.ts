import { getNodeValue, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { HttpBody } from "../model/example.ts";
import { blankEllipses } from "../source/ellipses.ts";
import { endOfString } from "../source/json-strings.ts";
import { findSyntaxProblem, type SyntaxProblem } from "./body-location.ts";
import type { Json } from "./document.ts";

/** What a body that should be JSON is worth. */
export interface JsonReading {
  /** Left out: it cannot be told what the body means. */
  readonly value?: Json;
  /** Why the body is not JSON as it stands; there can be a value all the same. */
  readonly problem?: SyntaxProblem;
}

/**
 * Reads a JSON body of the docs. Trailing and missing commas, comments and `...` for what is left out leave no doubt about
 * what is meant: then there is a value beside the problem.
 */
export function readJsonBody(body: HttpBody): JsonReading {
  const depth = depthOf(body.text);
  if (depth > deepest) {
    const expected = `at most ${deepest} nested objects and arrays`;
    return { problem: { location: body.location, expected, found: `${depth}` } };
  }
  try {
    return { value: JSON.parse(body.text) };
  } catch {
    const value = readLoosely(body.text);
    return { problem: findSyntaxProblem(body), ...(value !== undefined && { value }) };
  }
}

/** Validators and readers of documents recurse: deeper examples would end their stacks. */
const deepest = 100;

function depthOf(text: string): number {
  let depth = 0;
  let found = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at) - 1;
    else if (character === "[" || character === "{") depth++;
    else if (character === "]" || character === "}") depth--;
    found = Math.max(found, depth);
  }
  return found;
}

function readLoosely(text: string): Json | undefined {
  const errors: ParseError[] = [];
  const root = parseTree(blankEllipses(text), errors, { allowTrailingComma: true });
  if (!root || errors.some(({ error }) => printParseErrorCode(error) !== "CommaExpected")) return undefined;
  // Through text, so that the objects are ordinary ones, also those with a member called `__proto__`.
  return JSON.parse(JSON.stringify(getNodeValue(root)));
}
