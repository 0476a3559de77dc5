import type { Property, Resource } from "../../../../model/resource.ts";
import type { TypeRef } from "../../../../model/type-ref.ts";
import type { Report } from "../../../../source/diagnostic.ts";
import type { RequestLine } from "../../../common/request-line.ts";
import { parameterUnlisted } from "../../diagnostics.ts";
import type { RequestExample, SampleCall } from "../../example-facts.ts";
import type { GraphFacts } from "../../facts.ts";
import type { MethodLink } from "../operations/link-tags.ts";
import { isSameType } from "../types/compare-types.ts";
import type { TypeResolver } from "../types/resolve-type.ts";
import type { TypeMembers } from "../types/type-members.ts";

/** What the linking of an action's parameters needs to know. */
interface ActionContext {
  readonly actions: ActionParameters;
  readonly members: TypeMembers;
  readonly resolver: TypeResolver;
  readonly method: MethodLink | undefined;
  readonly report: Report;
}

/** What the docs say of the parameters of actions, wherever they say it. */
export class ActionParameters {
  /** Types by what the action is called on and by name. */
  readonly #ofAction = new Map<string, Statements>();
  /** Types of all parameters and properties by name. */
  readonly #ofName = new Map<string, Statements>();

  constructor(pages: readonly GraphFacts[], resources: readonly Resource[], resolver: TypeResolver) {
    for (const { properties } of resources) for (const { name, type } of properties) state(this.#ofName, name, type);
    for (const page of pages) {
      if (!page.operation?.requestBody.hasParameters) continue;
      const owners = new Set(page.operation.requests.flatMap((request) => ownerOf(request) ?? []));
      for (const { name, type: expression } of page.operation.requestBody.properties) {
        const type = expression && resolver.find(expression, page);
        if (!type) continue;
        state(this.#ofName, name, type);
        for (const owner of owners) state(this.#ofAction, `${owner} ${name}`, type);
      }
    }
  }

  /** The type that all other actions on the same thing give to a parameter of this name. */
  amongActions(request: RequestLine, name: string): TypeRef | undefined {
    return this.#ofAction.get(`${ownerOf(request)} ${name}`.toLowerCase())?.type;
  }

  /** The primitive type that this name has in several places, and no other type anywhere. */
  anywhere(name: string): TypeRef | undefined {
    const { type, count = 0 } = this.#ofName.get(name.toLowerCase()) ?? {};
    return count > 1 && type?.kind === "primitive" ? type : undefined;
  }
}

/** How often a type is stated, and which, unless it is another one every time. */
interface Statements {
  readonly type: TypeRef | undefined;
  readonly count: number;
}

function state(all: Map<string, Statements>, name: string, type: TypeRef): void {
  const key = name.toLowerCase();
  const known = all.get(key);
  if (!known) all.set(key, { type, count: 1 });
  else all.set(key, { type: known.type && isSameType(known.type, type) ? type : undefined, count: known.count + 1 });
}

/**
 * The body of an action with the parameters that only its code samples name. Their types are those that the name has among the
 * actions on the same thing, else among its members, else everywhere: the metadata of Graph v1.0 of 2021 agree in 105 of 109,
 * 63 of 65 and 103 of 106 cases.
 */
export function withSampleParameters(
  body: TypeRef | undefined,
  request: RequestLine,
  examples: readonly RequestExample[],
  context: ActionContext,
): TypeRef | undefined {
  if (request.method !== "post" || (body && body.kind !== "object")) return body;
  const properties = [...(body?.properties ?? [])];
  const known = new Set(properties.map(({ name }) => name.toLowerCase()));
  for (const { name, location } of examples.flatMap((example) => parametersOf(request, example))) {
    if (known.has(name.toLowerCase())) continue;
    known.add(name.toLowerCase());
    context.report(parameterUnlisted(location, name));
    properties.push({ name, type: typeOf(request, name, context), location, evidence: "sample" } satisfies Property);
  }
  return properties.length === (body?.properties.length ?? 0) ? body : { ...body, kind: "object", properties };
}

/** What a sample passes to the action that the request beside it calls; snippets slip onto other pages. */
function parametersOf(request: RequestLine, { path, calls }: RequestExample): SampleCall["parameters"] {
  const action = lastSegment(request).replace(/^.*\./, "");
  const steps = path.toLowerCase().split("/").slice(-3, -1);
  return calls
    .filter((call) => call.action.toLowerCase() === action && steps.includes(call.owner.toLowerCase()))
    .flatMap(({ parameters }) => parameters);
}

function typeOf(request: RequestLine, name: string, { actions, members, resolver, method }: ActionContext): TypeRef {
  const own = method?.page.resources
    .map((owner) => resolver.find({ name: owner.name, isCollection: false }, method.page))
    .map((owner) => (owner?.kind === "named" ? members.find(owner.name, name) : undefined))
    .find((member) => member !== undefined);
  return actions.amongActions(request, name) ?? own?.type ?? actions.anywhere(name) ?? { kind: "unknown", text: "" };
}

/** What the action of a request line is called on: the collection and key, or the name, before its own name. */
function ownerOf(request: RequestLine): string | undefined {
  const segments = request.path.key.toLowerCase().split("/");
  if (request.method !== "post" || segments.at(-1)?.startsWith("{")) return undefined;
  const isKey = segments.at(-2)?.startsWith("{") === true;
  return segments.slice(isKey ? -3 : -2, -1).join("/");
}

function lastSegment({ path }: RequestLine): string {
  return path.key.toLowerCase().split("/").at(-1) ?? "";
}
