import type { Operation } from "../model/operation.ts";
import type { Report } from "../source/diagnostic.ts";
import type { BodyContext } from "./content.ts";
import { duplicateOperation } from "./diagnostics.ts";
import type { JsonObject } from "./document.ts";
import { toObject } from "./json-object.ts";
import type { Locations } from "./locations.ts";
import { mergeOperations } from "./merge-operations.ts";
import { emitOperation } from "./operation.ts";

/**
 * The Paths Object with a Path Item Object for each path, in the order of the model.
 *
 * @see https://spec.openapis.org/oas/v3.1.0#paths-object
 */
export function emitPaths(context: BodyContext, operations: readonly Operation[], locations: Locations): JsonObject {
  const byPath = Map.groupBy(operations, ({ path }) => path);
  return toObject(
    [...byPath].map(([path, ofPath]) => {
      const emitted = ofPath.map((operation) => {
        const locate = locations.under("paths", path, operation.method);
        return [operation.method, emitOperation(context, operation, locate)] as const;
      });
      return [path, toObject(emitted)];
    }),
  );
}

/** The operations with each method and path once; later ones add to the first what it lacks, and are reported. */
export function uniqueOperations(operations: readonly Operation[], report: Report): Operation[] {
  const unique = new Map<string, Operation>();
  for (const operation of operations) {
    const key = `${operation.method} ${operation.path}`;
    const first = unique.get(key);
    if (first) {
      const related = [{ message: `\`${first.id}\` is here`, location: first.location }];
      report({ ...duplicateOperation(operation.location, first.id, operation.id), related });
    }
    unique.set(key, first ? mergeOperations(first, operation) : operation);
  }
  return [...unique.values()];
}
