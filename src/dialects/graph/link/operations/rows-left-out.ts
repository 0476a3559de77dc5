import type { RequestLine } from "../../../common/request-line.ts";
import type { OperationFacts, ParameterFacts } from "../../facts.ts";

/** The names in the request lines of a page. */
export class LineNames {
  /** Names of keys, and of values in query strings. */
  readonly #values = new Set<string>();
  /** Names of parameters in query strings. */
  readonly #queries = new Set<string>();
  /** The functions that have an argument, by its name. */
  readonly #functions = new Map<string, Set<string>>();
  /** The arguments that each line writes, by its place: a line with optional arguments stands for several. */
  readonly #written = new Map<number, Set<string>>();

  constructor(requests: readonly RequestLine[]) {
    for (const { path, query, location } of requests) {
      const keys = path.placeholders.filter(({ argument }) => argument === undefined);
      const values = query.flatMap(({ value }) =>
        [...value.matchAll(/[{<]([^{}<>]*)[}>]/g)].map(([, name = ""]) => name),
      );
      const names = [...keys.flatMap(({ name, documentedName }) => [name, documentedName]), ...values];
      for (const name of names) this.#values.add(fold(name));
      for (const { name } of query) this.#queries.add(fold(name));
      for (const [, called = "", written = ""] of path.path.matchAll(/([\w.]+)\(([^()]*)\)/g)) {
        for (const argument of written.split(",")) this.#add(argument.split("=", 1)[0] ?? "", called, location.line);
      }
    }
  }

  /**
   * Whether a line does without a name, since it belongs to others: their keys, and the arguments of functions that this one does
   * not call. A line that calls such a function without its arguments needs them, unless it has said that it can do without:
   * `weigh([exact={exact}])`.
   */
  isForeign(name: string, { path, location }: RequestLine): boolean {
    if (this.#values.has(fold(name)) || this.#written.get(location.line)?.has(fold(name))) return true;
    const functions = this.#functions.get(fold(name));
    if (!functions) return false;
    const segments = path.path.toLowerCase().split("/");
    return !segments.some((segment) => functions.has(segment));
  }

  /** Whether a line writes a parameter into its query string. */
  isInQuery(name: string): boolean {
    return this.#queries.has(fold(name));
  }

  #add(argument: string, called: string, line: number): void {
    const name = fold(argument);
    this.#functions.set(name, (this.#functions.get(name) ?? new Set()).add(called.toLowerCase()));
    this.#written.set(line, (this.#written.get(line) ?? new Set()).add(name));
  }
}

/**
 * Parameters of a function that the request line leaves out, wherever the page lists them (a GET has no body). They go in the
 * query string, as OData 4.01 allows (URL conventions, section 4.5.1.1: implicit parameter aliases).
 */
export function rowsLeftOut(request: RequestLine, names: LineNames, facts: OperationFacts): ParameterFacts[] {
  if (request.method !== "get" && request.method !== "post") return [];
  const rows = argumentRows(request, facts).filter((row) => row.in !== "query");
  const own = new Set(request.path.placeholders.flatMap(({ argument, name }) => [fold(argument ?? name), fold(name)]));
  const hasKeys = request.path.placeholders.length > 0;
  return rows
    .filter(({ name }) => !own.has(fold(name)) && !names.isForeign(name, request))
    .filter((row) => !hasKeys || !isKeyRow(row, facts))
    .map((row) => ({ ...row, required: false }));
}

/** The rows that may describe an argument of a path: a GET has no body, so that a table in its section is one of arguments, too. */
export function argumentRows({ method }: RequestLine, facts: OperationFacts): ParameterFacts[] {
  const inTables = facts.parameters.filter((row) => row.in !== "header");
  if (method !== "get") return inTables;
  return [
    ...inTables,
    ...facts.requestBody.properties.map((property): ParameterFacts => ({ ...property, in: "function" })),
  ];
}

/** `id` and `userId` describe the keys of the path under another name; among the parameters of a function, `pierId` is its own. */
function isKeyRow(row: ParameterFacts, facts: OperationFacts): boolean {
  const isArgument = row.in === "function" && facts.parameters.includes(row);
  const keyName = isArgument ? /^id$/i : /(?:^|[a-z_-])id$/i;
  return keyName.test(row.name) || /^(?:path|filename|item-path)$/i.test(row.name);
}

/** A name as tables and paths agree on it: `item-id`, `itemId`. */
export function fold(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
