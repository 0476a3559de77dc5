import { closest } from "./edit-distance.ts";
import type { DocumentedOperation, Method } from "./operations.ts";
import { decodeSegment, matchSegment, readSegmentTemplate, type SegmentTemplate } from "./segment-template.ts";

/** What a request path leads to. */
export type Routing =
  | {
      readonly kind: "found";
      readonly operation: DocumentedOperation;
      readonly values: ReadonlyMap<string, string>;
      readonly localPath: string;
    }
  /** The path is documented, the method on it is not. */
  | {
      readonly kind: "noMethod";
      readonly allowed: readonly Method[];
      readonly operations: readonly DocumentedOperation[];
    }
  /** `nearest` are documented operations that share the longest beginning with the request path. */
  | { readonly kind: "noPath"; readonly nearest: readonly DocumentedOperation[] };

/** All operations of one path template. */
interface Route {
  readonly names: string[];
  readonly operations: Map<Method, DocumentedOperation>;
}

/** One place in the tree of path segments. */
interface Node {
  readonly literals: Map<string, Node>;
  /** The most literal template first, so that `getX('{a}')` is tried before `{id}`. */
  readonly templates: { readonly template: SegmentTemplate; readonly node: Node }[];
  /** Reached by a segment that ends in a colon: `root:` opens a path that may hold slashes. */
  readonly opensPath: boolean;
  routes: Route[];
}

/** Longer paths match nothing: it keeps the search bounded for hostile requests. */
const MAX_SEGMENTS = 128;

/**
 * Finds the operation of a request among thousands, in time that depends on the path and not on their number.
 *
 * Literal segments win over templates, and of templates the one with more literal text wins. A path that matches
 * several templates goes to the first that has the method.
 */
export class Router {
  readonly #root: Node = createNode(false);
  readonly #bases: readonly string[];

  /** `bases` are path prefixes that a request may have or leave out, e.g. `/v1.0`. */
  constructor(operations: readonly DocumentedOperation[], bases: readonly string[] = []) {
    this.#bases = bases;
    for (const operation of operations) this.#add(operation);
  }

  /** Where a path leads. It is the raw path of the request, percent-encoded and without query. */
  find(method: Method, path: string): Routing {
    // Calls that take nothing are documented without parentheses, and may be written with them: `stop()`.
    const plain = path.replaceAll(/\(\)(?=\/|$)/g, "");
    const paths = [
      plain,
      ...this.#bases.filter((base) => plain.startsWith(`${base}/`)).map((base) => plain.slice(base.length)),
    ];
    const routes: Route[] = [];
    for (const candidate of paths) {
      const found = this.#search(method, candidate, routes);
      if (found) return found;
    }
    if (routes.length === 0) return { kind: "noPath", nearest: this.#nearest(paths.at(-1) ?? plain) };
    const operations = routes.flatMap((route) => [...route.operations.values()]);
    return { kind: "noMethod", allowed: [...new Set(operations.map((operation) => operation.method))], operations };
  }

  #add(operation: DocumentedOperation): void {
    let node = this.#root;
    const names: string[] = [];
    for (const segment of operation.path.split("/").slice(1)) {
      const template = readSegmentTemplate(segment);
      names.push(...template.names);
      node =
        template.names.length === 0 ? literalChild(node, template.literals[0] ?? "") : templateChild(node, template);
    }
    const same = node.routes.find((route) => route.names.join("\n") === names.join("\n"));
    if (same) same.operations.set(operation.method, operation);
    else node.routes.push({ names, operations: new Map([[operation.method, operation]]) });
  }

