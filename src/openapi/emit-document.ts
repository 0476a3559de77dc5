import assert from "node:assert/strict";
import type { ApiModel } from "../model/api-model.ts";
import type { Report } from "../source/diagnostic.ts";
import { completeLocations } from "./complete-locations.ts";
import { emitComponents, emitSchemas } from "./components.ts";
import type { Json, JsonObject, OpenApiDocument } from "./document.ts";
import { createContext } from "./emit-context.ts";
import { defaultMark, type EmitOptions } from "./emit-options.ts";
import { ExampleChecker } from "./example.ts";
import { toObject } from "./json-object.ts";
import { Locations } from "./locations.ts";
import { emitPaths, uniqueOperations } from "./paths.ts";
import { emitTagGroups, emitTags } from "./tag.ts";

/**
 * The OpenAPI 3.1 document of a model, and where each part of it came from. What contradicts itself is reported.
 *
 * @see https://spec.openapis.org/oas/v3.1.0#openapi-object
 */
export function emitDocument(given: ApiModel, options: EmitOptions, report: Report): OpenApiDocument {
  const model = { ...given, operations: uniqueOperations(given.operations, report) };
  assertUniqueIds(model);
  const context = createContext(model, options, report);
  const locations = new Locations();
  const schemas = emitSchemas(context, locations);
  const checker = new ExampleChecker(schemas, locations, report);
  const paths = emitPaths({ ...context, checker }, model.operations, locations);
  const components = emitComponents(context, schemas, paths);
  const tags = emitTags(context, locations);
  const document = {
    openapi: "3.1.0",
    info: emitInfo(options),
    servers: emitServers(options.servers ?? model.servers),
    ...(context.grants.size === 0 && { security: noSecurity }),
    ...(tags.length > 0 && { tags }),
    ...emitTagGroups(context, locations),
    paths,
    ...(Object.keys(components).length > 0 && { components }),
  };
  const [first] = model.operations;
  if (first) completeLocations(document, locations, first.location);
  return { document, locations };
}

/**
 * Docs that never mention permissions. An empty list at the root names no mechanism, as leaving the field out does, and
 * says that this is on purpose; only on an operation it would lift a requirement (OpenAPI 3.1, Operation Object,
 * `security`).
 */
const noSecurity: readonly Json[] = [];

function emitInfo({ title, version, description, license }: EmitOptions): JsonObject {
  return {
    title,
    version,
    ...(description && { description }),
    // SPDX's word for "nobody has said".
    license: { ...(license ?? { name: "Not stated", identifier: "NOASSERTION" }) },
  };
}

/** Without any server OpenAPI assumes `/`; the document says so. */
function emitServers(urls: readonly string[]): JsonObject[] {
  const trimmed = urls.map((url) => url.replace(/(?<=.)\/+$/, ""));
  return (trimmed.length > 0 ? [...new Set(trimmed)] : ["/"]).map((url) => ({ url, ...emitVariables(url) }));
}

/** OpenAPI demands a default of the variables in a URL. The docs name only the variable. */
function emitVariables(url: string): JsonObject {
  const names = [...url.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "");
  const variables = names.map((name): [string, JsonObject] => [name, { default: name, ...defaultMark }]);
  return names.length > 0 ? { variables: toObject(variables) } : {};
}

function assertUniqueIds({ operations }: ApiModel): void {
  const ids = new Set<string>();
  for (const { id } of operations) {
    assert(!ids.has(id), `operation id ${id} is given twice`);
    ids.add(id);
  }
}
