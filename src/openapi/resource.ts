import type { Resource } from "../model/resource.ts";
import type { JsonObject } from "./document.ts";
import type { EmitContext } from "./emit-context.ts";
import { isJsonObject, toObject } from "./json-object.ts";
import type { Locate } from "./locations.ts";

import { emitProperties, openness } from "./schema.ts";
import { refTo } from "./schema-names.ts";
import { emitTexts, joinTexts } from "./text.ts";

const discriminatorName = "@odata.type";

/** The component schema of a resource: its own properties, on top of those of its base type. */
export function emitResource(context: EmitContext, resource: Resource, locate: Locate): JsonObject {
  locate([], resource);
  const { title, baseType, deprecated } = resource;
  const base = context.hierarchy.baseOf(resource);
  const note = typeof deprecated === "object" ? deprecated : undefined;
  const discriminator = emitDiscriminator(context, resource);
  if (discriminator) locate(["properties", discriminatorName], resource);
  const members = emitProperties(context, resource.properties, locate, resource.key);
  return {
    ...(title && { title }),
    ...emitTexts(context, resource, { description: joinTexts([resource.description, note]) }),
    ...(!resource.isAnyValue && { type: "object" }),
    ...(base && { allOf: [refTo(context.names.of(base))] }),
    ...(discriminator ? withDiscriminatorProperty(members) : members),
    ...(!resource.isAnyValue && openness(resource.isOpen === true || isBare(resource, base, discriminator))),
    ...(discriminator && { discriminator }),
    ...(deprecated && { deprecated: true }),
    ...(resource.isAbstract && { "x-abstract": true }),
    ...(baseType && !base && { "x-documented-base": baseType }),
    ...(context.names.of(resource) !== resource.name && { "x-documented-name": resource.name }),
  };
}

/** A type without any member says nothing of what its objects hold. */
function isBare({ properties }: Resource, base: Resource | undefined, discriminator: JsonObject | undefined): boolean {
  return properties.length === 0 && !base && !discriminator;
}

/** Of a type that others inherit from: `@odata.type` tells which of them an object is (OData JSON 4.01, section 4.6.3). */
function emitDiscriminator({ hierarchy, names }: EmitContext, resource: Resource): JsonObject | undefined {
  const derived = hierarchy.derivedFrom(resource);
  if (derived.length === 0) return undefined;
  const types = resource.isAbstract ? derived : [resource, ...derived];
  const mapping = types.map((type): [string, string] => [`#${type.name}`, refTo(names.of(type)).$ref]);
  return { propertyName: discriminatorName, mapping: toObject(mapping) };
}

/** Not required: services leave it out where it follows from the context (OData JSON 4.01, section 4.6.3). */
function withDiscriminatorProperty(members: JsonObject): JsonObject {
  const properties = isJsonObject(members["properties"]) ? members["properties"] : {};
  return { ...members, properties: { [discriminatorName]: { type: "string" }, ...properties } };
}
