import { type Node, type ParseError, parseTree } from "jsonc-parser";
import { isNestedTooDeep } from "../../markdown/nesting.ts";
import type { CodeBlock } from "../../markdown/page.ts";
import type { HttpBody } from "../../model/example.ts";
import { blankEllipses } from "../../source/ellipses.ts";
import { lineStartsOf, positionIn } from "../../source/line-starts.ts";
import type { Located, SourceLocation } from "../../source/location.ts";

/** A JSON value in a code block, with the places of its members. Reads past what strict JSON forbids. */
export type JsonValue =
  | ({ readonly kind: "object"; readonly members: readonly JsonMember[] } & Located)
  | ({ readonly kind: "array"; readonly items: readonly JsonValue[] } & Located)
  | ({ readonly kind: "string"; readonly value: string } & Located)
  | ({ readonly kind: "number"; readonly value: number } & Located)
  | ({ readonly kind: "boolean"; readonly value: boolean } & Located)
  | ({ readonly kind: "null" } & Located);

/** A member of a JSON object. */
export interface JsonMember extends Located {
  readonly name: string;
  readonly value: JsonValue;
}

/**
 * The JSON value in a code block; undefined if there is none, or if it is nested deeper than any documentation.
 * Comments, trailing commas and `...` are passed over: for evidence about names and types they do not matter.
 */
export function readJsonValue(code: JsonText): JsonValue | undefined {
  const root = parseLoosely(code.text).root;
  return root && new JsonReader(code).read(root);
}

/** What stands where the JSON in a code block first breaks, apart from what is passed over; undefined if it does not. */
export function findJsonBreak(code: JsonText): (Located & { readonly text: string }) | undefined {
  const [first] = parseLoosely(code.text).errors;
  if (!first) return undefined;
  const { offset, length } = first;
  return { text: code.text.slice(offset, offset + length), location: new JsonReader(code).locate(first) };
}

function parseLoosely(text: string): { root?: Node; errors: readonly ParseError[] } {
  if (isNestedTooDeep(text)) return { errors: [] };
  const errors: ParseError[] = [];
  const root = parseTree(blankEllipses(text), errors, { allowTrailingComma: true });
  return { ...(root && { root }), errors };
}

/** Text that holds JSON, and where it stands. */
type JsonText = Pick<CodeBlock, "text" | "indent" | "location" | "textLocation">;

class JsonReader {
  readonly #code: JsonText;
  readonly #lineStarts: readonly number[];

  constructor(code: JsonText) {
    this.#code = code;
    this.#lineStarts = lineStartsOf(code.text);
  }

  read(node: Node): JsonValue {
    const location = this.locate(node);
    switch (node.type) {
      case "object":
        return { kind: "object", members: this.#members(node), location };
      case "array":
        return {
          kind: "array",
          items: (node.children ?? []).map((child) => this.read(child)),
          location,
        };
      case "string":
        return { kind: "string", value: String(node.value), location };
      case "number":
        return { kind: "number", value: Number(node.value), location };
      case "boolean":
        return { kind: "boolean", value: node.value === true, location };
      default:
        return { kind: "null", location };
    }
  }

  #members(node: Node): JsonMember[] {
    const members: JsonMember[] = [];
    for (const property of node.children ?? []) {
      const [key, value] = property.children ?? [];
      if (key && value) {
        members.push({ name: String(key.value), value: this.read(value), location: this.locate(property) });
      }
    }
    return members;
  }

  locate({ offset, length }: Pick<Node, "offset" | "length">): SourceLocation {
    const start = this.#position(offset);
    const end = this.#position(offset + length);
    return { file: this.#code.location.file, line: start[0], column: start[1], endLine: end[0], endColumn: end[1] };
  }

  #position(offset: number): [line: number, column: number] {
    const { line, column } = positionIn(this.#lineStarts, offset);
    return [this.#code.textLocation.line + line, column + this.#code.indent + 1];
  }
}

/** The value of a member. */
export function memberOf(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return value?.kind === "object" ? value.members.find((member) => member.name === name)?.value : undefined;
}

/**
 * What an envelope holds: `{"@odata.context": "...", "value": true}`, or any list. `{"key": "a", "value": "b"}` is an object with a
 * member of that name.
 */
export function envelopedValue(value: JsonValue | undefined): JsonValue | undefined {
  const held = memberOf(value, "value");
  const isAlone = value?.kind === "object" && value.members.every(({ name }) => name === "value" || name.includes("@"));
  return isAlone || held?.kind === "array" ? held : undefined;
}

/** The JSON value of an example's body; undefined if the body holds none. */
export function readJsonBody(body: HttpBody | undefined): JsonValue | undefined {
  if (!body || !/^\s*[{["\d]|^\s*(?:true|false)\b/.test(body.text)) return undefined;
  const code = { text: body.text, indent: body.indent, location: body.location, textLocation: body.location };
  return readJsonValue(code);
}
