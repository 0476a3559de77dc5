import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { UsageError } from "../source/usage-error.ts";
import type { Config } from "./config.ts";
import { findConfigProblems } from "./config-shape.ts";
import { relativePath } from "./paths.ts";

/** A config with the place it was read from. */
export interface LoadedConfig {
  readonly config: Config;
  /** Absolute path of the config file; `undefined` if there is none. */
  readonly file?: string;
  /** Absolute folder that the paths in the config are relative to. */
  readonly folder: string;
}

const names = ["md2oas.config.ts", "md2oas.config.js", "md2oas.config.json"];

/**
 * Reads the config file `file`, or else the one in `cwd`, if there is one.
 *
 * @throws UsageError naming file and key, where the config is missing, broken or has unknown keys.
 */
export async function loadConfig(cwd: string, file?: string): Promise<LoadedConfig> {
  const path =
    file === undefined ? names.map((name) => join(cwd, name)).find((name) => existsSync(name)) : resolve(cwd, file);
  if (path === undefined) return { config: {}, folder: cwd };
  const shown = relativePath(cwd, path);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new UsageError(`No config file ${shown}`);
  const config = await readConfig(path, shown);
  const problems = findConfigProblems(config);
  if (problems.length > 0) throw new UsageError(`${shown}: ${problems.join("; ")}`);
  return { config: config as Config, file: path, folder: dirname(path) };
}

async function readConfig(path: string, shown: string): Promise<unknown> {
  try {
    return extname(path) === ".json" ? JSON.parse(readFileSync(path, "utf8")) : await importConfig(path);
  } catch (error) {
    // The file is the user's code: whatever it throws is theirs to mend.
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${shown}: ${reason.trim().replace(/\s*\n\s*/g, " ")}`, { cause: error });
  }
}

/** Node strips the types of a `.ts` file by itself. */
async function importConfig(path: string): Promise<unknown> {
  const module: { readonly default?: unknown } = await import(pathToFileURL(path).href);
  if (module.default === undefined)
    throw new Error("expected a default export, as in `export default defineConfig({ … })`");
  return module.default;
}
