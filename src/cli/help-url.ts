import { version } from "./version.ts";

/** The page that explains a diagnostic: ours for ours, Redocly's for the rules of its linter. */
export function helpUrl(code: string): string {
  const rule = /^lint\/(.+)$/.exec(code)?.[1];
  if (rule !== undefined) return `https://redocly.com/docs/cli/rules/oas/${encodeURIComponent(rule)}`;
  return `https://unpkg.com/md2oas@${version}/docs/diagnostics/${code.replaceAll("/", "-")}.md`;
}
