import type { PrimitiveName, TypeRef } from "../../../../model/type-ref.ts";
import { readTypeName } from "../../../common/type-expression.ts";
import { primitiveOf } from "../../../common/vocabulary.ts";
import type { PropertyFacts } from "../../type-facts.ts";

/** What tells the format of a property. */
type Described = Pick<PropertyFacts, "type" | "json" | "description">;

/**
 * `String (timestamp)`, `number (double)`, or `string` where the JSON says `String (timestamp)` or the description spells the format.
 */
export function refine(type: TypeRef, { type: expression, json, description }: Described): TypeRef {
  if (type.kind === "array") {
    // What a description spells may be said of something else than the items.
    const items = json?.kind === "array" ? json.items : undefined;
    return {
      kind: "array",
      items: refine(type.items, { ...(expression && { type: expression }), ...(items && { json: items }) }),
    };
  }
  if (type.kind !== "primitive") return type;
  const shown = json?.kind === "primitive" ? readTypeName(json.text) : undefined;
  const notes = type.name === "string" ? [expression?.note, shown?.note] : [];
  const noted = notes.map(notedType).find((name) => name !== undefined);
  if (noted) return { kind: "primitive", name: noted };
  const isSpelt =
    type.name === "string" &&
    /\by{4}-M{2}-d{2}'?T'?H{2}[:：]m{2}[:：]s{2}(?:\.[sf]+)?'?Z'?/i.test(description?.markdown ?? "");
  if (isSpelt) return { kind: "primitive", name: "dateTimeOffset" };
  if (type.name !== "number" && type.name !== "integer") return type;
  const exact = [expression?.note, shown?.name].map((word) => primitiveOf(word ?? ""));
  const number = exact.find((name) => name !== undefined && numbers.has(name));
  return number ? { kind: "primitive", name: number } : type;
}

const numbers: ReadonlySet<PrimitiveName> = new Set(["int16", "int32", "int64", "single", "double", "decimal"]);

/** `"String (timestamp)"` in JSON representations. */
const notedTypes: ReadonlyMap<string, PrimitiveName> = new Map([
  ["timestamp", "dateTimeOffset"],
  ["duration", "duration"],
  ["time of day", "timeOfDay"],
  ["guid", "guid"],
]);

/** What `String (timestamp)` and `String (double)` stand for; undefined for `String (identifier)`. */
export function notedType(note: string | undefined): PrimitiveName | undefined {
  const primitive = note === undefined ? undefined : primitiveOf(note);
  return notedTypes.get(note?.toLowerCase() ?? "") ?? (primitive && numbers.has(primitive) ? primitive : undefined);
}
