import type { Dialect } from "../dialects/dialect.ts";
import { detectDialect, dialects } from "../dialects/index.ts";
import { readPage } from "../markdown/read-page.ts";
import { readToc } from "../markdown/toc.ts";
import type { ApiModel } from "../model/api-model.ts";
import type { OpenApiDocument } from "../openapi/document.ts";
import { emitDocument } from "../openapi/emit-document.ts";
import type { EmitOptions } from "../openapi/emit-options.ts";
import type { Diagnostic, Report } from "../source/diagnostic.ts";
import { type SourceLocation, startOf } from "../source/location.ts";
import { UsageError } from "../source/usage-error.ts";
import type { Config } from "./config.ts";
import { findDefaultHead } from "./default-head.ts";
import { missingLanguage } from "./diagnostics.ts";
import { type DocsSet, findDocs } from "./find-docs.ts";
import { findTocs } from "./find-tocs.ts";
import { readSource } from "./read-source.ts";
import { createIncludeResolver } from "./resolve-include.ts";
import { settleDiagnostics } from "./settle-diagnostics.ts";
import { formatSuggestion } from "./suggest.ts";

/** What to compile, and how: a config, with its paths relative to `cwd`. */
export interface CompileOptions extends Omit<Config, "out" | "client" | "failOn"> {
  /** Default: the working folder of the process. */
  readonly cwd?: string;
  /** The config file, relative to `cwd`: problems that no page causes are reported there. */
  readonly configFile?: string;
  /** Called before each page is read, and with the name of each later stage. */
  readonly onProgress?: (stage: string, done?: number, total?: number) => void;
}

/** What the docs became. */
export interface Compilation extends DocsSet {
  /** The files that pages include, relative to `root`, sorted. */
  readonly included: readonly string[];
  /** Name of the dialect the docs were read in. */
  readonly dialect: string;
  readonly model: ApiModel;
  readonly openapi: OpenApiDocument;
  /** In reading order, each cause once. Their files are relative to `root`. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compiles docs: files -> pages -> facts -> model -> OpenAPI document. Problems in the docs are diagnostics, never
 * errors.
 *
 * @throws UsageError if the docs cannot be found, or there is no such dialect or language.
 */
export function compile(options: CompileOptions): Compilation {
  const { docs = [], exclude = [], cwd = process.cwd(), root, onProgress = () => {} } = options;
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const query = { docs: [docs].flat(), exclude: [exclude].flat(), cwd, ...(root !== undefined && { root }) };
  if (query.docs.length === 0)
    throw new UsageError('No docs given: name files or folders, or set "docs" in md2oas.config');

  assertLanguage(options.language);
  const set = findDocs(query, report);
  const dialect = options.dialect === undefined ? detect(set) : findDialect(options.dialect);
  const includes = createIncludeResolver(set.root);
  const languages = new Set<string>();
  const facts = set.files.flatMap((path, index) => {
    onProgress("reading docs", index, set.files.length);
    const file = readSource(set.root, path, report);
    if (!file) return [];
    const page = readPage(file, { include: includes.forPage() }, report);
    for (const language of [page.language, page.translationLanguage]) if (language) languages.add(language);
    // Only the facts are kept: memory holds what the docs say, not the docs.
    return [dialect.readPage(page, report)];
  });
  reportMissingLanguage(options.language, languages, startOf(set.files[0] ?? "."), report);
  onProgress("joining pages");
  const toc = findTocs(set).flatMap((path) => {
    const file = readSource(set.root, path, report);
    return file ? readToc(file, report) : [];
  });
  const model = dialect.link(facts, report, toc);
  onProgress("writing the document");
  const openapi = emitDocument(
    model,
    {
      ...findDefaultHead(model),
      ...(model.authorization && { authorization: model.authorization }),
      ...emitOptions(options),
    },
    report,
  );
  return {
    ...set,
    included: includes.findIncluded(),
    dialect: dialect.name,
    model,
    openapi,
    diagnostics: settleDiagnostics(diagnostics, options),
  };
}

/** How many pages, spread over the docs, are read to find the dialect. */
const sampleSize = 100;

function detect({ root, files }: DocsSet): Dialect {
  const step = Math.ceil(files.length / sampleSize);
  const sample = files.filter((_, index) => index % step === 0);
  const pages = sample.flatMap((path) => {
    const file = readSource(root, path, ignore);
    return file ? [readPage(file, {}, ignore)] : [];
  });
  return detectDialect(pages);
}

/** Whatever is wrong with the sample is reported when all pages are read. */
function ignore(): void {}

/**
 * The dialect of this name.
 *
 * @throws UsageError if there is none.
 */
export function findDialect(name: string): Dialect {
  const dialect = dialects.find((candidate) => candidate.name === name);
  if (dialect) return dialect;
  const names = dialects.map((candidate) => candidate.name);
  throw new UsageError(`No dialect "${name}": there is ${names.join(", ")}${formatSuggestion(name, names)}`);
}

function assertLanguage(tag: string | undefined): void {
  try {
    if (tag !== undefined && tag !== "all") Intl.getCanonicalLocales(tag);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(`"${tag}" is not a language tag such as de or pt-BR, nor all`);
  }
}

/** The document then has the text of the docs' own language. */
function reportMissingLanguage(
  wanted: string | undefined,
  languages: ReadonlySet<string>,
  location: SourceLocation,
  report: Report,
): void {
  if (wanted === undefined || wanted === "all") return;
  const primaryOf = (tag: string) => tag.split("-")[0]?.toLowerCase();
  if ([...languages].some((tag) => primaryOf(tag) === primaryOf(wanted))) return;
  report(missingLanguage(location, wanted, [...languages].sort()));
}

function emitOptions(options: CompileOptions): Partial<EmitOptions> {
  const { title, version, description, license, servers, language, linkBase, authorization, conventions, errorSchema } =
    options;
  const given = { title, version, description, license, language, linkBase, authorization, conventions, errorSchema };
  return {
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    ...(servers !== undefined && { servers: [servers].flat() }),
  };
}
