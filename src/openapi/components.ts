import type { Json, JsonObject } from "./document.ts";
import type { EmitContext } from "./emit-context.ts";
import { emitEnumComponent } from "./enum.ts";
import { emitCollection } from "./envelope.ts";
import { emitErrorResponse, errorSchema, sharedError } from "./error-response.ts";
import { isJsonObject, toObject } from "./json-object.ts";
import type { Locations } from "./locations.ts";
import { emitResource } from "./resource.ts";
import { refTo } from "./schema-names.ts";
import { emitSecuritySchemes } from "./security.ts";

/** All component schemas, sorted by name: resources, enumerations, collections, and the body of errors. */
export function emitSchemas(context: EmitContext, locations: Locations): JsonObject {
  const { model, names, collections, errorName } = context;
  const at = (name: string) => locations.under("components", "schemas", name);
  const schemas: [string, JsonObject][] = [];
  for (const resource of model.resources) {
    const name = names.of(resource);
    schemas.push([name, emitResource(context, resource, at(name))]);
  }
  for (const type of model.enums) {
    const name = names.of(type);
    schemas.push([name, emitEnumComponent(context, type, at(name))]);
  }
  for (const collection of collections.all()) {
    const locate = at(collection.name);
    locate([], collection);
    schemas.push([collection.name, emitCollection(context, collection.items, locate)]);
  }
  const error = errorSchema(context);
  if (error) schemas.push([errorName, error]);
  return toObject(schemas.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/**
 * The Components Object. The shared error, its body and the security schemes are there only if a path uses them.
 *
 * @see https://spec.openapis.org/oas/v3.1.0#components-object
 */
export function emitComponents(context: EmitContext, schemas: JsonObject, paths: JsonObject): JsonObject {
  const usesShared = responsesOf(paths).some((response) => response["$ref"] === sharedError.$ref);
  const usesBody = usesShared || responsesOf(paths).some((response) => response["x-md2oas-default"] === true);
  const { errorName } = context;
  const used = usesBody ? schemas : toObject(Object.entries(schemas).filter(([name]) => name !== errorName));
  const securitySchemes = emitSecuritySchemes(context);
  return {
    ...(Object.keys(used).length > 0 && { schemas: withAppendix(used, paths, errorName) }),
    ...(usesShared && { responses: { error: emitErrorResponse(context) } }),
    ...(Object.keys(securitySchemes).length > 0 && { securitySchemes }),
  };
}

/**
 * The schemas, one of which names the types that the docs describe and nothing refers to: they are a part of the API, and tools that
 * drop or report what nobody uses leave them alone. `$defs` says nothing about values (JSON Schema 2020-12 Core, section 8.2.4). It stands
 * in the body of errors, which all operations have, else in the first type that an operation names.
 */
function withAppendix(schemas: JsonObject, paths: JsonObject, errorName: string): JsonObject {
  const used = collectReferences(paths, new Set());
  const known = collectReferences(schemas, new Set(used));
  const names = Object.keys(schemas);
  const unused = names.filter((name) => !known.has(refTo(name).$ref) && name !== errorName);
  const holder = names.includes(errorName) ? errorName : names.find((name) => used.has(refTo(name).$ref));
  const schema = holder === undefined ? undefined : schemas[holder];
  if (holder === undefined || !isJsonObject(schema) || unused.length === 0) return schemas;
  const appendix = { $comment: appendixComment, $defs: toObject(unused.map((name) => [name, refTo(name)])) };
  return toObject(
    Object.entries(schemas).map(([name, own]) => [name, name === holder ? { ...schema, ...appendix } : own]),
  );
}

const appendixComment = "$defs names the types that the docs describe and nothing else refers to.";

/** Adds the references in a part of a document, those of discriminators included, to those that are known. */
function collectReferences(value: Json, known: Set<string>): Set<string> {
  if (typeof value !== "object" || value === null) return known;
  // The keys of a discriminator's mapping are values of `@odata.type`: `#shop.order`.
  for (const [key, member] of Object.entries(value)) {
    if (typeof member !== "string") collectReferences(member, known);
    else if (key === "$ref" || key.startsWith("#")) known.add(member);
  }
  return known;
}

function responsesOf(paths: JsonObject): JsonObject[] {
  return members(paths)
    .flatMap(members)
    .flatMap((operation) => members(operation["responses"]));
}

function members(value: Json | undefined): JsonObject[] {
  return isJsonObject(value) ? Object.values(value).filter(isJsonObject) : [];
}
