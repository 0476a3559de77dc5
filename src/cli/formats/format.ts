import { formatGithub } from "./github.ts";
import { formatJson } from "./json.ts";
import { formatJunit } from "./junit.ts";
import type { Problems } from "./problems.ts";
import { formatSarif } from "./sarif.ts";
import { formatText, type TextOptions } from "./text.ts";

/** How `--format` shows problems. */
export const formats = {
  text: formatText,
  json: formatJson,
  sarif: formatSarif,
  github: formatGithub,
  junit: formatJunit,
} satisfies Record<string, (problems: Problems, options: TextOptions) => string>;

/** Name of a format. */
export type FormatName = keyof typeof formats;
