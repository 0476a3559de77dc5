import type { Severity } from "../../source/diagnostic.ts";
import type { Problems } from "./problems.ts";

const commands: Record<Severity, string> = { error: "error", warning: "warning", info: "notice" };

/**
 * Workflow commands, which GitHub shows as annotations in a pull request's diff.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function formatGithub({ diagnostics }: Problems): string {
  return diagnostics
    .map(({ severity, code, message, location: { file, line, column, endLine, endColumn } }) => {
      const place =
        line === endLine && endColumn > column ? { col: column, endColumn: endColumn - 1 } : { col: column };
      const properties = Object.entries({ file, line, endLine, ...place, title: code });
      const list = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(",");
      return `::${commands[severity]} ${list}::${escapeMessage(message)}\n`;
    })
    .join("");
}

function escapeMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
