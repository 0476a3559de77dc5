import { Command } from "commander";
import { addBuildCommand } from "./commands/build.ts";
import { addCheckCommand } from "./commands/check.ts";
import { addGenerateCommand } from "./commands/generate.ts";
import { addMockCommand } from "./commands/mock.ts";
import { addVerifyCommand } from "./commands/verify.ts";
import type { ExitCode, Terminal } from "./terminal.ts";
import { version } from "./version.ts";

/** What a command is added with: the terminal it writes to, and whom it tells how it ended. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly exit: (code: ExitCode) => void;
}

/** The command line: its commands, options and help. Throws `CommanderError` instead of leaving the process. */
export function createProgram(context: CommandContext): Command {
  const { out, err } = context.terminal;
  const program = new Command("md2oas")
    .description(
      "Turns Markdown API documentation into an OpenAPI 3.1 document, a typed client, a mock server and a verdict.",
    )
    .version(version)
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: out.write,
      writeErr: err.write,
      getOutHelpWidth: () => out.columns ?? 100,
      getErrHelpWidth: () => err.columns ?? 100,
      outputError: (text, write) => write(formatUsageError(text)),
    })
    .addHelpText("after", exitCodes);
  addBuildCommand(program, context);
  addCheckCommand(program, context);
  addGenerateCommand(program, context);
  addMockCommand(program, context);
  addVerifyCommand(program, context);
  return program;
}

/** The error and its suggestion, on one line. */
function formatUsageError(text: string): string {
  return `md2oas: ${text
    .replace(/^error: /, "")
    .trim()
    .replace(/\s*\n\s*/g, " ")}\n`;
}

const exitCodes = `
Without docs, everything comes from md2oas.config.{ts,js,json}.
Exit codes: 0 fine; 1 the docs have problems; 2 wrong usage or environment.
Start with: md2oas check docs`;
