import type { Json } from "./document.ts";
import { isJsonObject } from "./json-object.ts";
import { toPointer } from "./locations.ts";

/**
 * The reference to the schema that a value is to be judged by, besides the one with this Discriminator Object (OpenAPI 3.1,
 * section 4.8.25): as it is mapped, or the component of the name. Undefined if the value names none.
 */
export function findDerived(discriminator: Json, value: Json): string | undefined {
  if (!isJsonObject(discriminator) || !isJsonObject(value)) return undefined;
  const { propertyName, mapping } = discriminator;
  if (typeof propertyName !== "string" || !Object.hasOwn(value, propertyName)) return undefined;
  const name = value[propertyName];
  if (typeof name !== "string") return undefined;
  const mapped = isJsonObject(mapping) && Object.hasOwn(mapping, name) ? mapping[name] : undefined;
  return typeof mapped === "string" ? mapped : `#${toPointer(["components", "schemas", name])}`;
}
