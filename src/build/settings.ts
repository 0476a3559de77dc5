import { realpathSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Config, FailOn } from "./config.ts";
import { type LoadedConfig, loadConfig } from "./load-config.ts";
import { isInside, relativePath } from "./paths.ts";

/** What a command was given on the command line. */
export interface Flags {
  readonly config?: string;
  readonly root?: string;
  readonly dialect?: string;
  readonly language?: string;
  readonly failOn?: FailOn;
}

/** A config that applies, with its paths relative to `cwd` and lists where it allows one or more; flags win. */
export interface Settings extends Omit<Config, "docs" | "exclude" | "servers"> {
  readonly cwd: string;
  readonly docs: readonly string[];
  readonly exclude: readonly string[];
  readonly servers?: readonly string[];
  readonly failOn: FailOn;
  /** The config file that applies, relative to `cwd`. */
  readonly configFile?: string;
}

/**
 * Joins the command line with `md2oas.config`.
 *
 * A config describes the docs it names. It applies when no docs are given, when all that are given lie inside those it
 * names (or inside its own folder, if it names none), and when the user asks for it with `--config`.
 */
export async function readSettings(cwd: string, docs: readonly string[], flags: Flags): Promise<Settings> {
  const loaded = await loadConfig(cwd, flags.config);
  const applies = docs.length === 0 || flags.config !== undefined || describes(loaded, cwd, docs);
  const { docs: named, exclude, servers, ...config } = applies ? fromFolder(loaded, cwd) : {};
  const { config: _, ...given } = flags;
  return {
    failOn: "error",
    ...config,
    ...given,
    ...(servers !== undefined && { servers: [servers].flat() }),
    ...(applies && loaded.file !== undefined && { configFile: relativePath(cwd, loaded.file) }),
    cwd,
    docs: docs.length > 0 ? docs : [named ?? []].flat(),
    exclude: [exclude ?? []].flat(),
  };
}

function describes({ config, folder }: LoadedConfig, cwd: string, docs: readonly string[]): boolean {
  const described = [config.docs ?? "."].flat().map((path) => realPath(resolve(folder, path)));
  return docs.every((path) => described.some((outer) => isInside(outer, realPath(resolve(cwd, path)))));
}

/** A path that does not exist stays as it is; whoever reads it says so. */
function realPath(path: string): string {
  return statSync(path, { throwIfNoEntry: false }) ? realpathSync(path) : path;
}

function fromFolder({ config, folder }: LoadedConfig, cwd: string): Config {
  const move = (path: string) => relativePath(cwd, join(folder, path));
  return {
    ...config,
    ...(config.docs !== undefined && { docs: [config.docs].flat().map(move) }),
    ...(config.root !== undefined && { root: move(config.root) }),
    ...(config.out !== undefined && { out: move(config.out) }),
    ...(config.client !== undefined && { client: move(config.client) }),
    ...(config.lint !== undefined && { lint: move(config.lint) }),
  };
}
