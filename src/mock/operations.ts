import type { JsonObject } from "../openapi/document.ts";
import { toPointer } from "../openapi/locations.ts";
import { isObject, resolvePart } from "./json-pointer.ts";

/** The methods that a Path Item Object can have (OpenAPI 3.1, section 4.8.9). */
export const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** A method of a Path Item Object, in lower case as OpenAPI writes it. */
export type Method = (typeof METHODS)[number];

/** One operation of a document, by its places; its content is read when a request first asks for it. */
export interface DocumentedOperation {
  readonly method: Method;
  /** The path template, e.g. `/users/{user-id}`. */
  readonly path: string;
  /** JSON pointer of the operation. */
  readonly pointer: string;
  /** JSON pointer of its Path Item Object. */
  readonly itemPointer: string;
  readonly operationId?: string;
  readonly summary?: string;
}

/** All operations of a document, in document order. */
export function readOperations(document: JsonObject): DocumentedOperation[] {
  const paths = document["paths"];
  if (!isObject(paths)) return [];
  return Object.keys(paths).flatMap((path) => {
    const item = resolvePart(document, { value: document, pointer: "" }, "paths", path);
    if (!path.startsWith("/") || !item || !isObject(item.value)) return [];
    const { value, pointer } = item;
    return METHODS.flatMap((method): DocumentedOperation[] => {
      const operation = Object.hasOwn(value, method) ? value[method] : undefined;
      if (!isObject(operation)) return [];
      const { operationId, summary } = operation;
      return [
        {
          method,
          path,
          pointer: pointer + toPointer([method]),
          itemPointer: pointer,
          ...(typeof operationId === "string" && { operationId }),
          ...(typeof summary === "string" && { summary }),
        },
      ];
    });
  });
}

/** How an operation is named to people: its operationId, else its method and path. */
export function nameOf({ operationId, method, path }: DocumentedOperation): string {
  return operationId ?? `${method.toUpperCase()} ${path}`;
}

/** The path part of each server URL of the document, without trailing slash, e.g. `/v1.0`; none for a bare host. */
export function readBasePaths(document: JsonObject): string[] {
  const servers = Array.isArray(document["servers"]) ? document["servers"] : [];
  const bases = servers.filter(isObject).map(basePathOf);
  return [...new Set(bases)].filter((base) => base !== "");
}

function basePathOf(server: JsonObject): string {
  const { url, variables } = server;
  if (typeof url !== "string") return "";
  const filled = url.replace(/\{([^{}]*)\}/g, (_, name: string) => defaultOf(variables, name));
  try {
    return new URL(filled, "http://localhost").pathname.replace(/\/+$/, "");
  } catch {
    return "";
  }
}

function defaultOf(variables: JsonObject[string] | undefined, name: string): string {
  const variable = isObject(variables) && Object.hasOwn(variables, name) ? variables[name] : undefined;
  const value = isObject(variable) ? variable["default"] : undefined;
  return typeof value === "string" ? value : "";
}
