import type { Command } from "commander";
import { checkDocs } from "../../build/lazy-jobs.ts";
import { readSettings } from "../../build/settings.ts";
import { addCommonOptions, type CommonOptions, flagsOf } from "../options.ts";
import type { CommandContext } from "../program.ts";
import { createProgress } from "../progress.ts";
import { reportProblems } from "../report-problems.ts";
import type { ExitCode, Terminal } from "../terminal.ts";

/** `md2oas check`. */
export function addCheckCommand(program: Command, { terminal, exit }: CommandContext): void {
  const command = program
    .command("check")
    .summary("problems in the docs, at file:line:column")
    .description(
      "Reports problems in the docs and in the document they give, at the line of Markdown that causes them.",
    )
    .argument("[docs...]", "Markdown files, or folders searched for *.md")
    .option("--original <dir>", "pages that the docs are a translation of: report what it damaged")
    .action(async (docs: string[], options: CheckCommandOptions) => exit(await check(docs, options, terminal)));
  addCommonOptions(command).addHelpText("after", examples);
}

const examples = `
Examples:
  md2oas check docs
  md2oas check docs/users.md --fail-on warning
  md2oas check docs-de --original docs
  md2oas check docs --format sarif > md2oas.sarif`;

interface CheckCommandOptions extends CommonOptions {
  readonly original?: string;
}

async function check(docs: readonly string[], options: CheckCommandOptions, terminal: Terminal): Promise<ExitCode> {
  const settings = await readSettings(terminal.cwd, docs, flagsOf(options));
  const progress = createProgress(terminal.err, options);
  const { original } = options;
  const compilation = await checkDocs({
    ...settings,
    ...(original !== undefined && { original }),
    onProgress: progress.show,
  });
  progress.clear();
  return reportProblems(compilation, { ...options, ...settings }, terminal.out);
}
