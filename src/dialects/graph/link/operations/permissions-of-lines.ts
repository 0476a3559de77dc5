import pluralize from "pluralize";
import type { Operation, Permission } from "../../../../model/operation.ts";
import type { Report } from "../../../../source/diagnostic.ts";
import type { RequestLine } from "../../../common/request-line.ts";
import { permissionsParallel, permissionsUndivided } from "../../diagnostics.ts";
import type { GraphFacts, OperationFacts, PermissionFacts, PermissionTable, RowResource } from "../../facts.ts";
import { readScopes } from "../../read-scopes.ts";
import type { ScopeVocabulary } from "../../translation/mend-scopes.ts";
import { linkPermissions, unitePermissions } from "./link-permissions.ts";
import { spells } from "./page-fit.ts";
import { divideTables } from "./permission-tables.ts";

/** The permissions of an operation, and the table that they are a part of. */
type LinePermissions = Pick<Operation, "permissions" | "permissionsByResource">;

/**
 * What the permission tables of a page say about each of its request lines. Most tables speak of all lines. One with a row for
 * each resource says which scopes `/me/messages/{id}` needs, and which `/groups/{id}/events/{id}`.
 */
export function permissionsOfLines(
  facts: Pick<OperationFacts, "permissions" | "requests" | "sections">,
  page: Pick<GraphFacts, "language" | "page">,
  scopes: ScopeVocabulary,
  report: Report,
): (line: RequestLine) => LinePermissions {
  const { permissions: all, requests } = facts;
  if (!all) return () => ({});
  const link = (some: readonly PermissionFacts[]) => linkPermissions(some, page, scopes, report);
  const generalOf = tablesOfLines(facts, link, report);
  const byRow = Map.groupBy(
    all,
    ({ resource, table }) => resource && `${table.location.line} ${resource.label} ${resource.page}`,
  );
  byRow.delete(undefined);
  if (byRow.size === 0) return generalOf;
  const lines = requests.map(wordsOf);
  const names = { known: new Set(lines.flat()), roots: new Set(lines.map(([root = ""]) => root)) };
  const rows = [...byRow.values()].map((row) => readRow(row, link(row), names, scopes));
  const byResource = rows.map(({ resource, permissions }) => ({ resource: resource.label, permissions }));
  const table = new ResourceTable(rows, lines, page.page);
  const once = reportOnce(report);
  return (line) => {
    const found = table.rowsOf(wordsOf(line));
    const isUndivided = found.length > mostRowsOfLine;
    if (isUndivided && all[0])
      once(permissionsUndivided(all[0].location, mostRowsOfLine, found.length, line.path.path));
    const own = isUndivided ? [] : found;
    const general = generalOf(line);
    const permissions = unitePermissions([general.permissions ?? [], ...own.map((row) => row.permissions)]);
    const isPart = own.length < rows.length && rows.length <= mostRowsShown;
    const shown = [...(general.permissionsByResource ?? []), ...(isPart ? byResource : [])];
    return { permissions, ...(shown.length > 0 && { permissionsByResource: shown }) };
  };
}

/** What the tables without a row for each resource say: one of them of all lines, several of them each of its own. */
function tablesOfLines(
  { permissions = [], requests, sections }: Pick<OperationFacts, "permissions" | "requests" | "sections">,
  link: (some: readonly PermissionFacts[]) => Permission[],
  report: Report,
): (line: RequestLine) => LinePermissions {
  const rows = permissions.filter(({ resource }) => resource === undefined);
  const byTable = Map.groupBy(rows, ({ table }) => table);
  if (byTable.size <= 1) return always({ permissions: link(rows) });
  const linked = new Map([...byTable].map(([table, own]) => [table, link(own)]));
  const once = reportOnce(report);
  const reportParallel = ([first, ...others]: readonly PermissionTable[], { path }: RequestLine) => {
    if (first) once(permissionsParallel(first.location, path.path, first.caption, others.length));
  };
  const united = { permissions: unitePermissions([...linked.values()]) };
  if (byTable.size > mostTables) {
    for (const line of requests.slice(0, 1)) reportParallel([...byTable.keys()], line);
    return always(united);
  }
  const divided = divideTables(byTable, requests, sections);
  return (line) => {
    const found = divided.get(line);
    if (!found) return united;
    const { beside, own, isDoubtful } = found;
    if (isDoubtful) reportParallel(own, line);
    const byResource = beside.map((table) => ({ resource: table.caption, permissions: linked.get(table) ?? [] }));
    return {
      permissions: unitePermissions(own.map((table) => linked.get(table) ?? [])),
      ...(own.length < beside.length && { permissionsByResource: byResource }),
    };
  };
}

/** Tables that a page can have for uses of its operations; what has more of them is no page for people. */
const mostTables = 20;

function always<T>(value: T): () => T {
  return () => value;
}

/** Passes the first problem on: what a table lacks holds for all lines. */
function reportOnce(report: Report): Report {
  let isReported = false;
  return (problem) => {
    if (!isReported) report(problem);
    isReported = true;
  };
}

/** Rows that one request line can have; more are those of other lines. */
const mostRowsOfLine = 50;

/** Each operation shows the table: of a long one, every row once for each of many lines is no help to anyone. */
const mostRowsShown = 50;

interface ResourceRow {
  readonly resource: RowResource;
  readonly table: PermissionTable | undefined;
  readonly permissions: readonly Permission[];
  /** What the page is about that it links, else the last of its words that occurs in a path; empty if it names nothing. */
  readonly subject: string;
  /** Where the paths begin that its scopes are for: `Group.Read.All` speaks of `/groups`. */
  readonly roots: ReadonlySet<string>;
}

