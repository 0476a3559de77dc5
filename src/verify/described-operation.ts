import type { ClientOperation } from "../client/operations.ts";
import type { Json, JsonObject } from "../openapi/document.ts";
import { isJsonObject } from "../openapi/json-object.ts";
import { fromPointer } from "../openapi/locations.ts";
import { baseMediaType, isJsonMediaType } from "../openapi/media-type-name.ts";

/** What the document says about an operation, references followed. */
export interface DescribedOperation {
  /** Name of the client's method. */
  readonly name: string;
  readonly parameters: readonly DescribedParameter[];
  readonly requestBody?: DescribedBody & { readonly required: boolean };
  /** By status as the document writes it. */
  readonly responses: ReadonlyMap<string, DescribedBody & { readonly headers: ReadonlySet<string> }>;
  readonly isSecured: boolean;
}

/** A parameter that the client takes. */
export interface DescribedParameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: JsonObject;
}

/** The schemas of a body, by media type. Without any, there is no body. */
export interface DescribedBody {
  readonly contents: ReadonlyMap<string, JsonObject>;
  /** Names of the examples of all media types. */
  readonly examples: ReadonlySet<string>;
}

/** ``header `a` or `b` ``, or that there is none. */
export function listNames(names: Iterable<string>, kind: string): string {
  const list = [...names].map((name) => `\`${name}\``);
  return list.length === 0 ? `no ${kind}` : `${kind} ${list.join(" or ")}`;
}

/** Reads what a document says about the operation that a method of the client calls. */
export function describeOperation(document: JsonObject, { name, facts }: ClientOperation): DescribedOperation {
  const item = resolve(document, objectAt(document, "paths")[facts.path]);
  const operation = resolve(document, item[facts.method]);
  const requestBody = resolve(document, operation["requestBody"]);
  const security = operation["security"] ?? document["security"];
  return {
    name,
    parameters: [item["parameters"], operation["parameters"]]
      .flat()
      .filter(isJsonObject)
      .map((parameter) => describeParameter(document, resolve(document, parameter))),
    ...(operation["requestBody"] !== undefined && {
      requestBody: { ...describeBody(document, requestBody), required: requestBody["required"] === true },
    }),
    responses: new Map(
      Object.entries(objectAt(operation, "responses")).map(([status, reference]) => {
        const response = resolve(document, reference);
        const headers = Object.keys(objectAt(response, "headers")).map((header) => header.toLowerCase());
        return [status, { ...describeBody(document, response), headers: new Set(headers) }];
      }),
    ),
    isSecured: Array.isArray(security) && security.length > 0 && security.every((need) => Object.keys(need).length > 0),
  };
}

/** The description of a response: of its status, of its class, or of all (OpenAPI 3.1, Responses Object). */
export function findResponse({ responses }: DescribedOperation, status: number) {
  return responses.get(String(status)) ?? responses.get(`${Math.trunc(status / 100)}XX`) ?? responses.get("default");
}

/** The schema of a body in a media type; JSON in any spelling is JSON. */
export function findSchema({ contents }: DescribedBody, mediaType: string): JsonObject | undefined {
  const wanted = baseMediaType(mediaType);
  const entries = [...contents].map(([name, schema]) => ({ name: baseMediaType(name), schema }));
  const found =
    entries.find(({ name }) => name === wanted) ??
    entries.find(({ name }) => isJsonMediaType(name) && isJsonMediaType(wanted)) ??
    entries.find(({ name }) => name.endsWith("/*") && (name === "*/*" || wanted.startsWith(name.slice(0, -1))));
  return found?.schema;
}

function describeParameter(document: JsonObject, parameter: JsonObject): DescribedParameter {
  return {
    name: String(parameter["name"]),
    in: String(parameter["in"]),
    required: parameter["required"] === true,
    schema: resolve(document, parameter["schema"]),
  };
}

function describeBody(document: JsonObject, body: JsonObject): DescribedBody {
  const contents = Object.entries(objectAt(body, "content")).map(
    ([name, content]) => [name, resolve(document, content)] as const,
  );
  return {
    contents: new Map(contents.map(([name, content]) => [name, objectAt(content, "schema")])),
    examples: new Set(contents.flatMap(([, content]) => Object.keys(objectAt(content, "examples")))),
  };
}

/** The object that a value is or, by references inside the document, leads to; empty if there is none. */
function resolve(document: JsonObject, value: Json | undefined, depth = 0): JsonObject {
  if (!isJsonObject(value)) return {};
  const reference = value["$ref"];
  if (typeof reference !== "string" || depth > 20) return value;
  let target: Json | undefined = document;
  for (const key of fromPointer(reference.slice(1))) target = isJsonObject(target) ? target[key] : undefined;
  return resolve(document, target, depth + 1);
}

function objectAt(object: JsonObject, key: string): JsonObject {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return isJsonObject(value) ? value : {};
}
