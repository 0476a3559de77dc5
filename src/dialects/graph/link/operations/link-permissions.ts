import type { Permission, ScopeSet } from "../../../../model/operation.ts";
import type { Report } from "../../../../source/diagnostic.ts";
import { isTranslated } from "../../../common/page-language.ts";
import { isPermissionWord, isWord } from "../../../common/vocabulary.ts";
import { permissionUnreadable, scopeMangled } from "../../diagnostics.ts";
import { type GraphFacts, grants, type PermissionFacts } from "../../facts.ts";
import { readConnectives, readScopeSets, readScopes } from "../../read-scopes.ts";
import { uncertainScopes } from "../../translation/diagnostics.ts";
import type { ScopeVocabulary } from "../../translation/mend-scopes.ts";

/**
 * The permissions of a page's tables: one for each permission type. Scopes that are not spelt like scopes are read as the other
 * pages spell them; cells that hold neither scopes nor "Not supported" are reported, and leave it open which scopes a token needs.
 */
export function linkPermissions(
  rows: readonly PermissionFacts[],
  page: Pick<GraphFacts, "language">,
  scopes: ScopeVocabulary,
  report: Report,
): Permission[] {
  const isForeign = isTranslated(page.language);
  return grants.flatMap((grant) => {
    const own = rows.filter((row) => row.grant === grant);
    const [first] = own;
    if (!first) return [];
    const cells = own.flatMap(({ cells: inOrder, isMostFirst }) => {
      const read = inOrder.flatMap((cell) => readCell(cell, isForeign, scopes, report));
      return isMostFirst ? read.reverse() : read;
    });
    const known = cells.filter((cell) => cell !== unknownScopes);
    // Some scopes are needed, and nobody can tell which: that is not "Not supported".
    const alternatives = known.length === 0 && cells.length > 0 ? [{ scopes: [], location: first.location }] : known;
    return [{ grant, alternatives: unique(alternatives), location: first.location }];
  });
}

/** What a cell gives that nobody can read. */
const unknownScopes = "unknown";

function readCell(
  { text, location }: PermissionFacts["cells"][number],
  isForeign: boolean,
  scopes: ScopeVocabulary,
  report: Report,
): (ScopeSet | typeof unknownScopes)[] {
  // `None` is not `Not supported`: the call needs a token of this kind, and no scope.
  if (isPermissionWord(text, "noScope")) return [{ scopes: [], location }];
  const { text: right, mended } = scopes.mend(text);
  // Writers vary the case of a scope now and then; only what is torn apart is no scope.
  const broken = isForeign ? mended : mended.filter(({ found }) => /\s/.test(found));
  for (const { scope, found } of broken) report(scopeMangled(location, scope, found));
  const sets = readScopeSets(broken.length > 0 ? right : text);
  const [connective] = isForeign ? readConnectives(right) : [];
  if (connective !== undefined) report(uncertainScopes(location, connective));
  if (sets.length === 0 && !isSilent(text)) {
    report(permissionUnreadable(location, text));
    return [unknownScopes];
  }
  if (isForeign && sets.length > 0 && hasTornWords(right)) report(permissionUnreadable(location, text));
  return sets.map((set) => ({ scopes: set, location }));
}

/** An empty cell, or one that says that the permission type is not supported. */
function isSilent(text: string): boolean {
  return text === "" || text.split(/[.。;\n]/).some((sentence) => isWord(sentence, "notSupported"));
}

/** Whether something beside the scopes looks like a scope that nobody can read: `Bookings. Read`, or a part of one: `ReadWrite`. */
function hasTornWords(text: string): boolean {
  const rest = readScopes(text).reduce((left, scope) => left.replace(scope, ""), text);
  return /[A-Za-z]\w*\.\s+[A-Za-z]|[a-z][A-Z]/.test(rest);
}

/** The permissions of several rows as one: for each permission type, the alternatives of all. */
export function unitePermissions(rows: readonly (readonly Permission[])[]): Permission[] {
  return grants.flatMap((grant) => {
    const own = rows.flat().filter((permission) => permission.grant === grant);
    const alternatives = unique(own.flatMap((permission) => permission.alternatives));
    return own[0] ? [{ grant, alternatives, location: own[0].location }] : [];
  });
}

/** Each alternative once. */
function unique(sets: readonly ScopeSet[]): ScopeSet[] {
  const seen = new Set<string>();
  return sets.filter(({ scopes }) => {
    const key = scopes.join(" ");
    return seen.has(key) ? false : seen.add(key);
  });
}
