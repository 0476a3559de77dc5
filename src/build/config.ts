import type { JsonObject } from "../openapi/document.ts";
import type { Authorization, Conventions, License } from "../openapi/emit-options.ts";
import type { Severity } from "../source/diagnostic.ts";

/**
 * What `md2oas.config.ts`, `.js` or `.json` may hold. Every key is optional; paths are relative to the config file.
 *
 * The file describes the docs it names. It applies when a command is given no docs, docs inside those it names, or
 * `--config`; docs from elsewhere are read without it.
 */
export interface Config {
  /** Files or folders of Markdown. */
  readonly docs?: string | readonly string[];
  /** Includes may not leave this folder, and places are given relative to it. Default: see `findRoot`. */
  readonly root?: string;
  /** Globs of files that are no pages, relative to the root, e.g. `drafts/**`. */
  readonly exclude?: string | readonly string[];
  /** Where `build` writes the OpenAPI document: a `.yaml`, `.yml` or `.json` file. */
  readonly out?: string;
  /** Folder into which `generate` writes types and client. */
  readonly client?: string;
  /** Name of the dialect the docs are written in. Default: detected. */
  readonly dialect?: string;
  /** Language of the text in the output, as a BCP 47 tag, or `all`. Default: that of the docs. */
  readonly language?: string;
  /** Title of the API. Default: the host of the example requests. */
  readonly title?: string;
  /** Version of the API. Default: the version segment of the example requests' URLs, else `0.0.0`. */
  readonly version?: string;
  readonly description?: string;
  /** Licence of the docs: a name, and an SPDX identifier or a URL. */
  readonly license?: License;
  /** Base URLs of the service. Default: those of the example requests. */
  readonly servers?: string | readonly string[];
  /** URL of the docs root: relative links in descriptions are resolved against a page's place there. */
  readonly linkBase?: string;
  /** Where OAuth 2.0 tokens come from. Default: permissions become roles of a bearer token. */
  readonly authorization?: Authorization;
  /** What the API does where its docs are silent. Default: `odata`. */
  readonly conventions?: Conventions;
  /** JSON Schema of the body of every error that the docs do not describe. Default: that of the conventions. */
  readonly errorSchema?: JsonObject;
  /** A `redocly.yaml` to lint by. Default: Redocly's `recommended-strict`. */
  readonly lint?: string;
  /** Lowest severity that makes a command fail. Default: `error`. */
  readonly failOn?: FailOn;
  /** Another severity for a diagnostic code or an area (`table/*`), or `off`. */
  readonly severity?: Readonly<Record<string, Severity | "off">>;
  /** Known problems that are not reported. */
  readonly suppress?: readonly Suppression[];
}

/** Lowest severity at which a command fails; `info` never makes one fail. */
export type FailOn = "error" | "warning" | "never";

/** Diagnostics that are known and accepted. */
export interface Suppression {
  /** A code, or an area: `table/row-width`, `table/*`. */
  readonly code: string;
  /** Glob of the files it holds for, relative to the root. Default: all. */
  readonly file?: string;
  /** Why, for the next reader. */
  readonly reason: string;
}

/** Gives the config its type; use it in `md2oas.config.ts` for completion and checks in the editor. */
export function defineConfig(config: Config): Config {
  return config;
}
