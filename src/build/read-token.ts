import { exec } from "node:child_process";
import { promisify } from "node:util";
import { UsageError } from "../source/usage-error.ts";

/** Where a token comes from. Never from an argument: those are visible to everyone on the machine. */
export interface TokenSource {
  /** Name of an environment variable. */
  readonly env?: string;
  /** A shell command that prints the token. */
  readonly command?: string;
}

/**
 * Reads an access token. No message names any part of it.
 *
 * @throws UsageError if the variable is empty or the command fails.
 */
export async function readToken({ env, command }: TokenSource): Promise<string | undefined> {
  if (env !== undefined) return process.env[env]?.trim() || refuse(`The environment variable ${env} holds no token`);
  if (command === undefined) return undefined;
  return (await runCommand(command)).trim() || refuse("The token command printed no token");
}

async function runCommand(command: string): Promise<string> {
  try {
    return (await promisify(exec)(command, { encoding: "utf8" })).stdout;
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    return refuse(`The token command failed with exit code ${error.code}`);
  }
}

function refuse(message: string): never {
  throw new UsageError(message);
}
