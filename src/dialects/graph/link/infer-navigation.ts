import type { Operation } from "../../../model/operation.ts";
import type { Property, Resource } from "../../../model/resource.ts";
import type { TypeRef } from "../../../model/type-ref.ts";
import { shortNameOf } from "./type-registry.ts";

/**
 * Navigation properties that no Relationships table lists, but that documented paths walk: `GET /users/{user-id}/joinedTeams`
 * returning teams makes `joinedTeams` a member of `user` (OData URL conventions 4.01, section 4.3: paths address related entities
 * by navigation property).
 *
 * Only plain names count that lead to a documented type; what has parentheses is a function.
 */
export function addNavigation(resources: readonly Resource[], operations: readonly Operation[]): Resource[] {
  const byShortName = new Map<string, Resource>();
  for (const resource of resources) {
    const short = shortNameOf(resource.name).toLowerCase();
    if (!byShortName.has(short)) byShortName.set(short, resource);
  }
  const known = knownMembers(resources);
  const found = new Map<string, Property[]>();
  for (const operation of operations) {
    const step = lastStep(operation);
    const owner = step && byShortName.get(step.owner.toLowerCase());
    if (!step || !owner || known(owner).has(step.name.toLowerCase())) continue;
    const own = found.get(owner.name) ?? [];
    if (own.some(({ name }) => name === step.name)) continue;
    own.push({ name: step.name, type: step.type, isNavigation: true, location: operation.location, evidence: "path" });
    found.set(owner.name, own);
  }
  return resources.map((resource) => {
    const more = found.get(resource.name);
    return more ? { ...resource, properties: [...resource.properties, ...more] } : resource;
  });
}

interface Step {
  readonly owner: string;
  readonly name: string;
  readonly type: TypeRef;
}

/** The last segment of a GET's path, the type it starts from (by the name of its key), and the type it leads to. */
function lastStep({ method, path, responses, id }: Operation): Step | undefined {
  const match = /\/(?:\{([\w.]+)-id\d*\}|(me))\/([a-z]\w*)$/.exec(path);
  if (method !== "get" || !match || isFunction(id)) return undefined;
  const content = responses.find(({ status }) => status === "200")?.contents[0];
  const type = content?.type;
  const item = type?.kind === "array" ? type.items : type;
  if (!type || item?.kind !== "named") return undefined;
  return { owner: match[1] ?? "user", name: match[3] ?? "", type };
}

/** Pages of relationships are called `user-list-joinedteams` or `presence-get`; those of functions after the function. */
function isFunction(id: string): boolean {
  return !/-(?:list|get)(?:-|$)/i.test(id) || /delta/i.test(id);
}

/** Member names of a type and its bases, in lower case. */
function knownMembers(resources: readonly Resource[]): (resource: Resource) => Set<string> {
  const byName = new Map(resources.map((resource) => [resource.name, resource]));
  return (resource) => {
    const names = new Set<string>();
    const seen = new Set<Resource>();
    for (let at: Resource | undefined = resource; at && !seen.has(at); at = byName.get(at.baseType ?? "")) {
      seen.add(at);
      for (const { name } of at.properties) names.add(name.toLowerCase());
    }
    return names;
  };
}
