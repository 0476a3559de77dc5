import { CommanderError } from "commander";
import { UsageError } from "../source/usage-error.ts";
import { createProgram } from "./program.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

/** Runs the command line. The only place that catches a `UsageError`; bugs go on to Node, with their stack. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const exit = (code: ExitCode) => {
    exitCode = code;
  };
  try {
    await createProgram({ terminal, exit }).parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    // Commander throws when it has shown help, too.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UsageError)) throw error;
    terminal.err.write(`md2oas: ${error.message}\n`);
    return 2;
  }
}
