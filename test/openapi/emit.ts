import type { ApiModel } from "../../src/model/api-model.ts";
import type { Operation } from "../../src/model/operation.ts";
import type { JsonObject } from "../../src/openapi/document.ts";
import { emitDocument } from "../../src/openapi/emit-document.ts";
import type { EmitOptions } from "../../src/openapi/emit-options.ts";
import type { Locations } from "../../src/openapi/locations.ts";
import { fromPointer } from "../../src/openapi/locations.ts";
import type { Diagnostic } from "../../src/source/diagnostic.ts";

export interface Emitted {
  readonly document: JsonObject;
  readonly locations: Locations;
  readonly diagnostics: readonly Diagnostic[];
  /** The part of the document at a JSON pointer. */
  at(pointer: string): unknown;
}

/** The document of a model that has only what a test is about. */
export function emit(model: Partial<ApiModel>, options: Partial<EmitOptions> = {}): Emitted {
  const diagnostics: Diagnostic[] = [];
  const empty = { servers: [], operations: [], resources: [], enums: [], tags: [], language: "en-US" };
  const { document, locations } = emitDocument(
    { ...empty, ...model },
    { title: "Test", version: "1", ...options },
    (diagnostic) => diagnostics.push(diagnostic),
  );
  const at = (pointer: string) =>
    fromPointer(pointer).reduce<unknown>(
      (value, key) => (value as Record<string, unknown> | undefined)?.[key],
      document,
    );
  return { document, locations, diagnostics, at };
}

/** The Operation Object of a model with this operation only. */
export function emitOne(operation: Operation, options: Partial<EmitOptions> = {}): Emitted {
  const emitted = emit({ operations: [operation] }, options);
  const path = operation.path.replaceAll("~", "~0").replaceAll("/", "~1");
  return { ...emitted, at: (pointer) => emitted.at(`/paths/${path}/${operation.method}${pointer}`) };
}
