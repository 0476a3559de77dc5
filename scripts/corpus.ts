/**
 * `npm run corpus [NAME...]`: what md2oas makes of large documentation sets, those under ../shared/corpus. Each set is
 * read in a process of its own, so that its time and memory are its own.
 */
import { spawnSync } from "node:child_process";
import { existsSync, globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile } from "../src/build/compile.ts";
import { writeDocument } from "../src/build/write-document.ts";
import { generateTypes } from "../src/client/generate-types.ts";
import { lintDocument } from "../src/lint/lint-document.ts";
import type { Diagnostic } from "../src/source/diagnostic.ts";

/** What one set gave. */
interface Figures {
  readonly pages: number;
  readonly operations: number;
  readonly schemas: number;
  readonly examples: number;
  /** From the docs to the OpenAPI file on disk. */
  readonly seconds: number;
  /** The most memory the process had until then. */
  readonly megabytes: number;
  /** Errors and warnings of Redocly. */
  readonly lint: string;
  /** Size of the types that openapi-typescript made. */
  readonly types: string;
  /** How often each diagnostic occurs, by severity and code. */
  readonly diagnostics: Readonly<Record<string, number>>;
}

interface Row extends Figures {
  readonly set: string;
  readonly coverage: string;
}

const shared = join(import.meta.dirname, "../../shared");
const corpora = join(shared, "corpus");
const columns = [
  "pages",
  "operations",
  "schemas",
  "examples",
  "coverage",
  "seconds",
  "megabytes",
  "lint",
  "types",
] as const;

const [flag, ...args] = process.argv.slice(2);
if (flag === "--measure") process.stdout.write(JSON.stringify(await measure(args[0] ?? "", args[1] ?? "")));
else if (!existsSync(corpora)) process.stdout.write(`No documentation sets here: there is no folder ${corpora}\n`);
else measureAll(flag === undefined ? [] : [flag, ...args]);

function measureAll(names: readonly string[]): void {
  const temporary = mkdtempSync(join(tmpdir(), "md2oas-corpus-"));
  const sets = globSync("*/api-reference/{v1.0,beta}", { cwd: corpora }).sort();
  const wanted = sets.filter((set) => names.length === 0 || names.some((name) => set.includes(name)));
  const rows = wanted.map((set, index) => measureApart(set, join(temporary, `${index}.json`)));
  rmSync(temporary, { recursive: true });
  process.stdout.write(`${formatTable(rows)}\n\n${rows.map(formatDiagnostics).join("\n")}`);
}

function measureApart(set: string, file: string): Row {
  process.stderr.write(`${set}\n`);
  const figures = JSON.parse(runNode([import.meta.filename, "--measure", set, file]));
  const evaluation = runNode([join(shared, "eval/eval.mjs"), "coverage", join(corpora, set), file, "--json"]);
  return { set, coverage: JSON.parse(evaluation).figures.coverage, ...figures };
}

function runNode(args: readonly string[]): string {
  const { status, stdout } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}`);
  return stdout;
}

async function measure(set: string, file: string): Promise<Figures> {
  const root = join(corpora, set.split(/[\\/]/)[0] ?? "");
  const { files, model, openapi, diagnostics } = compile({ docs: join(corpora, set), root });
  writeDocument(openapi, file);
  const seconds = Math.round(performance.now() / 100) / 10;
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);

  const problems: Diagnostic[] = [];
  await lintDocument(openapi, (problem) => problems.push(problem));
  const count = (wanted: string) => problems.filter(({ severity }) => severity === wanted).length;
  const types = await generateTypes(openapi.document);
  const { components } = openapi.document as { components?: { schemas?: object } };
  return {
    pages: files.length,
    operations: model.operations.length,
    schemas: Object.keys(components?.schemas ?? {}).length,
    examples: model.operations.flatMap(({ examples }) => examples).length,
    seconds,
    megabytes,
    lint: `${count("error")} errors, ${count("warning")} warnings`,
    types: `${(types.length / 2 ** 20).toFixed(1)} MB`,
    diagnostics: countByCode([...diagnostics, ...problems]),
  };
}

function countByCode(diagnostics: readonly Diagnostic[]): Record<string, number> {
  const groups = Object.groupBy(diagnostics, ({ severity, code }) => `${severity.padEnd(7)} ${code}`);
  return Object.fromEntries(Object.entries(groups).map(([code, found = []]) => [code, found.length]));
}

function formatTable(rows: readonly Row[]): string {
  const lines = [["set", ...columns], ...rows.map((row) => [row.set, ...columns.map((column) => String(row[column]))])];
  const widths = ["set", ...columns].map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function formatDiagnostics({ set, diagnostics }: Row): string {
  const byCount = Object.entries(diagnostics).sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return `${set}\n${byCount.map(([code, count]) => `${String(count).padStart(7)} ${code}\n`).join("")}`;
}
