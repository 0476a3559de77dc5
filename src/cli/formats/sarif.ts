import { pathToFileURL } from "node:url";
import type { Diagnostic, Severity } from "../../source/diagnostic.ts";
import type { SourceLocation } from "../../source/location.ts";
import { helpUrl } from "../help-url.ts";
import { version } from "../version.ts";
import type { Problems } from "./problems.ts";

const levels: Record<Severity, string> = { error: "error", warning: "warning", info: "note" };

/**
 * SARIF 2.1.0, as code scanning services read it.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function formatSarif({ diagnostics }: Problems): string {
  const byCode = Map.groupBy(diagnostics, ({ code }) => code);
  const codes = [...byCode.keys()].sort();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "md2oas", version, rules: codes.map((code) => formatRule(code, byCode.get(code) ?? [])) },
        },
        // Our columns count UTF-16 code units, and the end is exclusive, as SARIF's are by default.
        columnKind: "utf16CodeUnits",
        results: diagnostics.map((diagnostic) => formatResult(diagnostic, codes.indexOf(diagnostic.code))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** Messages of one kind begin alike; what differs, what was expected and found, follows. */
function formatRule(code: string, [example]: readonly Diagnostic[]): object {
  const detail = `: expected ${example?.expected}, found ${example?.found}`;
  const summary = example?.message.endsWith(detail) ? example.message.slice(0, -detail.length) : undefined;
  return { id: code, ...(summary && { shortDescription: { text: summary } }), helpUri: helpUrl(code) };
}

function formatResult({ code, severity, message, location, related = [] }: Diagnostic, ruleIndex: number): object {
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    locations: [formatLocation(location)],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, id) => ({
        id,
        message: { text: place.message },
        ...formatLocation(place.location),
      })),
    }),
  };
}

function formatLocation({ file, line, column, endLine, endColumn }: SourceLocation): object {
  return {
    physicalLocation: {
      artifactLocation: formatArtifact(file),
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
  };
}

/** Relative to the working folder, which services take for the top of the repository; absolute where it lies outside. */
function formatArtifact(file: string): object {
  if (file.startsWith("../")) return { uri: pathToFileURL(file).href };
  return { uri: file.split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" };
}