/** `known` are the names in all paths of the page, `roots` those that they begin with. */
function readRow(
  facts: readonly PermissionFacts[],
  permissions: readonly Permission[],
  { known, roots }: { readonly known: ReadonlySet<string>; readonly roots: ReadonlySet<string> },
  scopes: ScopeVocabulary,
): ResourceRow {
  const resource = facts[0]?.resource ?? { label: "" };
  const label = resource.label.toLowerCase().match(/[a-z]+/g) ?? [];
  const texts = facts.flatMap(({ cells }) => cells.map(({ text }) => scopes.mend(text).text));
  const nouns = texts.flatMap(readScopes).map((scope) => nounOf(scope.split(".", 1)[0] ?? ""));
  return {
    resource,
    table: facts[0]?.table,
    permissions,
    subject: nounOf(resource.page?.split("-").at(-1) ?? label.findLast((word) => known.has(nounOf(word))) ?? ""),
    roots: new Set(nouns.filter((noun) => roots.has(noun))),
  };
}

/** A table with a row for each resource. */
class ResourceTable {
  readonly #groups: readonly (readonly ResourceRow[])[];
  /** The groups whose subject begins with a name in a path: only they can be about it. */
  readonly #byStart = new Map<string, number[]>();
  readonly #page: readonly string[];
  /** Subjects that no line is about: their rows may be about any. */
  readonly #homeless: ReadonlySet<string>;

  constructor(rows: readonly ResourceRow[], lines: readonly (readonly string[])[], page: string) {
    // Tables of several ways to call tell of the same subjects; what holds in one way does not rule out the other.
    this.#groups = [...Map.groupBy(rows, ({ subject, table }) => `${table?.location.line} ${subject}`).values()];
    this.#page = page.split("-").map((part) => pluralize.singular(part));
    this.#indexSubjects(new Set(lines.flat()));
    const subjects = lines.flatMap((words) => [...this.#placesIn(words).keys()].map((at) => this.#subjectOf(at)));
    const placed = new Set(subjects);
    this.#homeless = new Set(rows.map(({ subject }) => subject).filter((subject) => !placed.has(subject)));
  }

  #indexSubjects(names: ReadonlySet<string>): void {
    const lengths = new Set([...names].map(({ length }) => length));
    this.#groups.forEach((_, at) => {
      const subject = this.#subjectOf(at);
      for (const length of lengths) {
        const start = subject.slice(0, length);
        if (start.length < length || !names.has(start)) continue;
        const same = this.#byStart.get(start);
        if (same) same.push(at);
        else this.#byStart.set(start, [at]);
      }
    });
  }

  #subjectOf(group: number): string {
    return this.#groups[group]?.[0]?.subject ?? "";
  }

  /** The rows about a line; all of them where nothing tells. */
  rowsOf(words: readonly string[]): readonly ResourceRow[] {
    const places = this.#placesIn(words);
    const latest = Math.max(-1, ...places.values());
    const about = this.#groups.filter((_, at) => {
      return latest < 0 || places.get(at) === latest || this.#homeless.has(this.#subjectOf(at));
    });
    const own = about.flatMap((group) => underRoot(group, words[0] ?? ""));
    return own.length > 0 ? own : about.flat();
  }

  /** The groups that a path is about, by their index, and where it names their subjects. */
  #placesIn(words: readonly string[]): Map<number, number> {
    const candidates = new Set(words.flatMap((word) => this.#byStart.get(word) ?? []));
    const places = [...candidates].map((at): [number, number] => [at, this.#placeIn(words, this.#subjectOf(at))]);
    return new Map(places.filter(([, place]) => place >= 0));
  }

  /**
   * Where a path names a subject that it is about: what follows is the subject of the page, or an action (`/posts/{id}/reply`).
   * Negative if it does not.
   */
  #placeIn(words: readonly string[], subject: string): number {
    const place = words.findLastIndex((word, at) => word === subject || isCompound(subject, words.slice(0, at), word));
    const isPageSubject = (word: string) => this.#page.some((part) => part.endsWith(word));
    const isAction = place > 0 && place === words.length - 2;
    return isAction || words.slice(place + 1).every(isPageSubject) ? place : -1;
  }
}

/** Whether a subject begins with one of some words and ends with another: `todotask` in `/todo/lists/{id}/tasks`. */
function isCompound(subject: string, starts: readonly string[], end: string): boolean {
  return starts.some((start) => start !== subject && spells(subject, start, [end]));
}

/** Of rows on the same subject (`event`, `group event`), those whose scopes are for paths that begin so; else the general ones. */
function underRoot(rows: readonly ResourceRow[], root: string): readonly ResourceRow[] {
  const rooted = rows.filter(({ roots }) => roots.has(root));
  return rooted.length > 0 ? rooted : rows.filter(({ roots }) => roots.size === 0);
}

/** The names in a path as nouns; `/me` is a user. `$value` and casts are no subjects. */
function wordsOf({ path }: RequestLine): string[] {
  const names = path.path.split("/").filter((segment) => /^[a-z]\w*(?=$|[(:])/i.test(segment));
  return names.map((name) => nounOf(/^\w+/.exec(name)?.[0] ?? "")).map((noun) => (noun === "me" ? "user" : noun));
}

function nounOf(word: string): string {
  return pluralize.singular(word.toLowerCase());
}
