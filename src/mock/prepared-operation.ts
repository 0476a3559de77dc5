import type { Json, JsonObject } from "../openapi/document.ts";
import { isObject, type Part, resolveMembers, resolvePart } from "./json-pointer.ts";
import type { DocumentedOperation } from "./operations.ts";

/** What the mock needs to know of an operation, read when a request first asks for it. Small: schemas stay in the document. */
export interface PreparedOperation {
  readonly operation: DocumentedOperation;
  readonly parameters: readonly DocumentedParameter[];
  /** Left out: the operation takes no body. */
  readonly requestBody?: { readonly required: boolean; readonly contents: readonly DocumentedContent[] };
  readonly responses: readonly DocumentedResponse[];
}

/** A Parameter Object (OpenAPI 3.1, section 4.8.12) or Header Object with its defaults filled in. */
export interface DocumentedParameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly style: string;
  readonly explode: boolean;
  /** The schema, its `$ref` followed. */
  readonly schema?: Part;
  readonly examples: readonly DocumentedExample[];
}

/** A Media Type Object under its media type. */
export interface DocumentedContent {
  readonly mediaType: string;
  /** The schema as it stands, not followed, so that keywords beside a `$ref` count. */
  readonly schema?: Part;
  readonly examples: readonly DocumentedExample[];
}

/** A Response Object under its status: `200`, `4XX` or `default`. */
export interface DocumentedResponse {
  readonly status: string;
  readonly pointer: string;
  readonly headers: readonly DocumentedParameter[];
  readonly contents: readonly DocumentedContent[];
}

/** An example value. The same name on parameters, request body and response makes them one documented exchange. */
export interface DocumentedExample {
  readonly name: string;
  readonly value: Json;
}

/** Reads an operation and what its references lead to. */
export function prepareOperation(document: JsonObject, operation: DocumentedOperation): PreparedOperation {
  const root: Part = { value: document, pointer: "" };
  const item = resolvePart(document, root, ...segmentsOf(operation.itemPointer)) ?? root;
  const own = resolvePart(document, item, operation.method) ?? item;
  const body = resolvePart(document, own, "requestBody");
  return {
    operation,
    parameters: readParameters(document, item, own),
    ...(body && {
      requestBody: { required: memberOf(body, "required") === true, contents: readContents(document, body) },
    }),
    responses: resolveMembers(document, own, "responses").map(([status, response]) => ({
      status,
      pointer: response.pointer,
      headers: resolveMembers(document, response, "headers").map(([name, header]) =>
        readParameter(document, header, name, "header"),
      ),
      contents: readContents(document, response),
    })),
  };
}

/** The response that an operation documents for a status: exactly, by range, or by default. */
export function findResponse(operation: PreparedOperation, status: number): DocumentedResponse | undefined {
  const find = (key: string) => operation.responses.find((response) => response.status.toUpperCase() === key);
  return find(String(status)) ?? find(`${String(status)[0]}XX`) ?? find("DEFAULT");
}

function segmentsOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Those of the operation override those of the path item with the same name and place. */
function readParameters(document: JsonObject, item: Part, own: Part): DocumentedParameter[] {
  const byKey = new Map<string, DocumentedParameter>();
  for (const owner of [item, own]) {
    for (const [, part] of membersOfArray(document, owner, "parameters")) {
      const name = memberOf(part, "name");
      const place = memberOf(part, "in");
      if (typeof name !== "string" || typeof place !== "string") continue;
      byKey.set(`${place}\0${name}`, readParameter(document, part, name, place));
    }
  }
  return [...byKey.values()];
}

function membersOfArray(document: JsonObject, owner: Part, key: string): [string, Part][] {
  const list = resolvePart(document, owner, key);
  if (!list || !Array.isArray(list.value)) return [];
  return list.value.flatMap((_, index): [string, Part][] => {
    const part = resolvePart(document, list, String(index));
    return part ? [[String(index), part]] : [];
  });
}

function readParameter(document: JsonObject, part: Part, name: string, place: string): DocumentedParameter {
  const style = memberOf(part, "style");
  const explode = memberOf(part, "explode");
  const usedStyle = typeof style === "string" ? style : place === "query" || place === "cookie" ? "form" : "simple";
  // A parameter may have `content` with one media type in place of a schema.
  const [content] = resolveMembers(document, part, "content");
  const schema = resolvePart(document, part, "schema") ?? (content && resolvePart(document, content[1], "schema"));
  return {
    name,
    in: place,
    required: memberOf(part, "required") === true || place === "path",
    style: usedStyle,
    explode: typeof explode === "boolean" ? explode : usedStyle === "form",
    ...(schema && { schema }),
    examples: [...readExamples(document, part), ...(content ? readExamples(document, content[1]) : [])],
  };
}

function readContents(document: JsonObject, owner: Part): DocumentedContent[] {
  return resolveMembers(document, owner, "content").map(([mediaType, media]) => {
    const value = memberOf(media, "schema");
    const schema = value === undefined ? undefined : { value, pointer: `${media.pointer}/schema` };
    const examples = readExamples(document, media);
    const fallback = schema && examples.length === 0 ? resolvePart(document, schema) : undefined;
    return {
      mediaType,
      ...(schema && { schema }),
      examples: fallback ? readSchemaExamples(fallback) : examples,
    };
  });
}

function readExamples(document: JsonObject, owner: Part): DocumentedExample[] {
  const example = memberOf(owner, "example");
  const named = resolveMembers(document, owner, "examples").flatMap(([name, part]): DocumentedExample[] => {
    const value = memberOf(part, "value");
    return value === undefined ? [] : [{ name, value }];
  });
  return [...(example === undefined ? [] : [{ name: "default", value: example }]), ...named];
}

/** An example on the schema of a body is one of the body. */
function readSchemaExamples(schema: Part): DocumentedExample[] {
  const examples = memberOf(schema, "examples");
  const value = memberOf(schema, "example") ?? (Array.isArray(examples) ? examples[0] : undefined);
  return value === undefined ? [] : [{ name: "default", value }];
}

function memberOf(part: Part, key: string): Json | undefined {
  return isObject(part.value) && Object.hasOwn(part.value, key) ? part.value[key] : undefined;
}