  /** Adds the routes that match the path to `routes`, up to the first that has the method. */
  #search(method: Method, path: string, routes: Route[]): Routing | undefined {
    const segments = path.split("/").slice(1).map(decodeSegment);
    if (!path.startsWith("/") || segments.length > MAX_SEGMENTS) return undefined;
    let found: Routing | undefined;
    walk(this.#root, segments, [], (route, values) => {
      routes.push(route);
      // RFC 9110, section 9.3.2: HEAD is GET without the content.
      const operation = route.operations.get(method) ?? (method === "head" ? route.operations.get("get") : undefined);
      if (!operation) return false;
      found = {
        kind: "found",
        operation,
        values: new Map(route.names.map((name, index) => [name, values[index] ?? ""])),
        localPath: path,
      };
      return true;
    });
    return found;
  }

  #nearest(path: string): DocumentedOperation[] {
    let node = this.#root;
    for (const segment of path.split("/").slice(1, MAX_SEGMENTS).map(decodeSegment)) {
      const next =
        node.literals.get(segment) ?? node.templates.find(({ template }) => matchSegment(template, segment))?.node;
      if (next && (next.literals.size > 0 || next.templates.length > 0 || next.routes.length > 0)) node = next;
      else return operationsBelow(likelyChild(node, segment) ?? node);
    }
    return operationsBelow(node);
  }
}

function createNode(opensPath: boolean): Node {
  return { literals: new Map(), templates: [], opensPath, routes: [] };
}

function literalChild(node: Node, literal: string): Node {
  const child = node.literals.get(literal) ?? createNode(literal.endsWith(":"));
  node.literals.set(literal, child);
  return child;
}

function templateChild(node: Node, template: SegmentTemplate): Node {
  const shape = template.literals.join("\0");
  const same = node.templates.find((edge) => edge.template.literals.join("\0") === shape);
  if (same) return same.node;
  const edge = { template, node: createNode(template.literals.at(-1)?.endsWith(":") ?? false) };
  node.templates.push(edge);
  node.templates.sort((a, b) => literalLength(b.template) - literalLength(a.template));
  return edge.node;
}

function literalLength({ literals }: SegmentTemplate): number {
  return literals.reduce((sum, literal) => sum + literal.length, 0);
}

/** Visits the routes that match, the most literal first, until `visit` says that it has what it wants. */
function walk(
  node: Node,
  segments: readonly string[],
  values: readonly string[],
  visit: (route: Route, values: readonly string[]) => boolean,
): boolean {
  const [segment, ...rest] = segments;
  if (segment === undefined) return node.routes.some((route) => visit(route, values));
  const literal = node.literals.get(segment);
  if (literal && walk(literal, rest, values, visit)) return true;
  for (const { template, node: child } of node.templates) {
    const own = matchSegment(template, segment) ?? (node.opensPath ? matchOpen(template, segment, rest) : undefined);
    if (own && walk(child, rest, [...values, ...own], visit)) return true;
  }
  return node.opensPath && walkPath(node, segments, values, visit);
}

/** `/root:/{path}:/content` also takes `/root:/a/b.txt:/content`, as the docs write it, slashes not encoded. */
function walkPath(
  node: Node,
  segments: readonly string[],
  values: readonly string[],
  visit: (route: Route, values: readonly string[]) => boolean,
): boolean {
  // A colon and a slash end the path.
  for (let length = 2; length <= segments.length && !segments[length - 2]?.endsWith(":"); length++) {
    const text = segments.slice(0, length).join("/");
    const rest = segments.slice(length);
    for (const { template, node: child } of node.templates) {
      const own = matchSegment(template, text) ?? matchOpen(template, text, rest);
      if (own && walk(child, rest, [...values, ...own], visit)) return true;
    }
  }
  return false;
}

/** `/{site-id}:/{path}:` also takes `/harbour:/docks/east`: the colon at the end of a path may be left out. */
function matchOpen(template: SegmentTemplate, text: string, rest: readonly string[]): string[] | undefined {
  return rest.length === 0 ? matchSegment(template, `${text}:`) : undefined;
}

function likelyChild(node: Node, segment: string): Node | undefined {
  const literal = closest(segment, [...node.literals.keys()]);
  return literal === undefined ? undefined : node.literals.get(literal);
}

/** Up to three operations at or below a node, the shortest paths first. */
function operationsBelow(node: Node): DocumentedOperation[] {
  const found: DocumentedOperation[] = [];
  const queue = [node];
  for (let at = queue.shift(); at && found.length < 3; at = queue.shift()) {
    for (const route of at.routes) found.push(...route.operations.values());
    queue.push(...at.literals.values(), ...at.templates.map((edge) => edge.node));
  }
  return found.slice(0, 3);
}
