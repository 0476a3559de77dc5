import { resolve } from "node:path";
import { watchDocs } from "../build/watch-docs.ts";
import { UsageError } from "../source/usage-error.ts";
import type { Terminal } from "./terminal.ts";
import { untilStopped } from "./until-stopped.ts";

/**
 * Runs an action again whenever Markdown under `paths`, or a file that the action adds to them, has changed, until the
 * user stops it.
 *
 * @param paths relative to the working folder.
 * @param action gives further files to watch, such as includes. What the user can mend, such as a folder that has
 *   become empty, is shown and waited for.
 */
export async function runOnChange(
  paths: readonly string[],
  action: () => Promise<readonly string[]>,
  { cwd, err }: Terminal,
): Promise<void> {
  const absolute = (path: string) => resolve(cwd, path);
  const watcher = await watchDocs(paths.map(absolute), async () => {
    try {
      watcher.add((await action()).map(absolute));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      err.write(`md2oas: ${error.message}\n`);
    }
  });
  err.write("watching for changes, Ctrl+C to stop\n");
  await untilStopped();
  await watcher.close();
}
