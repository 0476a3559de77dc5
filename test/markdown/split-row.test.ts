import { expect, test } from "vitest";
import { splitRow } from "../../src/markdown/split-row.ts";

function cellsOf(line: string): string[] {
  return splitRow(line).map(({ start, end }) => line.slice(start, end));
}

test.each([
  ["plain", "| a | b |", ["a", "b"]],
  ["no blanks", "|a|b|", ["a", "b"]],
  ["no outer pipes", "a | b", ["a", "b"]],
  ["no leading pipe", "a | b |", ["a", "b"]],
  ["no trailing pipe", "| a | b", ["a", "b"]],
  ["an empty cell in the middle", "|a||c|", ["a", "", "c"]],
  ["an empty first cell", "| | b |", ["", "b"]],
  ["an empty last cell", "| a | |", ["a", ""]],
  ["an extra empty cell at the end", "| a | b ||", ["a", "b", ""]],
  ["one cell", "| a |", ["a"]],
  ["nothing but pipes", "|||", ["", ""]],
  ["an empty line", "", [""]],
  ["tabs around cells", "|\ta\t|\tb\t|", ["a", "b"]],
  ["a carriage return at the end", "| a | b |\r", ["a", "b"]],
  ["indented", "   | a | b |", ["a", "b"]],
  ["in a quote", "> | a | b |", ["a", "b"]],
  ["in a quote in a quote", "> > a | b", ["a", "b"]],
  ["an escaped pipe", "| a \\| b | c |", ["a \\| b", "c"]],
  ["an escaped backslash before a pipe", "| a \\\\| b |", ["a \\\\", "b"]],
  ["a pipe in code", "| `a|b` | c |", ["`a|b`", "c"]],
  ["two pipes in code", "| `a|b|c` | d |", ["`a|b|c`", "d"]],
  ["a pipe in double code", "| ``a|b`` | c |", ["``a|b``", "c"]],
  ["a backtick that closes nothing", "| a ` b | c |", ["a ` b", "c"]],
  ["backticks in two cells", "| a ` b | c | d | e ` f |", ["a ` b", "c", "d", "e ` f"]],
  ["a placeholder of two names", "| {id | name} | b |", ["{id | name}", "b"]],
  ["a placeholder without blanks", "|{id|name}|b|", ["{id|name}", "b"]],
  ["braces that list characters", "| { | } ~ |", ["{", "} ~"]],
  ["a brace that closes nothing", "| { a | b |", ["{ a", "b"]],
  ["HTML", "| a<br>b | <ul><li>c</li></ul> |", ["a<br>b", "<ul><li>c</li></ul>"]],
])("%s", (_name, line, cells) => {
  expect(cellsOf(line)).toEqual(cells);
});

test("cells know where they stand", () => {
  expect(splitRow("|  a | bc |")).toEqual([
    { start: 3, end: 4 },
    { start: 7, end: 9 },
  ]);
});

test("an empty cell stands between its pipes", () => {
  expect(splitRow("|a|  |b|")[1]).toEqual({ start: 5, end: 5 });
});
