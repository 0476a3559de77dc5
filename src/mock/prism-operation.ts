import { transformOas3Operations } from "@stoplight/http-spec/oas3/operation";
import type { Json, JsonObject } from "../openapi/document.ts";
import { findPart, isObject, resolveMembers } from "./json-pointer.ts";
import type { DocumentedOperation } from "./operations.ts";
import type {
  DocumentedContent,
  DocumentedExample,
  DocumentedParameter,
  PreparedOperation,
} from "./prepared-operation.ts";
import type { PrismOperation } from "./prism.ts";

/** Makes a value for a body or header without example. Called when a request first needs it. */
export type Generate = (source: DocumentedContent | DocumentedParameter) => Json | undefined;

/**
 * Makes Prism's form of one operation, from a document that holds just this operation, without schemas: Prism chooses
 * among responses, media types and examples, and checks credentials; validation and generation are ours.
 */
export function createPrismOperation(
  document: JsonObject,
  prepared: PreparedOperation,
  generate: Generate,
): PrismOperation {
  const { operation, responses } = prepared;
  const mini = {
    openapi: "3.1.0",
    info: { title: "", version: "" },
    paths: { [operation.path]: { [operation.method]: { ...relevantMembers(document, operation), responses: {} } } },
    components: { securitySchemes: schemesWithoutScopes(document) },
  };
  const [transformed] = transformOas3Operations(mini);
  if (!transformed) throw new Error(`Prism finds no operation in ${operation.pointer}`);
  return {
    ...transformed,
    responses: responses.map((response, index) => ({
      id: `response-${index}`,
      code: response.status,
      headers: response.headers.map((header) => ({
        id: header.name,
        name: header.name,
        style: "simple",
        // Prism gives a header a value only if it has a schema.
        schema: {},
        examples: examplesOf(header, generate),
      })),
      contents: response.contents.map((content) => ({
        id: content.mediaType,
        mediaType: content.mediaType,
        examples: examplesOf(content, generate),
      })),
    })) as PrismOperation["responses"],
  };
}

/** What Prism itself looks at in an operation. Not callbacks: the mock sends nothing on its own. */
function relevantMembers(document: JsonObject, { pointer }: DocumentedOperation): JsonObject {
  const value = findPart(document, pointer);
  const security = memberOf(value, "security") ?? document["security"];
  const deprecated = memberOf(value, "deprecated");
  return {
    ...(Array.isArray(security) && { security: requirementsWithoutScopes(security) }),
    ...(deprecated !== undefined && { deprecated }),
  };
}

/** Prism asks for a scheme and not for its scopes, of which a large API has hundreds, and many alternatives. */
function requirementsWithoutScopes(security: readonly Json[]): Json[] {
  const names = new Set(security.filter(isObject).map((requirement) => Object.keys(requirement).join("\0")));
  return [...names].map((list) => Object.fromEntries(list === "" ? [] : list.split("\0").map((name) => [name, []])));
}

function schemesWithoutScopes(document: JsonObject): JsonObject {
  const schemes = resolveMembers(document, { value: document, pointer: "" }, "components", "securitySchemes");
  return Object.fromEntries(schemes.map(([name, { value }]) => [name, isObject(value) ? withoutScopes(value) : value]));
}

function withoutScopes(scheme: JsonObject): JsonObject {
  const { flows } = scheme;
  if (!isObject(flows)) return scheme;
  const slim = Object.entries(flows).map(([name, flow]) => [name, isObject(flow) ? { ...flow, scopes: {} } : flow]);
  return { ...scheme, flows: Object.fromEntries(slim) };
}

function memberOf(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function examplesOf(source: DocumentedContent | DocumentedParameter, generate: Generate) {
  const documented = source.examples.map(({ name, value }: DocumentedExample) => ({ id: name, key: name, value }));
  if (documented.length > 0 || !source.schema) return documented;
  let generated: { readonly value: Json | undefined } | undefined;
  return [
    {
      id: "generated",
      key: "generated",
      get value() {
        generated ??= { value: generate(source) };
        return generated.value;
      },
    },
  ];
}
