import { failsOn } from "../../build/settle-diagnostics.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import type { Problems } from "./problems.ts";

/**
 * JUnit XML, as CI servers read it: a suite per file, a case per problem. Problems below `--fail-on` are skipped cases;
 * docs without problems give one case that passed.
 */
export function formatJunit({ diagnostics, failOn }: Problems): string {
  const suites = [...Map.groupBy(diagnostics, ({ location }) => location.file)];
  const isFailed = ({ severity }: Diagnostic) => failsOn(severity, failOn);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="md2oas" ${formatCounts(diagnostics, isFailed)}>`,
    ...suites.flatMap(([file, problems]) => [
      `  <testsuite name="${escapeXml(file)}" ${formatCounts(problems, isFailed)}>`,
      ...problems.flatMap((problem) => formatCase(problem, isFailed(problem))),
      "  </testsuite>",
    ]),
    ...(suites.length > 0
      ? []
      : [
          '  <testsuite name="docs" tests="1" failures="0" skipped="0">',
          '    <testcase classname="docs" name="no problems"/>',
          "  </testsuite>",
        ]),
    "</testsuites>",
  ];
  return `${lines.join("\n")}\n`;
}

function formatCounts(problems: readonly Diagnostic[], isFailed: (problem: Diagnostic) => boolean): string {
  const failures = problems.filter(isFailed).length;
  return `tests="${Math.max(1, problems.length)}" failures="${failures}" skipped="${problems.length - failures}"`;
}

function formatCase({ code, message, severity, location }: Diagnostic, isFailed: boolean): string[] {
  const place = `${location.file}:${location.line}:${location.column}`;
  const name = `${code} (${location.line}:${location.column})`;
  const verdict = isFailed
    ? `<failure type="${severity}" message="${escapeXml(message)}">${escapeXml(`${place} ${message}`)}</failure>`
    : `<skipped message="${escapeXml(`${severity}: ${message}`)}"/>`;
  return [
    `    <testcase classname="${escapeXml(location.file)}" name="${escapeXml(name)}">`,
    `      ${verdict}`,
    "    </testcase>",
  ];
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\t": "&#9;",
};

/** XML 1.0 has no way to write most control characters, nor half a surrogate pair: they become U+FFFD. */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"\n\t]/g, (character) => entities[character] ?? character)
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, "\uFFFD");
}
