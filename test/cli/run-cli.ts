import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { vi } from "vitest";
import { run } from "../../src/cli/run.ts";

// Most tests here wait for a process of their own; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

/** How the command line ended, and what it wrote. */
export interface CliResult {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export const main = join(import.meta.dirname, "../../src/cli/main.ts");

/** Runs the real command line, `node src/cli/main.ts`, in a folder. */
export async function runCli(cwd: string, ...args: string[]): Promise<CliResult> {
  return runCommand(cwd, process.execPath, main, ...args);
}

/**
 * Runs the command line so that file permissions hold for it. The superuser gives up the right to override them, and stays itself:
 * another user could not enter a project in a private folder.
 */
export async function runWithPermissions(cwd: string, ...args: string[]): Promise<CliResult> {
  const given = "-dac_override,-dac_read_search";
  const isSuperuser = process.getuid?.() === 0;
  const drop = isSuperuser ? ["setpriv", `--bounding-set=${given}`, `--inh-caps=${given}`] : [];
  return runCommand(cwd, ...drop, process.execPath, main, ...args);
}

async function runCommand(cwd: string, ...[command = "", ...args]: string[]): Promise<CliResult> {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const closed = new Promise<number | null>((resolve, reject) => child.once("close", resolve).once("error", reject));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { code, out, err };
}

/** Runs the command line in this process: no start-up to wait for. */
export async function runInProcess(cwd: string, ...args: string[]): Promise<CliResult> {
  const written = { out: "", err: "" };
  const output = (name: "out" | "err") => ({
    write: (chunk: string) => {
      written[name] += chunk;
    },
    style: (_colour: string, plain: string) => plain,
  });
  const code = await run(args, { cwd, out: output("out"), err: output("err") });
  return { code, ...written };
}
