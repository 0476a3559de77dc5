import type { CodeSample, Operation, Parameter, Permission } from "../../../../model/operation.ts";
import type { Report } from "../../../../source/diagnostic.ts";
import { operationMerged } from "../../diagnostics.ts";
import type { Hierarchy } from "../types/compare-types.ts";
import { mergeRequestBodies, mergeResponses, type PageWeights } from "./merge-bodies.ts";

/**
 * One operation from all the pages that document it. The first page gives name, summary and description; parameters, scopes,
 * responses and examples of all pages count.
 *
 * Types come from the first `decisive` pages, which are about the operation itself; others use it to show something else
 * (extended properties, open extensions) and name whatever they show. Where decisive pages state different types, their
 * common base or any of them is meant.
 */
export function mergeOperations(
  operations: readonly Operation[],
  { decisive, isFocused }: PageWeights,
  hierarchy: Hierarchy,
  report: Report,
): Operation {
  const [first, ...others] = operations as [Operation, ...Operation[]];
  if (others.length === 0) return first;
  for (const other of others) {
    const name = `${first.method.toUpperCase()} ${first.path}`;
    report({
      ...operationMerged(other.location, name),
      related: [{ message: "First documented here", location: first.location }],
    });
  }
  const requestBody = mergeRequestBodies(operations, { decisive, isFocused }, hierarchy);
  const permissions = mergePermissions(operations);
  const permissionsByResource = operations.flatMap((operation) => operation.permissionsByResource ?? []);
  const { requestBody: _body, permissions: _permissions, deprecated: _deprecated, ...rest } = first;
  return {
    ...rest,
    parameters: mergeParameters(operations),
    responses: mergeResponses(operations, { decisive, isFocused }, hierarchy, report),
    examples: mergeExamples(operations),
    codeSamples: mergeCodeSamples(operations),
    alsoAt: others.map(({ location }) => location),
    ...(requestBody && { requestBody }),
    ...(permissions && { permissions }),
    ...(permissionsByResource.length > 0 && { permissionsByResource }),
    // A page about an old way to use an operation does not deprecate the operation.
    ...(operations.every(({ deprecated }) => deprecated !== undefined) && { deprecated: first.deprecated as true }),
  };
}

/** Pages on one operation often show the same snippet. */
function mergeCodeSamples(operations: readonly Operation[]): CodeSample[] {
  const samples = new Map<string, CodeSample>();
  for (const sample of operations.flatMap(({ codeSamples }) => codeSamples)) {
    const key = `${sample.language}\n${sample.source}`;
    if (!samples.has(key)) samples.set(key, sample);
  }
  return [...samples.values()];
}

function mergeParameters(operations: readonly Operation[]): Parameter[] {
  const parameters = new Map<string, Parameter>();
  for (const { parameters: own } of operations) {
    for (const parameter of own) {
      const key = `${parameter.in} ${parameter.name.toLowerCase()}`;
      const known = parameters.get(key);
      // Required by one page, unknown to another: a request without it is documented, too.
      const isEverywhere = operations.every(({ parameters: all }) =>
        all.some((other) => other.name === parameter.name && other.required),
      );
      const required = parameter.in === "path" || isEverywhere;
      if (!known) parameters.set(key, { ...parameter, required });
    }
  }
  return [...parameters.values()];
}

function mergePermissions(operations: readonly Operation[]): Permission[] | undefined {
  const all = operations.flatMap(({ permissions }) => permissions ?? []);
  if (operations.every(({ permissions }) => permissions === undefined)) return undefined;
  const merged = new Map<Permission["grant"], Permission>();
  for (const permission of all) {
    const known = merged.get(permission.grant);
    const alternatives = [...(known?.alternatives ?? [])];
    for (const set of permission.alternatives) {
      if (!alternatives.some(({ scopes }) => scopes.join(" ") === set.scopes.join(" "))) alternatives.push(set);
    }
    merged.set(permission.grant, { ...(known ?? permission), alternatives });
  }
  return [...merged.values()];
}

/** Names are unique per page; two pages can use the same. */
function mergeExamples(operations: readonly Operation[]): Operation["examples"] {
  const names = new Set<string>();
  return operations.flatMap(({ id, examples }) =>
    examples.map((example) => {
      let name = example.name;
      if (names.has(name)) name = `${id}-${name}`;
      for (let count = 2; names.has(name); count++) name = `${id}-${example.name}-${count}`;
      names.add(name);
      return { ...example, name };
    }),
  );
}
