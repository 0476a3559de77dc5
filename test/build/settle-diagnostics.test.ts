import { expect, test } from "vitest";
import { type DiagnosticPolicy, isFailure, settleDiagnostics } from "../../src/build/settle-diagnostics.ts";
import type { Diagnostic, Severity } from "../../src/source/diagnostic.ts";

function problem(code: string, file: string, line: number, severity: Severity = "warning"): Diagnostic {
  const location = { file, line, column: 1, endLine: line, endColumn: 1 };
  return { code, severity, message: "m", expected: "e", found: "f", location };
}

function settle(diagnostics: readonly Diagnostic[], policy?: DiagnosticPolicy) {
  return settleDiagnostics(diagnostics, policy).map(
    ({ code, severity, location }) => `${location.file}:${location.line} ${severity} ${code}`,
  );
}

test("in reading order, each cause once", () => {
  const problems = [
    problem("b/b", "b.md", 1),
    problem("a/b", "a.md", 10),
    problem("a/b", "a.md", 9),
    problem("b/b", "b.md", 1),
  ];
  expect(settle(problems)).toEqual(["a.md:9 warning a/b", "a.md:10 warning a/b", "b.md:1 warning b/b"]);
});

const two = [problem("table/row-width", "api/a.md", 1), problem("table/empty", "api/b.md", 2)];

test.each<[string, DiagnosticPolicy, string[]]>([
  ["a code", { severity: { "table/empty": "off" } }, ["api/a.md:1 warning table/row-width"]],
  ["an area", { severity: { "table/*": "info" } }, ["api/a.md:1 info table/row-width", "api/b.md:2 info table/empty"]],
  [
    "a code before its area",
    { severity: { "table/*": "off", "table/empty": "error" } },
    ["api/b.md:2 error table/empty"],
  ],
  ["a suppressed code", { suppress: [{ code: "table/empty", reason: "" }] }, ["api/a.md:1 warning table/row-width"]],
  [
    "a suppressed file",
    { suppress: [{ code: "table/*", file: "api/a*", reason: "" }] },
    ["api/b.md:2 warning table/empty"],
  ],
  ["another file", { suppress: [{ code: "table/empty", file: "api/a.md", reason: "" }] }, settle(two)],
  ["names of JavaScript", { severity: Object.fromEntries([["constructor", "off"]]) }, settle(two)],
])("policy: %s", (_name, policy, expected) => {
  expect(settle(two, policy)).toEqual(expected);
});

test.each<[Severity, boolean, boolean, boolean]>([
  ["error", true, true, false],
  ["warning", false, true, false],
  ["info", false, false, false],
])("%s fails at error: %s, at warning: %s, at never: %s", (severity, error, warning, never) => {
  const problems = [problem("a/b", "a.md", 1, severity)];
  expect([isFailure(problems, "error"), isFailure(problems, "warning"), isFailure(problems, "never")]).toEqual([
    error,
    warning,
    never,
  ]);
});
