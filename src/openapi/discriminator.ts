import type { Json } from "./document.ts";
import { isJsonObject } from "./json-object.ts";
import { toPointer } from "./locations.ts";

/**
 * The reference to the schema that a value is to be judged by, besides the one with this Discriminator Object (OpenAPI 3.1,
 * section 4.8.25): as it is mapped, by reference or by the name of a component, else the component of the name. Undefined if the value
 * names none; there need not be a schema at the reference.
 */
export function findDerived(discriminator: Json, value: Json): string | undefined {
  if (!isJsonObject(discriminator) || !isJsonObject(value)) return undefined;
  const { propertyName, mapping } = discriminator;
  if (typeof propertyName !== "string" || !Object.hasOwn(value, propertyName)) return undefined;
  const name = value[propertyName];
  if (typeof name !== "string") return undefined;
  const target = isJsonObject(mapping) && Object.hasOwn(mapping, name) ? mapping[name] : name;
  if (typeof target !== "string") return undefined;
  return target.startsWith("#/") ? target : `#${toPointer(["components", "schemas", target])}`;
}
