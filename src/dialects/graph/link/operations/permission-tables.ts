import pluralize from "pluralize";
import type { Located } from "../../../../source/location.ts";
import type { RequestLine } from "../../../common/request-line.ts";
import type { PermissionFacts, PermissionTable, SectionFacts } from "../../facts.ts";

/** The permissions tables of a request line. */
export interface LineTables {
  /** Those that it might need. */
  readonly beside: readonly PermissionTable[];
  /** Those of them that are for it. */
  readonly own: readonly PermissionTable[];
  /** Whether nothing tells which of the tables is for the line. */
  readonly isDoubtful: boolean;
}

/**
 * Which of several permissions tables are for which request lines of a page.
 *
 * A scenario with request lines and a table of its own is read on its own. Of tables that stand side by side, those are for a line
 * whose titles name what it is about, and the titles of the others do not: `Permissions for chat` is for `/chats/{id}`, `acting on
 * self` for `/me`, `For crews` for what a heading `Crews` introduces. A table that is for no line may be for any.
 */
export function divideTables(
  rows: ReadonlyMap<PermissionTable, readonly PermissionFacts[]>,
  lines: readonly RequestLine[],
  sections: readonly SectionFacts[],
): ReadonlyMap<RequestLine, LineTables> {
  const tables = [...rows.keys()];
  const isDivided = (section: SectionFacts) => tables.some((table) => holds(section, table));
  const [around, headings] = [sections.filter(isDivided), sections.filter((section) => !isDivided(section))];
  // The innermost section that holds both a table and a request line, if the page is divided into such.
  const scenarios = around.filter((section) => lines.some((line) => holds(section, line)));
  const scenarioOf = (place: Located) => scenarios.findLast((section) => holds(section, place));
  const wordsAbout = (line: RequestLine) => [
    ...wordsOfPath(line),
    ...headings.filter((section) => holds(section, line)).flatMap(({ id }) => wordsOf(id)),
  ];
  const divided = [...Map.groupBy(lines, scenarioOf)].flatMap(([scenario, some]) => {
    const same = tables.filter((table) => scenarioOf(table) === scenario);
    const beside = same.length > 0 ? same : tables;
    if (!areAlike(beside, rows)) return some.map((line) => [line, { beside, own: beside, isDoubtful: false }] as const);
    return choose(beside, new Map(some.map((line) => [line, wordsAbout(line)])));
  });
  return new Map(divided);
}

/** The tables for each line, which is about some words. */
function choose(
  beside: readonly PermissionTable[],
  lines: ReadonlyMap<RequestLine, readonly string[]>,
): (readonly [RequestLine, LineTables])[] {
  const titles = distinctWords(beside);
  const named = [...lines].map(([line, words]) => [line, bestOf(titles, words)] as const);
  const claimed = new Set(named.flatMap(([, tables]) => tables));
  return named.map(([line, tables]) => {
    const own = tables.length === 0 ? beside : beside.filter((table) => tables.includes(table) || !claimed.has(table));
    return [line, { beside, own, isDoubtful: own.length > 1 }];
  });
}

/** Tables of uses list all permission types; one for delegated and one for application permissions say one thing together. */
function areAlike(
  tables: readonly PermissionTable[],
  rows: ReadonlyMap<PermissionTable, readonly PermissionFacts[]>,
): boolean {
  const grants = tables.map((table) => new Set(rows.get(table)?.map(({ grant }) => grant)));
  return new Set(grants.map((set) => [...set].sort().join(" "))).size === 1;
}

function holds({ location }: SectionFacts, { location: { line } }: Located): boolean {
  return location.line <= line && line < location.endLine;
}

type Titles = ReadonlyMap<PermissionTable, ReadonlySet<string>>;

/** The words of each title that the others do not have. */
function distinctWords(tables: readonly PermissionTable[]): Titles {
  const words = tables.map(({ title }) => new Set(wordsOf(title)));
  return new Map(
    tables.map((table, at) => {
      const others = words.filter((_, other) => other !== at);
      return [table, new Set([...(words[at] ?? [])].filter((word) => !others.some((set) => set.has(word))))];
    }),
  );
}

/** The tables whose titles have the latest of some words; `/me` is a user where no title tells `self` from others. */
function bestOf(titles: Titles, words: readonly string[]): PermissionTable[] {
  const places = [...titles].map(([table, title]) => ({ table, at: words.findLastIndex((word) => title.has(word)) }));
  const latest = Math.max(-1, ...places.map(({ at }) => at));
  if (latest >= 0) return places.flatMap(({ table, at }) => (at === latest ? [table] : []));
  return words[0] === "me" ? bestOf(titles, ["user"]) : [];
}

/** `/users/{id}` may be any user, and is another one where the page has a line for `/me`; casts name what is asked for. */
function wordsOfPath({ path }: RequestLine): string[] {
  const [root, ...names] = path.path
    .split("/")
    .map((segment) => /^[a-z][\w.]*(?=$|[(:])/i.exec(segment)?.[0].split(".").at(-1) ?? "")
    .filter((name) => name !== "");
  const first = root === "me" ? ["me", "self", "own", "signed"] : root === "users" ? ["other", "another", "user"] : [];
  return [...(first.length > 0 ? first : wordsOf(root ?? "")), ...names.flatMap(wordsOf)];
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[a-z]+/g) ?? []).map((word) => pluralize.singular(word));
}
