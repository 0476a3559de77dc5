import type { ApiModel } from "../model/api-model.ts";
import type { Grant } from "../model/operation.ts";
import type { Report } from "../source/diagnostic.ts";
import { CollectionResponses } from "./collection-response.ts";
import type { EmitOptions } from "./emit-options.ts";
import { SchemaNames } from "./schema-names.ts";
import { TypeHierarchy } from "./type-hierarchy.ts";

/** What every emitter may ask for; settled before the first Object is emitted. */
export interface EmitContext {
  readonly model: ApiModel;
  readonly options: EmitOptions;
  readonly names: SchemaNames;
  readonly collections: CollectionResponses;
  readonly hierarchy: TypeHierarchy;
  /** Component name of the body of errors. */
  readonly errorName: string;
  /** Scopes of each grant that some operation supports. */
  readonly grants: ReadonlyMap<Grant, readonly string[]>;
  readonly report: Report;
}

/** The context for a model. */
export function createContext(model: ApiModel, options: EmitOptions, report: Report): EmitContext {
  const names = new SchemaNames(model);
  const collections = new CollectionResponses(isOData(options) ? model.operations : [], names);
  const hierarchy = new TypeHierarchy(model.resources);
  return {
    model,
    options,
    names,
    collections,
    hierarchy,
    errorName: names.claim("errorResponse"),
    grants: readGrants(model),
    report,
  };
}

/** Whether OData's conventions hold. */
export function isOData(options: EmitOptions): boolean {
  return options.conventions !== "plain";
}

/** The grants in use, in a fixed order, with their scopes sorted. */
function readGrants({ operations }: ApiModel): Map<Grant, string[]> {
  const grants: readonly Grant[] = ["delegatedWork", "delegatedPersonal", "application"];
  const permissions = operations.flatMap((operation) => operation.permissions ?? []);
  return new Map(
    grants.flatMap((grant): [Grant, string[]][] => {
      const alternatives = permissions
        .filter((permission) => permission.grant === grant)
        .flatMap((permission) => permission.alternatives);
      const scopes = new Set(alternatives.flatMap((alternative) => alternative.scopes));
      return alternatives.length > 0 ? [[grant, [...scopes].sort()]] : [];
    }),
  );
}
