import type { Json, JsonObject } from "../openapi/document.ts";
import { type BodyKind, kindOf } from "./runtime/media-type.ts";
import type { OperationFacts } from "./runtime/operation-facts.ts";

/** An operation of the document, and the method of the client that calls it. */
export interface ClientOperation {
  /** Name of the method, e.g. `messageUpdate`. */
  readonly name: string;
  readonly operationId: string;
  readonly summary: string;
  readonly deprecated: boolean;
  readonly facts: OperationFacts;
}

const httpMethods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** The operations of a document that have an operationId, sorted by the name of their method. */
export function listOperations(document: JsonObject): ClientOperation[] {
  const operations: Omit<ClientOperation, "name">[] = [];
  for (const [path, item] of Object.entries(objectOf(document["paths"]))) {
    for (const method of httpMethods) {
      const operation = objectOf(objectOf(item)[method]);
      if (typeof operation["operationId"] !== "string") continue;
      operations.push({
        operationId: operation["operationId"],
        summary: typeof operation["summary"] === "string" ? operation["summary"] : "",
        deprecated: operation["deprecated"] === true,
        facts: readFacts(document, { method, path }, [objectOf(item), operation]),
      });
    }
  }
  return nameOperations(operations.sort((a, b) => (a.operationId < b.operationId ? -1 : 1)));
}

/** Names that are taken: openapi-fetch's methods, ours, what every object has, and what makes an object a promise. */
const reserved = new Set([
  ...["request", "use", "eject", "items", "then", ...httpMethods.map((method) => method.toUpperCase())],
  ...Object.getOwnPropertyNames(Object.prototype),
]);

function nameOperations(operations: readonly Omit<ClientOperation, "name">[]): ClientOperation[] {
  const taken = new Set(reserved);
  return operations.map((operation) => {
    const base = toCamelCase(operation.operationId);
    let name = reserved.has(base) ? `${base}Operation` : base;
    for (let count = 2; taken.has(name); count++) name = `${base}${count}`;
    taken.add(name);
    return { name, ...operation };
  });
}

/** `securityAction-cancelSecurityAction` is `securityActionCancelSecurityAction`. */
function toCamelCase(operationId: string): string {
  const [first = "", ...rest] = operationId.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const name = first.charAt(0).toLowerCase() + first.slice(1) + rest.map(capitalize).join("");
  return /^\p{L}/u.test(name) ? name : `_${name}`;
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function readFacts(
  document: JsonObject,
  place: Pick<OperationFacts, "method" | "path">,
  [item, operation]: readonly [item: JsonObject, operation: JsonObject],
): OperationFacts {
  const accepts = Object.keys(objectOf(resolve(document, operation["requestBody"])["content"]));
  const responses = Object.entries(objectOf(operation["responses"]));
  const gives = kindOfAll(
    responses
      .filter(([status]) => /^2/.test(status))
      .flatMap(([, response]) => Object.keys(objectOf(resolve(document, response)["content"]))),
  );
  const repeated = [...arrayOf(item["parameters"]), ...arrayOf(operation["parameters"])]
    .map((parameter) => resolve(document, parameter))
    .filter((parameter) => parameter["in"] === "query" && isRepeated(document, parameter))
    .map((parameter) => String(parameter["name"]));
  return {
    ...place,
    ...(accepts.length > 0 && accepts.join() !== "application/json" && { accepts }),
    ...(gives !== "json" && { gives }),
    ...(responses.some(([status]) => /^3/.test(status)) && { redirects: true }),
    ...(repeated.length > 0 && { repeated: [...new Set(repeated)] }),
  };
}

function kindOfAll(mediaTypes: readonly string[]): BodyKind | "any" {
  const [kind = "json", ...others] = new Set(mediaTypes.map(kindOf));
  return others.length > 0 ? "any" : kind;
}

/** A list is repeated unless the document says `explode: false` (OpenAPI 3.1, Parameter Object, `explode`). */
function isRepeated(document: JsonObject, { schema, explode, style }: JsonObject): boolean {
  const { type } = resolve(document, schema);
  const isList = type === "array" || (Array.isArray(type) && type.includes("array"));
  return isList && explode !== false && (style === undefined || style === "form");
}

/** The object that a value is or, by references inside the document, leads to; empty if there is none. */
function resolve(document: JsonObject, value: Json | undefined, depth = 0): JsonObject {
  const object = objectOf(value);
  const reference = object["$ref"];
  if (typeof reference !== "string" || !reference.startsWith("#/") || depth > 20) return object;
  const path = reference.slice(2).split("/");
  const target = path.reduce<Json | undefined>((node, key) => {
    const name = decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~");
    return Object.hasOwn(objectOf(node), name) ? objectOf(node)[name] : undefined;
  }, document);
  return resolve(document, target, depth + 1);
}

function objectOf(value: Json | undefined): JsonObject {
  return typeof value === "object" && value !== null && !isArray(value) ? value : {};
}

function arrayOf(value: Json | undefined): readonly Json[] {
  return isArray(value) ? value : [];
}

/** `Array.isArray`, which by itself does not know read-only arrays. */
function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
