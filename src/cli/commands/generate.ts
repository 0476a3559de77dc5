import { join, resolve } from "node:path";
import type { Command } from "commander";
import { findDocument, loadDocument } from "../../build/load-document.ts";
import { relativePath } from "../../build/paths.ts";
import { writeClient } from "../../build/write-client.ts";
import { UsageError } from "../../source/usage-error.ts";
import { addCommonOptions, type CommonOptions, flagsOf } from "../options.ts";
import type { CommandContext } from "../program.ts";
import { createProgress } from "../progress.ts";
import { reportProblems } from "../report-problems.ts";
import type { ExitCode, Terminal } from "../terminal.ts";

interface GenerateOptions extends CommonOptions {
  readonly out?: string;
}

/** `md2oas generate`. */
export function addGenerateCommand(program: Command, { terminal, exit }: CommandContext): void {
  const command = program
    .command("generate")
    .summary("types and typed client")
    .description("Generates TypeScript types and a typed client, which needs only openapi-fetch.")
    .argument("[openapi]", "OpenAPI document, or Markdown docs (default: the docs of the config)")
    .option("-o, --out <dir>", 'folder for the files (default: "client" of the config)')
    .action(async (openapi: string | undefined, options: GenerateOptions) =>
      exit(await generate(openapi, options, terminal)),
    );
  addCommonOptions(command).addHelpText("after", examples);
}

const examples = `
Examples:
  md2oas generate openapi.yaml -o src/api
  md2oas generate docs -o src/api`;

async function generate(openapi: string | undefined, options: GenerateOptions, terminal: Terminal): Promise<ExitCode> {
  const source = await findDocument(terminal.cwd, openapi, flagsOf(options));
  const { settings } = source;
  const folder = options.out ?? settings.client;
  if (folder === undefined) throw new UsageError("No folder given for the files: use -o DIR");

  const progress = createProgress(terminal.err, options);
  const { openapi: document, compilation } = await loadDocument(source, progress.show);
  progress.show("generating types");
  const changed = await writeClient(document, resolve(settings.cwd, folder));
  progress.clear();

  const exitCode = compilation ? reportProblems(compilation, { ...options, ...settings }, terminal.err) : 0;
  if (options.format === "text" && !options.quiet) {
    const shown = relativePath(settings.cwd, resolve(settings.cwd, folder));
    const names = changed.map((path) => relativePath(settings.cwd, path));
    terminal.err.write(names.length > 0 ? `wrote ${names.join(", ")}\n` : `unchanged: ${join(shown, "*.ts")}\n`);
  }
  return exitCode;
}
