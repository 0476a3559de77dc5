import pluralize from "pluralize";
import type { HttpMethod } from "../../../../model/operation.ts";
import type { PathTemplate } from "../../../common/path-template.ts";
import { pageName } from "../../../common/type-expression.ts";

/**
 * The operationIds of a page's operations: the page's file name, which is the same in all languages, cased as the path, the
 * types and at last the title spell its parts (`securityaction-cancelsecurityaction` -> `securityAction-cancelSecurityAction`).
 * Titles come last because translators change them.
 *
 * The page's first operation has that name. Each other one says where it is (`message-get-at-users-mailFolders`), in words of
 * its own path, and its method if it is not the first one's: a line or a page more renames no other operation.
 */
export function operationIds(
  file: string,
  title: string,
  requests: readonly OperationPath[],
  types: ReadonlyMap<string, string> = new Map(),
): string[] {
  const [first] = requests;
  if (!first) return [];
  const inPaths = spellingsIn(requests.map(({ path }) => path.path));
  const inTitle = spellingsIn([title]);
  const parts = pageName(file).split("-");
  const base = parts
    .map((part) => inPaths.get(part) ?? types.get(part) ?? inTitle.get(part) ?? part)
    .join("-")
    .replace(/[^\w-]+/g, "-");
  const subject = subjectOf(first.path, parts);
  return requests.map((request) => (request === first ? base : `${base}${suffix(request, first, subject)}`));
}

/** What an operationId is made from. */
export interface OperationPath {
  readonly method: HttpMethod;
  readonly path: PathTemplate;
}

/** How types spell words: `plannerBucket`, and `chartAxis` in `workbookChartAxis`; by the word in lower case. */
export function spellingsOfTypes(names: readonly string[]): ReadonlyMap<string, string> {
  const shorts = names.map((name) => lowerFirst(name.split(".").at(-1) ?? name));
  const ends = shorts.flatMap((name) => [...name.matchAll(/[A-Z]/g)].map(({ index }) => lowerFirst(name.slice(index))));
  return new Map([...ends, ...shorts].map((name) => [name.toLowerCase(), name]));
}

/** How texts spell their words; by the word in lower case. */
function spellingsIn(texts: readonly string[]): ReadonlyMap<string, string> {
  const spellings = new Map<string, string>();
  for (const word of texts.flatMap((text) => text.split(/[^A-Za-z0-9]+/))) {
    for (const spelling of [word, pluralize.singular(word)].map(lowerFirst)) {
      if (!spellings.has(spelling.toLowerCase())) spellings.set(spelling.toLowerCase(), spelling);
    }
  }
  return spellings;
}

function lowerFirst(word: string): string {
  return word.slice(0, 1).toLowerCase() + word.slice(1);
}

/** What the page is about: the words that its first path ends with and its file name spells, too. */
function subjectOf(path: PathTemplate, parts: readonly string[]): readonly string[] {
  const words = wordsOf(path, false);
  const isSpelt = (word: string) => {
    const singular = pluralize.singular(word.toLowerCase());
    return parts.some((part) => pluralize.singular(part).endsWith(singular));
  };
  return words.slice(words.findLastIndex((word) => !isSpelt(word)) + 1);
}

/** What tells an operation from the first one of its page: where it is, and its method if it differs. */
function suffix({ method, path }: OperationPath, first: OperationPath, subject: readonly string[]): string {
  const isOther = endsInKey(path) !== endsInKey(first.path);
  const words = wordsOf(path, isOther);
  const isOnSubject =
    !isOther && subject.length > 0 && subject.every((word, at) => words.at(at - subject.length) === word);
  const place = isOnSubject && words.length > subject.length ? words.slice(0, -subject.length) : words;
  const by = method === first.method ? "" : `-by-${method}`;
  return path.key === first.path.key ? by : `${by}-at-${place.join("-")}`;
}

/**
 * The names in a path, those of arguments included. Keys go without saying, apart from paths of items (`root:/{item-path}`), keys
 * that follow keys, and, if it is asked for, the last one.
 */
function wordsOf({ path }: PathTemplate, withLastKey: boolean): string[] {
  const segments = path.split("/");
  return segments.flatMap((segment, index) => {
    const isAfterKey = /^\{[^}]*\}$/.test(segments[index - 1] ?? "");
    const isLast = withLastKey && index === segments.length - 1;
    const written = segment
      .replaceAll("{item-path}", "path")
      .replace(/^\{([^}]*)\}$/, (_, name: string) => (isAfterKey ? name : isLast ? "id" : ""))
      // The type of an enumeration's value (`kind=orchard.kind'{kind}'`) does not tell where an operation is.
      .replace(/(?:=[\w.]*'?)?\{[^}]*\}/g, "");
    return written.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  });
}

function endsInKey({ path }: PathTemplate): boolean {
  return /\{[^}]*\}$/.test(path);
}
