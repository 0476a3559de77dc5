import type { Json, JsonObject } from "./document.ts";
import { isJsonObject } from "./json-object.ts";
import { toPointer } from "./locations.ts";

/** A member of an example that JSON Schema lets pass, but the docs do not. */
export interface MemberFinding {
  readonly kind: "undeclared" | "readOnly";
  /** JSON pointer of the member. */
  readonly pointer: string;
  readonly name: string;
  /** Component name of the type that lacks the member; none for an object described in place. */
  readonly type?: string;
}

/** Looks a component schema up by its name. */
type FindSchema = (component: string) => Json | undefined;

/** An object schema that applies to a value, and the component it stands in. */
interface Applied {
  readonly schema: JsonObject;
  readonly component?: string;
}

/**
 * The members of a value that its type does not document, and those that are read-only. A value's own `@odata.type`
 * counts as its type; without one, it may be of any type derived from the documented one. Names with `@` are OData's control information, which any object may carry (OData JSON 4.01,
 * section 4.6).
 */
export function findMembers(schema: JsonObject, value: Json, find: FindSchema): MemberFinding[] {
  const findings: MemberFinding[] = [];
  const queue: Visit[] = [{ applied: [{ schema }], value, pointer: "" }];
  for (const visit of queue) {
    // A body can have more members than a call can have arguments.
    for (const inner of visitInside(visit, find, findings)) queue.push(inner);
  }
  return findings;
}

function visitInside(visit: Visit, find: FindSchema, findings: MemberFinding[]): Visit[] {
  if (Array.isArray(visit.value)) return visitItems(visit, visit.value, find);
  return isJsonObject(visit.value) ? visitMembers(visit, visit.value, find, findings) : [];
}

function visitItems({ applied, pointer }: Visit, items: readonly Json[], find: FindSchema): Visit[] {
  const schemas = expand(applied, find).flatMap(({ schema: { items: item } }) => toApplied(item));
  return items.map((value, index) => ({ applied: schemas, value, pointer: `${pointer}/${index}` }));
}

function visitMembers(
  { applied, pointer }: Visit,
  value: JsonObject,
  find: FindSchema,
  findings: MemberFinding[],
): Visit[] {
  const all = expand([...applied, ...ownType(value, find)], find);
  if (!all.some(({ schema: { properties } }) => properties !== undefined)) return [];
  const names = Object.keys(value).filter((name) => !name.includes("@"));
  return names.map((name) => {
    const own = declarationsOf(all, name);
    const declarations = own.length > 0 ? own : declarationsOf(derivedFrom(all, find), name);
    const visit = { applied: declarations, value: value[name] ?? null, pointer: pointer + toPointer([name]) };
    findings.push(...judge(all, name, visit));
    return visit;
  });
}

/** A value to look at, with the schemas that apply to it. */
interface Visit {
  readonly applied: readonly Applied[];
  readonly value: Json;
  readonly pointer: string;
}

function judge(applied: readonly Applied[], name: string, { applied: declarations, pointer }: Visit): MemberFinding[] {
  const type = applied.find(({ component }) => component !== undefined)?.component;
  const finding = { pointer, name, ...(type !== undefined && { type }) };
  if (declarations.length === 0) return isOpen(applied) ? [] : [{ kind: "undeclared", ...finding }];
  return declarations.some(({ schema: { readOnly } }) => readOnly === true) ? [{ kind: "readOnly", ...finding }] : [];
}

function declarationsOf(applied: readonly Applied[], name: string): Applied[] {
  return applied.flatMap(({ schema: { properties } }) =>
    isJsonObject(properties) && Object.hasOwn(properties, name) ? toApplied(properties[name]) : [],
  );
}

/** The types that an object may have instead of the documented one, where it does not say which. */
function derivedFrom(applied: readonly Applied[], find: FindSchema): Applied[] {
  const references = applied.flatMap(({ schema: { discriminator } }) => {
    const mapping = isJsonObject(discriminator) ? discriminator["mapping"] : undefined;
    return isJsonObject(mapping) ? Object.values(mapping) : [];
  });
  const derived = references.map(($ref): Applied => ({ schema: { $ref } }));
  return expand(derived, find);
}

function isOpen(applied: readonly Applied[]): boolean {
  return applied.some(({ schema: { additionalProperties } }) => additionalProperties === true);
}

/** The schemas and all that they are composed of, references followed. */
function expand(applied: readonly Applied[], find: FindSchema): Applied[] {
  const seen = new Set<string>();
  const result = [...applied];
  for (const { schema, component } of result) {
    const { $ref, allOf, anyOf } = schema;
    if (typeof $ref === "string" && !seen.has($ref)) {
      seen.add($ref);
      const name = $ref.slice($ref.lastIndexOf("/") + 1);
      result.push(...toApplied(find(name), name));
    }
    for (const part of [allOf, anyOf].flat()) if (isJsonObject(part)) result.push(...toApplied(part, component));
  }
  return result;
}

function ownType(value: JsonObject, find: FindSchema): Applied[] {
  const type = Object.hasOwn(value, "@odata.type") ? value["@odata.type"] : undefined;
  return typeof type === "string" ? toApplied(find(type.replace(/^#/, "")), type.replace(/^#/, "")) : [];
}

function toApplied(schema: Json | undefined, component?: string): Applied[] {
  return isJsonObject(schema) ? [component === undefined ? { schema } : { schema, component }] : [];
}
