import { type Command, InvalidArgumentError } from "commander";
import { verifyDocs } from "../../build/lazy-jobs.ts";
import { readSettings } from "../../build/settings.ts";
import { addCommonOptions, type CommonOptions, flagsOf, readInteger, readUrl } from "../options.ts";
import type { CommandContext } from "../program.ts";
import { createProgress } from "../progress.ts";
import { reportProblems } from "../report-problems.ts";
import type { ExitCode, Terminal } from "../terminal.ts";

interface VerifyCommandOptions extends CommonOptions {
  readonly url?: string;
  readonly allowWrites?: boolean;
  readonly tokenEnv?: string;
  readonly tokenCommand?: string;
  readonly rate?: number;
  readonly record?: string;
  readonly shard?: { readonly index: number; readonly count: number };
}

/** `md2oas verify`. */
export function addVerifyCommand(program: Command, { terminal, exit }: CommandContext): void {
  const command = program
    .command("verify")
    .summary("every documented example through client and server")
    .description(
      "Sends every documented example through the generated client to the mock or a real server, and compares.",
    )
    .argument("[docs...]", "Markdown files, or folders searched for *.md")
    .option("--url <url>", "base URL of a real service (default: the mock, in process)", readUrl)
    .option("--allow-writes", "with --url: send also what changes something")
    .option("--token-env <name>", "environment variable that holds the token")
    .option("--token-command <command>", "shell command that prints the token")
    .option("--rate <number>", "at most so many requests per second", readInteger(1, 10_000))
    .option("--record <file>", "write all requests and answers, without tokens, to a JSON file")
    .option("--shard <i/n>", "only every nth example, from the ith", readShard)
    .action(async (docs: string[], options: VerifyCommandOptions) => exit(await verify(docs, options, terminal)));
  addCommonOptions(command).addHelpText("after", examples);
}

const examples = `
Examples:
  md2oas verify docs
  md2oas verify docs --shard 1/4 --format junit > verify-1.xml
  md2oas verify docs --url https://api.contoso.com/v1.0 --token-env CONTOSO_TOKEN --rate 5`;

function readShard(text: string): { index: number; count: number } {
  const [index = 0, count = 0] = /^\d+\/\d+$/.test(text) ? text.split("/").map(Number) : [];
  if (index >= 1 && index <= count) return { index, count };
  throw new InvalidArgumentError("Expected i/n with i from 1 to n, such as 1/4.");
}

async function verify(
  docs: readonly string[],
  options: VerifyCommandOptions,
  { cwd, out, err }: Terminal,
): Promise<ExitCode> {
  const settings = await readSettings(cwd, docs, flagsOf(options));
  const { url, allowWrites, tokenEnv, tokenCommand, rate, record, shard } = options;
  const progress = createProgress(err, options);
  const verification = await verifyDocs(
    { ...settings, onProgress: progress.show },
    {
      ...(url !== undefined && { url }),
      ...(allowWrites !== undefined && { allowWrites }),
      ...(rate !== undefined && { requestsPerSecond: rate }),
      ...(record !== undefined && { record }),
      ...(shard !== undefined && { shard }),
      token: {
        ...(tokenEnv !== undefined && { env: tokenEnv }),
        ...(tokenCommand !== undefined && { command: tokenCommand }),
      },
    },
  );
  progress.clear();
  return reportProblems(verification, { ...options, ...settings }, out);
}
