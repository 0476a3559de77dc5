import { join } from "node:path";
import { expect, test } from "vitest";
import { compareTranslations } from "../../../../src/build/compare-translations.ts";
import { compile } from "../../../../src/build/compile.ts";
import type { Diagnostic } from "../../../../src/source/diagnostic.ts";
import { createFile, createFolder } from "../../../build/folder.ts";
import { Random } from "../../../verify/mutation/random.ts";
import { type Damaged, type DamageKind, damageKinds, injectDamage } from "./inject-damage.ts";
import { type TranslatedPage, translatedPages } from "./translated-pages.ts";

/** How many damages are done in all; twenty of each kind. */
const total = 200;

interface Result {
  readonly kind: DamageKind;
  readonly damaged: Damaged;
  /** Lines of the damaged page where damage is reported, with the code. */
  readonly found: readonly Diagnostic[];
}

/** A documentation set for each plant, original and translation side by side. */
function writeSets(): string {
  const folder = createFolder();
  for (const { set, path, original, translation } of translatedPages()) {
    createFile(folder, join("en", set, path), original);
    createFile(folder, join("de", set, path), translation);
  }
  return folder;
}

/**
 * What is said of the damage that translation does; what follows from it, an undocumented property say, is another matter. A translation
 * alone is judged by the rest of its docs; beside its original, the pages that belong together are enough.
 */
function check(folder: string, { set, path }: TranslatedPage, original: string | undefined): Diagnostic[] {
  const docs = join(folder, "de", original === undefined ? "" : set);
  const options = { docs, root: docs, cwd: folder, ...(original !== undefined && { original: join(original, set) }) };
  const file = original === undefined ? `${set}/${path}` : path;
  const kinds = /^translation\/|^(?:permissions|headers)\/(?:mangled|unreadable)/;
  return compareTranslations(compile(options), options, folder).filter(
    ({ code, location }) => location.file === file && kinds.test(code),
  );
}

/** Damages pages at random, twenty times in each way, and checks each of them. */
function damagePages(original: string | undefined): Result[] {
  const folder = writeSets();
  const pages = translatedPages();
  const random = new Random(68);
  return damageKinds.flatMap((kind) =>
    Array.from({ length: total / damageKinds.length }, () => {
      for (;;) {
        const page = random.pick(pages)!;
        const damaged = injectDamage(page.translation, kind, random);
        if (!damaged) continue;
        const file = join("de", page.set, page.path);
        createFile(folder, file, damaged.text);
        const found = check(folder, page, original);
        createFile(folder, file, page.translation);
        return { kind, damaged, found };
      }
    }),
  );
}

const isFound = ({ damaged, found }: Result) => found.some(({ location }) => location.line === damaged.line);
const isFalse = ({ damaged, found }: Result) => found.some(({ location }) => location.line !== damaged.line);

test("a translation that damages nothing gives no diagnostic, with its original and without", () => {
  const folder = writeSets();
  const pages = translatedPages();
  for (const original of ["en", undefined]) {
    expect(pages.flatMap((page) => check(folder, page, original).map(({ message }) => message))).toEqual([]);
  }
});

test("of 200 damages of ten kinds, 98 % are found, at their line, and no more than 2 % of the findings are false", () => {
  const results = damagePages("en");
  const missed = results.filter((result) => !isFound(result));
  const wrong = results.filter(isFalse);
  expect(results).toHaveLength(total);
  expect(missed.length, describeAll(missed)).toBeLessThanOrEqual(total * 0.02);
  expect(wrong.length, describeAll(wrong)).toBeLessThanOrEqual(total * 0.02);
});

/** What a page shows by itself. A number or a link may have been any other, and a missing row is missing. */
const shownAlone: readonly DamageKind[] = ["scope", "name", "member", "header"];

test("without the original, what a page shows by itself is found, and no more than 2 % of the findings are false", () => {
  const results = damagePages(undefined);
  const missed = results.filter((result) => shownAlone.includes(result.kind) && !isFound(result));
  const wrong = results.filter(isFalse);
  const shown = results.filter(({ kind }) => shownAlone.includes(kind));
  expect(missed.length, describeAll(missed)).toBeLessThanOrEqual(shown.length * 0.02);
  expect(wrong.length, describeAll(wrong)).toBeLessThanOrEqual(total * 0.02);
});

function describeAll(results: readonly Result[]): string {
  return results
    .map(({ kind, damaged, found }) => {
      const line = damaged.text.split("\n")[damaged.line - 1];
      return `${kind} at ${damaged.line}, ${line}: ${found.map(({ location, message }) => `${location.line} ${message}`)}`;
    })
    .join("\n");
}
