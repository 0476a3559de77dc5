import { join } from "node:path";
import { compareContracts } from "../openapi/compare-contracts.ts";
import type { OpenApiDocument } from "../openapi/document.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import type { SourceLocation } from "../source/location.ts";
import { changedContract } from "./diagnostics.ts";
import { relativePath } from "./paths.ts";
import type { PlacePairs } from "./place-pairs.ts";
import { lineOf, ToldDamage } from "./told-damage.ts";

interface Compiled {
  readonly root: string;
  readonly openapi: OpenApiDocument;
}

/** Two sets of docs that should give the same document, and what is known of them. */
export interface ContractCheck {
  readonly original: Compiled;
  readonly translation: Compiled;
  readonly places: PlacePairs;
  /** What the comparison of the pages has found. */
  readonly found: readonly Diagnostic[];
}

/**
 * What the documents of a translation and its original say differently, and nothing that the comparison of the pages has found explains:
 * one diagnostic per place of the translation. So no difference between the documents is without a diagnostic.
 */
export function checkContract({ original, translation, places, found }: ContractCheck): Diagnostic[] {
  const pathOf = (file: string) => relativePath(translation.root, join(original.root, file));
  const told = new ToldDamage(found);
  const groups = new Map<string, Group>();
  for (const difference of compareContracts(original.openapi, translation.openapi)) {
    const { right, found } = difference;
    const source = right?.location && { ...right.location, file: pathOf(right.location.file) };
    // What nothing in the translation corresponds to has its place in the original only.
    const place = (right?.location && places.find(right.location)) ?? found?.location ?? source;
    if (!place || told.explains(difference, [place, found?.location ?? place])) continue;
    const group = groups.get(lineOf(place)) ?? { place, source, rights: new Set(), founds: new Set() };
    groups.set(lineOf(place), { ...group, source: group.source ?? source });
    if (right) group.rights.add(right.text);
    if (found) group.founds.add(found.text);
  }
  const facts = new Map([...groups.values()].reverse().map((group) => [factOf(group), group]));
  return [...facts.values()].map((group) => diagnose(group));
}

/** A page states facts of all its paths at once; one diagnostic, at the first, is enough. */
function factOf({ place, rights, founds }: Group): string {
  return [place.file, ...rights, "", ...founds].join("\n");
}

/** What is wrong at one line. Operations on several paths, and types that refer to each other, say it more than once. */
interface Group {
  readonly place: SourceLocation;
  /** The place in the original. */
  readonly source: SourceLocation | undefined;
  readonly rights: Set<string>;
  readonly founds: Set<string>;
}

function diagnose({ place, source, rights, founds }: Group): Diagnostic {
  const diagnostic = changedContract(place, quote(rights), quote(founds));
  return source ? { ...diagnostic, related: [{ message: "Original", location: source }] } : diagnostic;
}

function quote(statements: ReadonlySet<string>): string {
  return statements.size === 0 ? "nothing" : [...statements].map((statement) => `\`${statement}\``).join(", ");
}
