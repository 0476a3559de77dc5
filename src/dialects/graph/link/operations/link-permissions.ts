import type { Permission, ScopeSet } from "../../../../model/operation.ts";
import type { Report } from "../../../../source/diagnostic.ts";
import type { SourceLocation } from "../../../../source/location.ts";
import { isTranslated } from "../../../common/page-language.ts";
import { afterWord, indexOfPermissionWord, isPermissionWord, isWord } from "../../../common/vocabulary.ts";
import { permissionProse, permissionUnreadable, scopeMangled } from "../../diagnostics.ts";
import { type GraphFacts, grants, type PermissionFacts } from "../../facts.ts";
import { readConnectives, readProse, readScopeSets, readScopes, withoutScopes } from "../../read-scopes.ts";
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
  // Writers vary the case of a scope now and then; only what is torn apart, or has small letters behind a dot, is no scope.
  const broken = isForeign ? mended : mended.filter(({ found }) => !isSpeltAsScope(found));
  for (const { scope, found } of broken) report(scopeMangled(location, scope, found));
  const readable = broken.length > 0 ? right : text;
  const sets = readScopeSets(readable);
  const isUnreadable = sets.length === 0 ? !isSilent(text) : isForeign && hasTornWords(right);
  if (isUnreadable) report(permissionUnreadable(location, text));
  if (isForeign) reportConnective(right, location, report);
  if (sets.length === 0) return isUnreadable ? [unknownScopes] : [];
  // In a translation, words beside a torn scope are parts of it.
  const isWhole = !isUnreadable && (broken.length === 0 || !isForeign);
  if (isWhole) reportProse(readable, location, report);
  return sets.map((set) => ({ scopes: set, location }));
}

/** Between scopes, translators may have put any word for "and". */
function reportConnective(text: string, location: SourceLocation, report: Report): void {
  const [connective] = readConnectives(text);
  if (connective !== undefined) report(uncertainScopes(location, connective));
}

function reportProse(text: string, location: SourceLocation, report: Report): void {
  const prose = readProse(text);
  if (prose !== undefined) report(permissionProse(location, prose.slice(0, 80)));
}

function isSpeltAsScope(text: string): boolean {
  return readScopes(text)[0] === text && !/\.[a-z]/.test(text);
}

/** A cell with nothing but a dash, or one that says that the permission type is not supported, for whatever reason. */
function isSilent(text: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  return text
    .split(/[.。;\n]/)
    .some((sentence) => isWord(sentence, "notSupported") || isNotSupportedFor(sentence.trim()));
}

/** `Not supported for guests`; `None of these` says something else. */
function isNotSupportedFor(sentence: string): boolean {
  return indexOfPermissionWord(sentence, "noScope") !== 0 && /^\s/.test(afterWord(sentence, "notSupported") ?? "");
}

/** Whether something beside the scopes looks like a scope that nobody can read: `Bookings. Read`, or a part of one: `ReadWrite`. */
function hasTornWords(text: string): boolean {
  return /[A-Za-z]\.\s+[A-Za-z]|[a-z][A-Z]/.test(withoutScopes(text));
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
