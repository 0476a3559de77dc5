import pluralize from "pluralize";
import type { HttpMethod } from "../../../model/operation.ts";
import type { PathTemplate } from "../../common/path-template.ts";
import { pageName } from "../../common/type-expression.ts";

/**
 * The operationIds of a page's operations: the page's file name, which is the same in all languages, cased as the path
 * spells its parts (`securityaction-cancelsecurityaction` -> `securityAction-cancelSecurityAction`).
 *
 * The page's first operation has that name, its others a suffix from their own method and path, so that no id depends on how
 * many operations there are.
 */
export function operationIds(file: string, title: string, requests: readonly OperationPath[]): string[] {
  const [first] = requests;
  const base = casedName(pageName(file), [...requests.map(({ path }) => path), titlePath(title)]);
  return requests.map((request) => (first && request !== first ? `${base}-${suffix(request, first)}` : base));
}

/** What an operationId is made from. */
export interface OperationPath {
  readonly method: HttpMethod;
  readonly path: PathTemplate;
}

function titlePath(title: string): Pick<PathTemplate, "path"> {
  return { path: `/${title.replace(/[^\w]+/g, "/")}` };
}

function casedName(name: string, paths: readonly Pick<PathTemplate, "path">[]): string {
  const spellings = new Map<string, string>();
  for (const { path } of paths) {
    for (const word of path.split(/[^A-Za-z0-9]+/)) {
      for (const spelling of [word, pluralize.singular(word)].map(lowerFirst)) {
        if (!spellings.has(spelling.toLowerCase())) spellings.set(spelling.toLowerCase(), spelling);
      }
    }
  }
  return name
    .split("-")
    .map((part) => spellings.get(part) ?? part)
    .join("-")
    .replace(/[^\w-]+/g, "-");
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
