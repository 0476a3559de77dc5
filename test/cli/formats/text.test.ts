import { expect, test } from "vitest";
import type { Problems } from "../../../src/cli/formats/problems.ts";
import { formatSummary, formatText } from "../../../src/cli/formats/text.ts";
import { problem, problems } from "./problems.ts";

const plain = (_colour: string, text: string) => text;
const other = { file: "api/mail.md", line: 9, column: 1, endLine: 9, endColumn: 1 };

function show(line: string, from: number, to: number, columns = 40): string[] {
  const location = { file: "a.md", line: 12, column: from, endLine: 12, endColumn: to };
  const shown: Problems = { ...problems(problem({ location })), lineAt: () => line };
  return formatText(shown, { style: plain, columns }).split("\n").slice(1, -1);
}

test("one line per problem, related places below it", () => {
  const related = [{ message: "First defined here", location: other }];
  expect(formatText(problems(problem(), problem({ severity: "error", related })), { style: plain })).toBe(
    [
      "api/users.md:3:5 warning table/row-width Row is too short",
      "api/users.md:3:5 error table/row-width Row is too short",
      "    api/mail.md:9:1 First defined here",
      "",
    ].join("\n"),
  );
});

test.each([
  ["a word", "| id | String |", 8, 14, ["    12 | | id | String |", "       |        ^^^^^^"]],
  ["a place", "| id |", 3, 3, ["    12 | | id |", "       |   ^"]],
  ["the end of the line", "| id", 5, 5, ["    12 | | id", "       |     ^"]],
  ["tabs", "\t\tid", 3, 5, ["    12 |   id", "       |   ^^"]],
  ["wide characters", "名称 id 类型", 7, 9, ["    12 | 名称 id 类型", "       |         ^^^^"]],
  [
    "a long line",
    `${"x".repeat(100)}HERE${"y".repeat(100)}`,
    101,
    105,
    ["    12 | xxxxxxxxxxxxxxxxxxxxHEREyyyyyyy", "       |                     ^^^^"],
  ],
  ["an empty line", "", 1, 1, []],
])("on a terminal, %s is marked", (_name, line, from, to, expected) => {
  expect(show(line, from, to)).toEqual(expected);
});

test("control characters of the docs do not reach the terminal", () => {
  const message = "found `\u001B[31m`\nand more";
  expect(formatText(problems(problem({ message })), { style: plain })).toContain("found `\uFFFD[31m` and more\n");
  expect(show("\u001B[2Jid", 5, 7)[0]).toBe("    12 |  [2Jid");
});

test.each([
  [[], "no problems in 2 pages"],
  [[problem()], "1 warning in 2 pages"],
  [
    [problem({ severity: "error" }), problem({ severity: "info" }), problem(), problem()],
    "1 error, 2 warnings, 1 note in 2 pages",
  ],
])("summary", (diagnostics, summary) => {
  expect(formatSummary(problems(...diagnostics))).toBe(summary);
});
