import { readTypeName, type TypeExpression } from "../../common/type-expression.ts";
import { primitiveOf } from "../../common/vocabulary.ts";
import type { GraphFacts } from "../facts.ts";
import type { JsonForm } from "../type-facts.ts";

/** A name, and what the page says of its value: enough to tell which row of a table describes which member of a JSON block. */
export interface NameSlot {
  readonly name: string;
  readonly shape: Shape;
}

/** The shape of a value, as far as a type cell or a JSON block tells it. */
export interface Shape {
  readonly kind: "boolean" | "number" | "text" | "object" | "any";
  /** Unknown where nothing states a type. */
  readonly isCollection: boolean | undefined;
  /** Short name of the type in lower case, where it is a named one. */
  readonly type?: string;
}

/** The shape that a type cell states. Pages are not always called like the type they describe (`chartaxes`: `workbookChartAxes`). */
export function shapeOfType(
  type: TypeExpression | undefined,
  language: string,
  types: ReadonlyMap<string, string> = new Map(),
): Shape {
  if (!type) return { kind: "any", isCollection: undefined };
  const { isCollection, link } = type;
  const primitive = link ? undefined : primitiveOf(type.name, language);
  if (primitive) return { kind: kindOfPrimitive(primitive), isCollection };
  // A named type may be an enumeration, whose values are texts.
  return { kind: "any", isCollection, ...(link && { type: types.get(link.page) ?? typeOfPage(link.page) }) };
}

/** The shape that a value in a JSON block shows. */
export function shapeOfJson(form: JsonForm): Shape {
  switch (form.kind) {
    case "array":
      return { ...(form.items ? shapeOfJson(form.items) : ({ kind: "any" } as const)), isCollection: true };
    case "boolean":
    case "number":
      return { kind: form.kind, isCollection: false };
    case "null":
      return { kind: "any", isCollection: undefined };
    case "object":
      return { kind: "object", isCollection: false, ...(form.type && { type: shortName(form.type) }) };
    case "primitive": {
      const primitive = primitiveOf(readTypeName(form.text).name, "en");
      return { kind: primitive ? kindOfPrimitive(primitive) : "text", isCollection: false };
    }
  }
}

/** Whether two places may describe the same value. */
export function isCompatible(a: Shape, b: Shape): boolean {
  if (a.type !== undefined && b.type !== undefined) return a.type === b.type;
  if (a.isCollection !== undefined && b.isCollection !== undefined && a.isCollection !== b.isCollection) return false;
  return a.kind === "any" || b.kind === "any" || a.kind === b.kind;
}

/** The short names of the types that pages describe, in lower case, by page. */
export function typesOfPages(pages: readonly GraphFacts[]): ReadonlyMap<string, string> {
  return new Map(
    pages.flatMap(({ page, resources: [main] }) => (main?.isFullName ? [[page, shortName(main.name)] as const] : [])),
  );
}

function kindOfPrimitive(name: NonNullable<ReturnType<typeof primitiveOf>>): Shape["kind"] {
  if (name === "boolean" || name === "object") return name;
  return /^(?:s?byte|int|single|double|decimal|number)/.test(name) ? "number" : "text";
}

function shortName(name: string): string {
  return (name.split(".").at(-1) ?? name).toLowerCase();
}

/** Intune prefixes the names of its pages with an area. */
export function typeOfPage(page: string): string {
  return page.replace(/^intune-(?:[a-z0-9]+-)?/, "");
}
