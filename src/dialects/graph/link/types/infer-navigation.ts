import pluralize from "pluralize";
import type { Operation } from "../../../../model/operation.ts";
import type { Property, Resource } from "../../../../model/resource.ts";
import type { TypeRef } from "../../../../model/type-ref.ts";
import type { Report } from "../../../../source/diagnostic.ts";
import { typeConflict } from "../../type-diagnostics.ts";
import { formatType, isSameType } from "./compare-types.ts";
import { PathTypes } from "./path-types.ts";
import { TypeMembers } from "./type-members.ts";

/**
 * What documented paths say of navigation properties (OData URL conventions 4.01, section 4.3: paths address related entities by
 * navigation property): `GET /users/{user-id}/joinedTeams`, returning teams, makes `joinedTeams` a member of `user`,
 * `GET /users/{user-id}/chats/{chat-id}` makes `chats` a list of its members, and a list makes a relationship that the table
 * calls a single object a collection.
 */
export function addNavigation(
  resources: readonly Resource[],
  operations: readonly Operation[],
  report: Report,
): Resource[] {
  const types = new PathTypes(operations, resources);
  const members = new TypeMembers(resources);
  const steps = walk(operations, types);
  const added = new Map<string, Property[]>();
  for (const { owner, name, type, location } of steps) {
    // What a derived type declares is its own, even if paths leave the cast to it out.
    if (members.share(owner, [name]) > 0) continue;
    const own = added.get(owner) ?? [];
    if (own.some((property) => property.name.toLowerCase() === name.toLowerCase())) continue;
    added.set(owner, [...own, { name, type, location, isNavigation: true, evidence: "path" }]);
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
      ...(added.get(resource.name) ?? []),
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

/** The steps from a documented object to a related one that GET operations take, to a list or to an object of one. */
function walk(operations: readonly Operation[], types: PathTypes): Step[] {
  const reads = operations.filter(({ method, id }) => method === "get" && !isFunction(id));
  const fromKeys = reads.flatMap((read) => {
    const [, list = ""] = /^(.*)\/\{[^}/]*\}$/.exec(read.path) ?? [];
    const item = types.at(read.path);
    return isPlural(list) && item?.kind === "named" ? stepTo(list, { kind: "array", items: item }, read, types) : [];
  });
  const keyed = new Map(fromKeys.map((step) => [`${step.owner} ${step.name}`, step.type]));
  const fromNames = reads.flatMap((read) => stepTo(read.path, types.at(read.path), read, types));
  return [
    ...fromNames.map((step) => ({ ...step, type: listOf(step.type, keyed.get(`${step.owner} ${step.name}`)) })),
    ...fromKeys,
    ...operations.filter(({ method }) => method === "put").flatMap((write) => stepOfWrite(write, types)),
    ...operations.flatMap((operation) => impliedSteps(operation, types)),
  ];
}

/** `PUT /groups/{group-id}/team` sends a team, and answers with it. */
function stepOfWrite(write: Operation, types: PathTypes): Step[] {
  const [sent] = write.requestBody?.contents ?? [];
  const [answered] = write.responses.find(({ status }) => /^20[01]$/.test(status))?.contents ?? [];
  const isSame = sent !== undefined && answered !== undefined && isSameType(sent.type, answered.type);
  return isSame ? stepTo(write.path, answered.type, write, types) : [];
}

/** The steps on the way that no page reads: `/users/{user-id}/desk/drawers`. */
function impliedSteps(operation: Operation, types: PathTypes): Step[] {
  const ends = [...operation.path.matchAll(/\//g)].map(({ index }) => index).slice(1);
  const paths = ends.map((end) => operation.path.slice(0, end));
  return paths.flatMap((path) => stepTo(path, types.implied(path), operation, types));
}

/** What a path leads to that ends in a name; nothing where its owner or its type has none. */
function stepTo(path: string, type: TypeRef | undefined, read: Operation, types: PathTypes): Step[] {
  const [, parent = "", name = ""] = /^(.*)\/([a-z]\w*)$/.exec(path) ?? [];
  const owner = parent === "" ? undefined : types.at(parent);
  const item = type?.kind === "array" ? type.items : type;
  if (owner?.kind !== "named" || !type || item?.kind !== "named") return [];
  return [{ owner: owner.name, name, type, location: read.location }];
}

/** Pages tell a list as a single object now and then; that its objects have keys tells otherwise. */
function listOf(type: TypeRef, keyed: TypeRef | undefined): TypeRef {
  const isSame =
    keyed?.kind === "array" && keyed.items.kind === "named" && type.kind === "named" && keyed.items.name === type.name;
  return isSame ? keyed : type;
}

/** Whether keys may follow: `/users/{user-id}/chats/{chat-id}`; what follows a singular (`/branding/{property-name}`) is no key. */
export function isPlural(path: string): boolean {
  return pluralize.singular(path) !== path;
}

/** Pages of relationships are called `user-list-joinedteams` or `presence-get`; those of functions after the function. */
function isFunction(id: string): boolean {
  return !/-(?:list|get)(?:-|$)/i.test(id) || /delta/i.test(id);
}
