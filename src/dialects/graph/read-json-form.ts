import type { JsonMember, JsonValue } from "../common/json-value.ts";
import type { JsonForm, PropertyFacts, ValueFacts } from "./type-facts.ts";

/**
 * The shape of a value in a JSON representation, where strings name types: `"String (timestamp)"`,
 * `[{"@odata.type": "microsoft.graph.user"}]`, `true`, `1024`.
 */
export function readJsonForm(value: JsonValue): JsonForm {
  switch (value.kind) {
    case "string":
      return { kind: "primitive", text: value.value };
    case "boolean":
    case "number":
    case "null":
      return { kind: value.kind };
    case "array": {
      const [first] = value.items;
      return { kind: "array", ...(first && { items: readJsonForm(first) }) };
    }
    case "object": {
      const type = typeOfObject(value);
      return { kind: "object", properties: readMembers(value), ...(type && { type }) };
    }
  }
}

/** The members of an object as properties known from JSON only. Annotations (`@odata.type`, `x@odata.context`) are none. */
export function readMembers(value: JsonValue | undefined): PropertyFacts[] {
  if (value?.kind !== "object") return [];
  const seen = new Set<string>();
  return value.members
    .map((member) => ({ ...member, name: member.name.trim() }))
    .filter(({ name }) => !name.includes("@") && isMemberName(name) && !seen.has(name) && seen.add(name))
    .map((member) => ({
      name: member.name,
      isNavigation: false,
      readOnly: false,
      deprecated: false,
      values: readUnion(member),
      evidence: "json",
      json: readJsonForm(member.value),
      location: member.location,
    }));
}

/** `"displayAs": "checkBoxes | dropDownMenu | radioButtons"` lists the values where the type would stand; also in a list. */
function readUnion({ value, location }: JsonMember): ValueFacts[] {
  const [item] = value.kind === "array" ? value.items : [value];
  if (item?.kind !== "string" || !/^\s*\w+(?:\s*\|\s*(?:\w+|\.{3}|…))+\s*(?:\.{3}|…)?\s*$/.test(item.value)) return [];
  const names = item.value.split("|").map((name) => name.trim());
  return names.filter((name) => /^[A-Za-z]\w*$/.test(name)).map((name) => ({ name, location }));
}

/** Ids and `String-value` stand for any name: what follows them is the type of open members. */
function isMemberName(name: string): boolean {
  return !/^$|^\.{3}|…$|^String-value$|^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(name);
}

/** `{"@odata.type": "#microsoft.graph.user"}` -> `microsoft.graph.user`. */
export function typeOfObject(value: JsonValue): string | undefined {
  if (value.kind !== "object") return undefined;
  const named = value.members.find(({ name }) => name === "@odata.type" || name === "@type");
  return named?.value.kind === "string" ? cleanTypeName(named.value.value) : undefined;
}

/** `#microsoft.graph.user` -> `microsoft.graph.user`. */
export function cleanTypeName(name: string): string {
  return name.trim().replace(/^#/, "");
}
