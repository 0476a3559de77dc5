import type { Operation } from "../../../model/operation.ts";
import type { Property, Resource } from "../../../model/resource.ts";
import type { TypeRef } from "../../../model/type-ref.ts";
import type { Report } from "../../../source/diagnostic.ts";
import { typeConflict } from "../diagnostics.ts";
import { formatType } from "./compare-types.ts";

/**
 * What documented paths say of navigation properties (OData URL conventions 4.01, section 4.3: paths address related entities by
 * navigation property): `GET /users/{user-id}/joinedTeams`, returning teams, makes `joinedTeams` a member of `user`, and a list
 * there makes a relationship that the table calls a single object a collection.
 */
export function addNavigation(
  resources: readonly Resource[],
  operations: readonly Operation[],
  report: Report,
): Resource[] {
  const steps = walk(operations);
  const byName = new Map(resources.map((resource) => [resource.name, resource]));
  const added = new Map<string, Property[]>();
  for (const step of steps) {
    const owner = byName.get(step.owner);
    if (!owner || findMember(owner, step.name, byName)) continue;
    const own = added.get(owner.name) ?? [];
    if (own.some(({ name }) => name === step.name)) continue;
    added.set(owner.name, [...own, { ...step, isNavigation: true, evidence: "path" }]);
  }
  const lists = new Map(
    steps.filter(({ type }) => type.kind === "array").map((step) => [`${step.owner} ${step.name}`, step]),
  );
  return resources.map((resource) => ({
    ...resource,
    properties: [
      ...resource.properties.map((property) =>
        asList(property, lists.get(`${resource.name} ${property.name}`), report),
      ),
      ...(added.get(resource.name) ?? []).map(({ name, type, isNavigation, evidence, location }) => ({
        name,
        type,
        location,
        ...(isNavigation && { isNavigation }),
        ...(evidence && { evidence }),
      })),
    ],
  }));
}

interface Step {
  /** Full name of the type that the path starts from. */
  readonly owner: string;
  readonly name: string;
  readonly type: TypeRef;
  readonly location: Operation["location"];
}

/** A relationship that the table calls single, but whose path returns a list. */
function asList(property: Property, step: Step | undefined, report: Report): Property {
  const { type } = property;
  if (!step || !property.isNavigation || type.kind !== "named" || step.type.kind !== "array") return property;
  if (step.type.items.kind !== "named" || step.type.items.name !== type.name) return property;
  report({
    ...typeConflict(property.location, property.name, formatType(step.type), formatType(type)),
    related: [{ message: "Listed here", location: step.location }],
  });
  return { ...property, type: step.type };
}

/** The steps from a documented object to a related one that GET operations take. */
function walk(operations: readonly Operation[]): Step[] {
  const types = typesByPath(operations);
  return operations.flatMap(({ method, path, id, location }) => {
    const [, parent = "", name = ""] = /^(.*)\/([a-z]\w*)$/.exec(path) ?? [];
    const owner = types.get(parent.toLowerCase());
    const type = types.get(path.toLowerCase());
    const item = type?.kind === "array" ? type.items : type;
    if (method !== "get" || owner?.kind !== "named" || !type || item?.kind !== "named" || isFunction(id)) return [];
    return [{ owner: owner.name, name, type, location }];
  });
}

/** What GET returns by path; below a list, an object of the list by any key. */
function typesByPath(operations: readonly Operation[]): Map<string, TypeRef> {
  const types = new Map<string, TypeRef>();
  const items = new Map<string, TypeRef>();
  for (const { method, path, responses } of operations) {
    const type = responses.find(({ status }) => status === "200" || status === "201")?.contents[0]?.type;
    const key = path.toLowerCase();
    if (type && method === "get") types.set(key, type);
    const item = itemOf(method, type);
    if (item?.kind === "named" && !items.has(key)) items.set(key, item);
  }
  for (const keyed of operations.flatMap(({ path }) => keyedPaths(path.toLowerCase()))) {
    const item = items.get(keyed.slice(0, keyed.lastIndexOf("/")));
    if (item && !types.has(keyed)) types.set(keyed, item);
  }
  return types;
}

/** What a list holds: what GET lists, or what POST adds. */
function itemOf(method: Operation["method"], type: TypeRef | undefined): TypeRef | undefined {
  if (method === "post") return type;
  return method === "get" && type?.kind === "array" ? type.items : undefined;
}

/** The starts of a path that end in a key: `/users/{user-id}`, `/users/{user-id}/events/{event-id}`. */
function keyedPaths(path: string): string[] {
  return [...path.matchAll(/\/\{[^}/]*\}(?=\/|$)/g)].map((match) => path.slice(0, match.index + match[0].length));
}

/** Pages of relationships are called `user-list-joinedteams` or `presence-get`; those of functions after the function. */
function isFunction(id: string): boolean {
  return !/-(?:list|get)(?:-|$)/i.test(id) || /delta/i.test(id);
}

function findMember(owner: Resource, name: string, byName: ReadonlyMap<string, Resource>): boolean {
  const seen = new Set<Resource>();
  for (let at: Resource | undefined = owner; at && !seen.has(at); at = byName.get(at.baseType ?? "")) {
    seen.add(at);
    if (at.properties.some((property) => property.name.toLowerCase() === name.toLowerCase())) return true;
  }
  return false;
}
