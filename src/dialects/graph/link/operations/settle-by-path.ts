import type { HttpBody } from "../../../../model/example.ts";
import type { Content, Operation } from "../../../../model/operation.ts";
import type { Resource } from "../../../../model/resource.ts";
import type { TypeRef } from "../../../../model/type-ref.ts";
import type { Report } from "../../../../source/diagnostic.ts";
import { pathConflict } from "../../diagnostics.ts";
import { isObjectStatus } from "../bodies/link-responses.ts";
import { shownMembers } from "../examples/shown-objects.ts";
import { formatType } from "../types/compare-types.ts";
import { isPlural } from "../types/infer-navigation.ts";
import { PathTypes } from "../types/path-types.ts";
import { TypeMembers } from "../types/type-members.ts";

/**
 * The operations, with the types that their paths tell where pages contradict them: sentences and annotations are copied from
 * page to page, a path is what people call.
 *
 * - `POST /apps/{id}/definitions` and the page says `app`: the relationship `definitions` decides, if the example has more of the
 *   members of its type, if the page says only a base of it, or if pages contradict each other.
 * - `GET /shifts` gives a list where `GET /shifts/{shift-id}` gives one of the same.
 */
export function settleByPath(
  operations: readonly Operation[],
  resources: readonly Resource[],
  report: Report,
): Operation[] {
  const settler = new PathSettler(operations, resources, report);
  return operations.map((operation) => settler.settle(operation));
}

class PathSettler {
  readonly #types: PathTypes;
  readonly #members: TypeMembers;
  /** What GET returns for a key, by the path before the key. */
  readonly #byKey = new Map<string, TypeRef>();
  readonly #report: Report;

  constructor(operations: readonly Operation[], resources: readonly Resource[], report: Report) {
    this.#types = new PathTypes(operations, resources);
    this.#members = new TypeMembers(resources);
    this.#report = report;
    for (const { method, path } of operations) {
      const [, list] = /^(.*)\/\{[^}/]*\}$/.exec(path) ?? [];
      const type = method === "get" && list !== undefined ? this.#types.at(path) : undefined;
      if (type && list !== undefined && isPlural(list)) this.#byKey.set(list, type);
    }
  }

  settle(operation: Operation): Operation {
    const { examples, requestBody } = operation;
    const related = this.#related(operation);
    const responses = operation.responses.map((response) => {
      if (!isObjectStatus(response.status)) return response;
      const shown = examples.flatMap((example) =>
        String(example.response?.status) === response.status ? [example.response?.body] : [],
      );
      const settled = response.contents.map((content) => this.#settle(content, related, shown, operation));
      return { ...response, contents: settled.map((content) => this.#asList(content, operation)) };
    });
    const sent = examples.map(({ request }) => request.body);
    const contents = requestBody?.contents.map((content) => this.#settle(content, related, sent, operation));
    return { ...operation, responses, ...(requestBody && contents && { requestBody: { ...requestBody, contents } }) };
  }

  /** The name of the type to which the relationship at the end of the path leads; POST adds to lists only. */
  #related({ method, path }: Operation): string | undefined {
    const type = this.#types.related(path);
    if (type?.kind === "array") return type.items.kind === "named" ? type.items.name : undefined;
    return type?.kind === "named" && method !== "post" ? type.name : undefined;
  }

  #settle(
    content: Content,
    related: string | undefined,
    shown: readonly (HttpBody | undefined)[],
    { location }: Operation,
  ): Content {
    const isList = content.type.kind === "array";
    const stated = content.type.kind === "array" ? content.type.items : content.type;
    if (related === undefined || !this.#isWrong(stated, related, shownMembers(shown))) return content;
    const item: TypeRef = { kind: "named", name: related };
    const type: TypeRef = isList ? { kind: "array", items: item } : item;
    this.#report(pathConflict(location, formatType(type), formatType(content.type)));
    const { required: _, ...rest } = content;
    return { ...rest, type };
  }

  /** Whether a page's word for a type has to give way to the related type. */
  #isWrong(stated: TypeRef, related: string, shown: readonly string[]): boolean {
    const { hierarchy } = this.#members;
    const isBetter = (name: string) => this.#members.share(related, shown) > this.#members.share(name, shown);
    if (stated.kind === "named") {
      if (hierarchy.isA(stated.name, related)) return false;
      return hierarchy.isA(related, stated.name) || isBetter(stated.name);
    }
    if (stated.kind !== "anyOf") return false;
    const names = stated.types.flatMap((type) => (type.kind === "named" ? [type.name] : []));
    const isRelated = (name: string) => hierarchy.isA(name, related) || hierarchy.isA(related, name);
    return (
      names.length === stated.types.length && !names.some(isRelated) && (shown.length === 0 || names.every(isBetter))
    );
  }

  #asList(content: Content, { method, path, location }: Operation): Content {
    const { type } = content;
    const one = method === "get" ? this.#byKey.get(path) : undefined;
    if (type.kind !== "named" || one?.kind !== "named" || one.name !== type.name) return content;
    const list: TypeRef = { kind: "array", items: type };
    this.#report(pathConflict(location, formatType(list), formatType(type)));
    return { ...content, type: list };
  }
}
