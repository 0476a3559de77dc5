import pluralize from "pluralize";
import type { HttpMethod } from "../../../model/operation.ts";
import type { PathTemplate } from "../../common/path-template.ts";
import { pageName } from "../../common/type-expression.ts";

/**
 * The operationIds of a page's operations: the page's file name, which is the same in all languages, cased as the path, the
 * types and at last the title spell its parts (`securityaction-cancelsecurityaction` -> `securityAction-cancelSecurityAction`).
 * Titles come last because translators change them.
 *
 * The page's first operation has that name, its others a suffix from their own method and path, so that no id depends on how
 * many operations there are.
 */
export function operationIds(
  file: string,
  title: string,
  requests: readonly OperationPath[],
  types: ReadonlyMap<string, string> = new Map(),
): string[] {
  const [first] = requests;
  const inPaths = spellingsIn(requests.map(({ path }) => path.path));
  const inTitle = spellingsIn([title]);
  const base = pageName(file)
    .split("-")
    .map((part) => inPaths.get(part) ?? types.get(part) ?? inTitle.get(part) ?? part)
    .join("-")
    .replace(/[^\w-]+/g, "-");
  return requests.map((request) => (first && request !== first ? `${base}-${suffix(request, first)}` : base));
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

/** What tells an operation from the first one of its page: its literal segments, and its method if it differs. */
function suffix(request: OperationPath, first: OperationPath): string {
  const words = segments(request.path);
  const known = segments(first.path);
  let common = 0;
  while (common < words.length && words.at(-1 - common) === known.at(-1 - common)) common++;
  const own = words.slice(0, words.length - common);
  const method = request.method === first.method ? [] : [request.method];
  const parts = [...method, ...(own.length > 0 ? own : method.length > 0 ? [] : words)];
  return parts.join("-").replace(/[^\w-]+/g, "-");
}

function segments({ path }: PathTemplate): string[] {
  return path
    .replace(/\{[^}]*\}/g, "")
    .split(/[/(),='.:]+/)
    .filter((segment) => segment !== "");
}
