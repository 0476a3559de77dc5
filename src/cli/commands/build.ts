import { join, resolve } from "node:path";
import type { Command } from "commander";
import { type Compilation, compile } from "../../build/lazy-jobs.ts";
import { relativePath } from "../../build/paths.ts";
import { readSettings, type Settings } from "../../build/settings.ts";
import { assertDocumentPath, formatOpenApi, writeDocument } from "../../build/write-document.ts";
import { count } from "../formats/text.ts";
import { addCommonOptions, type CommonOptions, flagsOf } from "../options.ts";
import type { CommandContext } from "../program.ts";
import { createProgress } from "../progress.ts";
import { reportProblems } from "../report-problems.ts";
import type { ExitCode, Terminal } from "../terminal.ts";
import { runOnChange } from "../watch.ts";

interface BuildOptions extends CommonOptions {
  readonly out?: string;
  readonly watch?: boolean;
}

/** `md2oas build`. */
export function addBuildCommand(program: Command, { terminal, exit }: CommandContext): void {
  const command = program
    .command("build")
    .summary("docs -> OpenAPI document")
    .description(
      "Builds an OpenAPI 3.1 document from Markdown docs, and FILE.map.json, which tells where each part stands.",
    )
    .argument("[docs...]", "Markdown files, or folders searched for *.md")
    .option("-o, --out <file>", "YAML or JSON by its suffix (default: standard output, as YAML, without a map)")
    .option("-w, --watch", "build again when the docs change")
    .action(async (docs: string[], options: BuildOptions) => exit(await build(docs, options, terminal)));
  addCommonOptions(command).addHelpText("after", examples);
}

const examples = `
Examples:
  md2oas build docs -o openapi.yaml
  md2oas build docs/api-reference/v1.0 --root docs -o openapi.json --language de
  md2oas build docs/users.md --quiet | less`;

async function build(docs: readonly string[], options: BuildOptions, terminal: Terminal): Promise<ExitCode> {
  const settings = await readSettings(terminal.cwd, docs, flagsOf(options));
  const { compilation, exitCode } = await buildOnce(settings, options, terminal);
  if (!options.watch) return exitCode;
  const again = async () => watchedFiles((await buildOnce(settings, options, terminal)).compilation);
  await runOnChange([...settings.docs, ...watchedFiles(compilation)], again, terminal);
  return 0;
}

function watchedFiles({ root, included }: Compilation): string[] {
  return included.map((file) => join(root, file));
}

async function buildOnce(
  settings: Settings,
  options: BuildOptions,
  { out: stdout, err }: Terminal,
): Promise<{ compilation: Compilation; exitCode: ExitCode }> {
  const { cwd } = settings;
  const out = options.out ?? settings.out;
  const path = out === undefined ? undefined : resolve(cwd, out);
  if (path !== undefined) assertDocumentPath(path);

  const progress = createProgress(err, options);
  const compilation = await compile({ ...settings, onProgress: progress.show });
  const changed = path === undefined ? [] : writeDocument(compilation.openapi, path);
  progress.clear();

  const exitCode = reportProblems(compilation, { ...options, ...settings }, err);
  if (path === undefined) stdout.write(formatOpenApi(compilation.openapi, "yaml"));
  else if (options.format === "text" && !options.quiet) {
    const verdict = changed.length > 0 ? "wrote" : "unchanged:";
    err.write(`${verdict} ${relativePath(cwd, path)} (${describe(compilation)})\n`);
  }
  return { compilation, exitCode };
}

function describe({ model: { operations, resources, enums } }: Compilation): string {
  return `${count(operations.length, "operation")}, ${count(resources.length + enums.length, "type")}`;
}
