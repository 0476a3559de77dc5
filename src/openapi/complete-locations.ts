import type { SourceLocation } from "../source/location.ts";
import type { Json, JsonObject } from "./document.ts";
import { isJsonObject } from "./json-object.ts";
import { type Locations, toPointer } from "./locations.ts";

type Path = readonly (string | number)[];

/**
 * Gives each operation, parameter, request body, response, schema, property, enum value, example, security requirement
 * and tag that comes from a default its own place: that of what it stands in, and for what is shared the place given.
 */
export function completeLocations(document: JsonObject, locations: Locations, shared: SourceLocation): void {
  for (const path of partsOf(document)) {
    const pointer = toPointer(path);
    locations.set(pointer, locations.find(pointer) ?? shared);
  }
}

function* partsOf({ tags, paths, components }: JsonObject): Generator<Path> {
  for (const [path] of itemsOf(["tags"], tags)) yield path;
  for (const [path, item] of membersOf(["paths"], paths)) {
    for (const [operationPath, operation] of membersOf(path, item)) yield* operationParts(operationPath, operation);
  }
  if (!isJsonObject(components)) return;
  for (const [path, schema] of membersOf(["components", "schemas"], components["schemas"])) {
    yield path;
    yield* schemaParts(path, schema);
  }
  for (const [path, response] of membersOf(["components", "responses"], components["responses"])) {
    yield path;
    yield* contentParts(path, response);
  }
}

function* operationParts(path: Path, operation: JsonObject): Generator<Path> {
  yield path;
  const { parameters, requestBody, responses, security } = operation;
  for (const [at, parameter] of itemsOf([...path, "parameters"], parameters)) {
    yield at;
    yield* holderParts(at, parameter);
  }
  if (isJsonObject(requestBody)) {
    yield [...path, "requestBody"];
    yield* contentParts([...path, "requestBody"], requestBody);
  }
  for (const [at, response] of membersOf([...path, "responses"], responses)) {
    yield at;
    yield* contentParts(at, response);
  }
  for (const [at] of itemsOf([...path, "security"], security)) yield at;
}

function* contentParts(path: Path, { content }: JsonObject): Generator<Path> {
  for (const [at, mediaType] of membersOf([...path, "content"], content)) yield* holderParts(at, mediaType);
}

/** Of a Parameter or Media Type Object: what it says of its value. */
function* holderParts(path: Path, { schema, examples }: JsonObject): Generator<Path> {
  if (isJsonObject(schema)) yield* schemaParts([...path, "schema"], schema);
  for (const [at] of membersOf([...path, "examples"], examples)) yield at;
}

function* schemaParts(path: Path, schema: JsonObject): Generator<Path> {
  const members = schema["enum"];
  if (Array.isArray(members)) for (const index of members.keys()) yield [...path, "enum", index];
  for (const [at, property] of membersOf([...path, "properties"], schema["properties"])) {
    yield at;
    yield* schemaParts(at, property);
  }
  for (const keyword of ["allOf", "anyOf", "oneOf"]) {
    for (const [at, part] of itemsOf([...path, keyword], schema[keyword])) yield* schemaParts(at, part);
  }
  if (isJsonObject(schema["items"])) yield* schemaParts([...path, "items"], schema["items"]);
}

function membersOf(path: Path, value: Json | undefined): [Path, JsonObject][] {
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => (isJsonObject(member) ? [[[...path, name], member]] : []));
}

function itemsOf(path: Path, value: Json | undefined): [Path, JsonObject][] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: Json, index) => (isJsonObject(item) ? [[[...path, index], item]] : []));
}
