import type { TypeRef } from "../../../../model/type-ref.ts";
import type { Report } from "../../../../source/diagnostic.ts";
import { readTypeName } from "../../../common/type-expression.ts";
import { primitiveOf } from "../../../common/vocabulary.ts";
import { typeConflict } from "../../type-diagnostics.ts";
import type { PropertyFacts } from "../../type-facts.ts";
import { formatType, type Hierarchy } from "./compare-types.ts";
import { shortNameOf } from "./type-registry.ts";

interface WeighContext {
  readonly hierarchy: Hierarchy;
  /** Whether a name is that of a documented object type, not of an enumeration. */
  readonly isObject: (name: string) => boolean;
  readonly isTranslated: boolean;
  readonly report: Report;
}

/**
 * The type that a row states, weighed against what the page's JSON shows (undefined where that names no type). The row counts but
 * where the JSON is more exact; where they contradict each other, that is reported at both places.
 */
export function weighShown(
  stated: TypeRef,
  shown: TypeRef | undefined,
  property: PropertyFacts,
  context: WeighContext,
): TypeRef {
  const number = weighNumber(stated, shown, property, context);
  const item = itemOf(number);
  const shownItem = shown && itemOf(shown);
  if (!shownItem) return number;
  const better = moreExact(item, shownItem, property, context);
  const chosen = better ?? item;
  if (contradicts(item, shownItem, context)) {
    const other = better ? item : shownItem;
    report(property, formatType(chosen), formatType(other), context);
  }
  return number.kind === "array" ? { kind: "array", items: chosen } : chosen;
}

/** JSON shows a single value where there is one; that it shows a list is often a slip, but translators lose the word for it. */
function weighNumber(
  stated: TypeRef,
  shown: TypeRef | undefined,
  property: PropertyFacts,
  context: WeighContext,
): TypeRef {
  const text = property.type?.text ?? "";
  if (stated.kind !== "array") {
    if (property.json?.kind !== "array" || itemOf(stated).kind === "unknown") return stated;
    if (context.isTranslated) report(property, "a list, as in the JSON", text, context);
    else report(property, text, "a list, as in the JSON", context);
    return context.isTranslated ? { kind: "array", items: stated } : stated;
  }
  if (shown?.kind === "array" || !showsOne(property)) return stated;
  // `"ship"` for a list of ships names their type; one ship would be an object.
  if (property.json?.kind === "primitive" && isObjectType(stated.items, context)) return stated;
  report(property, "a single value, as in the JSON", text, context);
  return stated.items;
}

function isObjectType(type: TypeRef, { isObject }: WeighContext): boolean {
  return type.kind === "named" && isObject(type.name);
}

/** `"red"`, `true`, `{"@odata.type": "#x.y"}`; `"Collection(x.y)"` speaks of a list, and members in braces may be those of its items. */
function showsOne({ json }: PropertyFacts): boolean {
  if (json?.kind === "boolean" || json?.kind === "number") return true;
  const type = json?.kind === "primitive" ? json.text : json?.kind === "object" ? json.type : undefined;
  return type !== undefined && !readTypeName(type).isCollection;
}

/** What the JSON tells better than the row; undefined where it does not. */
function moreExact(
  stated: TypeRef,
  shown: TypeRef,
  { type, json }: PropertyFacts,
  { isObject }: WeighContext,
): TypeRef | undefined {
  const isText = stated.kind === "primitive" && stated.name === "string";
  if (isText && shown.kind === "primitive" && shown.name === "boolean" && json?.kind === "boolean") return shown;
  if (shown.kind !== "named") return undefined;
  // `[a](a.md) or [b](b.md)` beside the base of both; `[a](b.md)` beside `a`.
  const isNamed = type?.link !== undefined && shortNameOf(shown.name).toLowerCase() === type.name.toLowerCase();
  const isEnum = isText && !isObject(shown.name);
  const isAny = stated.kind === "primitive" && stated.name === "object";
  return isEnum || isAny || type?.alternatives !== undefined || isNamed ? shown : undefined;
}

function contradicts(stated: TypeRef, shown: TypeRef, context: WeighContext): boolean {
  if (stated.kind === "named" && shown.kind === "named") {
    const { hierarchy } = context;
    return !hierarchy.isA(stated.name, shown.name) && !hierarchy.isA(shown.name, stated.name);
  }
  const [a, b] = [jsonKind(stated, context), jsonKind(shown, context)];
  return a !== undefined && b !== undefined && a !== b;
}

/** How JSON writes values of a type; undefined where it may be anything. */
function jsonKind(type: TypeRef, { isObject }: WeighContext): "text" | "number" | "boolean" | "object" | undefined {
  // A page may describe the word `Json`, which is any value.
  if (type.kind === "named" && primitiveOf(shortNameOf(type.name)) === "object") return undefined;
  if (type.kind === "named") return isObject(type.name) ? "object" : "text";
  if (type.kind !== "primitive" || type.name === "object" || type.name === "stream") return undefined;
  if (type.name === "boolean") return "boolean";
  return numberNames.test(type.name) ? "number" : "text";
}

const numberNames = /^(?:s?byte|int\d+|integer|number|single|double|decimal)$/;

function itemOf(type: TypeRef): TypeRef {
  return type.kind === "array" ? type.items : type;
}

function report(property: PropertyFacts, expected: string, found: string, context: WeighContext): void {
  const { name, location, jsonLocation } = property;
  context.report({
    ...typeConflict(location, name, expected, found),
    ...(jsonLocation && { related: [{ message: "Shown here", location: jsonLocation }] }),
  });
}
