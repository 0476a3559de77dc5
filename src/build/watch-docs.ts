import { watch } from "chokidar";
import { isMarkdown } from "./find-docs.ts";

/** Watches docs until it is closed. */
export interface DocsWatcher {
  /** Adds files or folders, absolute. */
  add(paths: readonly string[]): void;
  close(): Promise<void>;
}

/** Editors write a file in several steps; what changes within this time is one change. */
const settleMilliseconds = 50;

/**
 * Calls `onChange` after Markdown files among or under `paths` have changed: one call at a time, and once more for what
 * changed meanwhile. What it throws goes to nobody, so it must not.
 *
 * @param paths absolute.
 */
export async function watchDocs(paths: readonly string[], onChange: () => Promise<void>): Promise<DocsWatcher> {
  const watcher = watch([...paths], {
    ignoreInitial: true,
    ignored: (path, stats) => stats?.isFile() === true && !isWatched(path, paths),
  });
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(onChange);
    }, settleMilliseconds);
  });
  await new Promise<void>((resolve) => watcher.once("ready", resolve));
  return {
    add: (more) => void watcher.add([...more]),
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}

/** What is named is watched, whatever its suffix: an OpenAPI document, for one. */
function isWatched(path: string, named: readonly string[]): boolean {
  return isMarkdown(path) || named.includes(path);
}
