import { parentPort, Worker, workerData } from "node:worker_threads";
import {
  astToString,
  type GlobalContext,
  type OpenAPI3,
  resolveRef,
  type SchemaObject,
  scanDiscriminators,
  type TransformNodeOptions,
  transformSchema,
} from "openapi-typescript";
import ts from "typescript";
import type { JsonObject } from "../openapi/document.ts";
import { retypeContents } from "./retype-contents.ts";
import { retypeDiscriminators } from "./retype-discriminators.ts";

const threadName = "md2oas/client";

/** openapi-typescript walks the document recursively; the default stack of 1 MB ends at some thousand operations. */
const stackSizeMb = 256;

/**
 * The TypeScript types of a document: the interfaces `paths`, `components` and `operations`, as openapi-fetch takes
 * them. Bodies that are neither JSON nor text are `Blob`s. Runs in a thread of its own, with a large stack.
 *
 * @see https://openapi-ts.dev/introduction
 */
export function generateTypes(document: JsonObject): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: { thread: threadName, document },
      resourceLimits: { stackSizeMb },
    });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

/** `document` is this thread's own copy, in which we mark bodies and what tells types apart. */
function emitTypes(document: OpenAPI3): string {
  retypeContents(document);
  retypeDiscriminators(document);
  dropAppendix(document);
  return astToString(transformSchema(document, createContext(document)));
}

/** openapi-typescript takes definitions for a property. Those that only name components are types already. */
function dropAppendix({ components }: OpenAPI3): void {
  for (const schema of Object.values(components?.schemas ?? {}) as { $defs?: Record<string, object> }[]) {
    if (Object.values(schema.$defs ?? {}).every((definition) => "$ref" in definition)) delete schema.$defs;
  }
}

/**
 * What openapi-typescript's own entry point sets up after it has linted and bundled the document with an old Redocly.
 * We call the step behind that: our documents are linted already and have no external references, and that Redocly
 * throws on properties named `constructor`, `hasOwnProperty` or `valueOf`.
 */
function createContext(document: OpenAPI3): GlobalContext {
  return {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    // A default is what the server assumes, so that a request may leave the property out.
    defaultNonNullable: false,
    discriminators: scanDiscriminators(document, { silent: true }),
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    postTransform: () => undefined,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    // Declared, but only the entry point reads it.
    redoc: undefined as unknown as GlobalContext["redoc"],
    resolve: ($ref) => resolveRef(document, $ref, { silent: true }),
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    transform: emitBinary,
    transformProperty: () => undefined,
  };
}

const bytes = ["Blob", "ArrayBuffer", "Uint8Array", "ReadableStream"];

/** Files: a request takes them from several sources, a response gives a `Blob`. */
function emitBinary({ format }: SchemaObject, { path = "" }: TransformNodeOptions): ts.TypeNode | undefined {
  if (format !== "binary") return undefined;
  const isWholeRequest = /\/(requestBody|requestBodies\/[^/]*)\/content\/[^/]*$/.test(path);
  const names = isWholeRequest ? bytes : ["Blob"];
  const types: ts.TypeNode[] = names.map((name) => ts.factory.createTypeReferenceNode(name));
  if (isWholeRequest) types.push(ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword));
  return ts.factory.createUnionTypeNode(types);
}

if (workerData?.thread === threadName) parentPort?.postMessage(emitTypes(workerData.document));
