import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Dialect, PairPlaces } from "../dialects/dialect.ts";
import type { ResolveInclude } from "../markdown/include.ts";
import type { Page } from "../markdown/page.ts";
import { readPage } from "../markdown/read-page.ts";
import type { Report } from "../source/diagnostic.ts";
import type { SourceFile } from "../source/source-text.ts";
import { type DocsSet, findDocs } from "./find-docs.ts";
import { isInside } from "./paths.ts";
import { readSource } from "./read-source.ts";
import { createIncludeResolver } from "./resolve-include.ts";

/** Where the originals of translated pages are, and where findings go. */
export interface TranslationCheck {
  /** Folder of the originals, relative to `cwd`. */
  readonly folder: string | undefined;
  readonly cwd: string;
  readonly report: Report;
  readonly pair: PairPlaces;
}

/** Which pages were compared with an original. */
export interface ComparedPages {
  readonly compared: ReadonlySet<string>;
  /** Those whose original is a file of its own, relative to `originalRoot`. */
  readonly originals: ReadonlyMap<string, string>;
  readonly originalRoot: string;
}

/**
 * Compares translated pages with their originals, and reports what the translation damaged. The original of a side-by-side page is in
 * the page itself; that of any other is the file of the same path below the folder, if one is given.
 *
 * @throws UsageError if the folder does not exist or holds no Markdown.
 */
export function checkTranslation(
  { root, files }: DocsSet,
  dialect: Dialect,
  { folder, cwd, report, pair }: TranslationCheck,
): ComparedPages {
  const compared = new Set<string>();
  const originals = folder === undefined ? undefined : new Originals(folder, cwd);
  const includes = createIncludeResolver(root);
  for (const path of dialect.compareTranslation ? files : []) {
    const file = readSource(root, path, ignore);
    if (!file) continue;
    const pages = readSides(file, includes.forPage) ?? withOriginal(file, includes.forPage(), originals);
    if (!pages) continue;
    dialect.compareTranslation?.(pages.original, pages.translation, report, pair);
    compared.add(path);
  }
  return { compared, originals: originals?.found ?? new Map(), originalRoot: originals?.root ?? root };
}

/** What is wrong with the files themselves was reported when they were compiled. */
function ignore(): void {}

interface Pair {
  readonly original: Page;
  readonly translation: Page;
}

/** Both halves of a side-by-side page. */
function readSides(file: SourceFile, include: () => ResolveInclude): Pair | undefined {
  const original = readPage(file, { include: include() }, ignore);
  if (original.translationLanguage === undefined) return undefined;
  return { original, translation: readPage(file, { include: include(), side: "target" }, ignore) };
}

function withOriginal(file: SourceFile, include: ResolveInclude, originals: Originals | undefined): Pair | undefined {
  const original = originals?.read(file.path);
  return original && { original, translation: readPage(file, { include }, ignore) };
}

/**
 * Finds originals by path. The two sets need not start at the same folder: `v1.0/api/x.md` is looked for as `v1.0/api/x.md`, as
 * `api/x.md`, and as `x.md`.
 */
class Originals {
  readonly root: string;
  /** By the path of the translation. */
  readonly found = new Map<string, string>();
  readonly #includes: ReturnType<typeof createIncludeResolver>;

  constructor(folder: string, cwd: string) {
    this.root = findDocs({ docs: [folder], cwd, root: folder }, ignore).root;
    this.#includes = createIncludeResolver(this.root);
  }

  read(path: string): Page | undefined {
    const parts = path.split("/");
    const name = parts.map((_, index) => parts.slice(index).join("/")).find((tail) => isFile(this.root, tail));
    const file = name === undefined ? undefined : readSource(this.root, name, ignore);
    if (name === undefined || !file) return undefined;
    this.found.set(path, name);
    return readPage(file, { include: this.#includes.forPage() }, ignore);
  }
}

function isFile(root: string, path: string): boolean {
  return isInside(root, join(root, path)) && existsSync(join(root, path));
}
