import { expect, test } from "vitest";
import { createFolder } from "../build/folder.ts";
import { runInProcess } from "./run-cli.ts";

const commands = ["build", "check", "generate", "mock", "verify"];

test("--help names every command", async () => {
  const { code, out, err } = await runInProcess(createFolder(), "--help");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  for (const command of commands) expect(out).toContain(`\n  ${command} `);
});

test.each(commands)("%s --help has examples and the common options", async (command) => {
  const { code, out, err } = await runInProcess(createFolder(), command, "--help");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  for (const word of [
    "Examples:",
    "--root",
    "--config",
    "--dialect",
    "--language",
    "--fail-on",
    "--format",
    "--quiet",
  ]) {
    expect(out).toContain(word);
  }
});

test("--version", async () => {
  expect(await runInProcess(createFolder(), "--version")).toEqual({
    code: 0,
    out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    err: "",
  });
});

test.each([
  ["a misspelt command", ["chekc"], "unknown command 'chekc' (Did you mean check?)"],
  ["a misspelt option", ["check", "--fromat", "json"], "unknown option '--fromat' (Did you mean --format?)"],
  [
    "an unknown format",
    ["check", "--format", "xml"],
    /argument 'xml' is invalid\. Allowed choices are text, json, sarif, github, junit\./,
  ],
  [
    "an unknown severity",
    ["check", "--fail-on", "info"],
    /argument 'info' is invalid\. Allowed choices are error, warning, never\./,
  ],
  ["an option without its value", ["build", "--out"], "option '-o, --out <file>' argument missing"],
  ["too many arguments", ["generate", "a.yaml", "b.yaml"], /too many arguments/],
  ["no port", ["mock", "a.yaml", "--port", "70000"], /Expected a number from 0 to 65535/],
  ["no docs", ["check"], /No docs given/],
  ["no document", ["generate", "-o", "x"], /No document given/],
  ["no such folder", ["build", "gone"], "No such file or folder: gone"],
  ["no such root", ["check", ".", "--root", "gone"], "No such file or folder: gone"],
  ["no such config", ["check", ".", "--config", "gone.json"], "No config file gone.json"],
  [
    "no language",
    ["check", "docs", "--language", "no_language"],
    '"no_language" is not a language tag such as de or pt-BR, nor all',
  ],
  [
    "an unknown dialect",
    ["check", "docs", "--dialect", "grahp"],
    /^md2oas: No dialect "grahp": there is graph.* \(did you mean "graph"\?\)/,
  ],
  ["no Markdown", ["build", "empty", "-o", "x.yaml"], "No Markdown files (*.md) in empty"],
  ["another kind of file", ["check", "data.json"], "data.json is not a Markdown file (*.md)"],
  [
    "a suffix that says nothing",
    ["build", "docs", "-o", "x.txt"],
    "Cannot write x.txt: its name must end in .yaml, .yml or .json",
  ],
  ["no such document", ["generate", "gone.yaml", "-o", "x"], "Cannot read gone.yaml: no such file"],
  ["a document of another kind", ["generate", "data.json", "-o", "x"], "data.json is not an OpenAPI 3.1 document"],
  ["a document that is no YAML", ["mock", "bad.yaml"], /^md2oas: Cannot read bad\.yaml: /],
])("%s: one line, exit 2", async (_name, args, message) => {
  const cwd = createFolder({ "data.json": "{}", "bad.yaml": "a: [", "docs/a.md": "# A", "empty/a.txt": "" });
  const { code, out, err } = await runInProcess(cwd, ...args);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  if (typeof message === "string") expect(err).toBe(`md2oas: ${message}\n`);
  else expect(err).toMatch(message);
  expect(err).toMatch(/^md2oas: .+\n$/);
});

test("without a command there is help, and exit 2", async () => {
  const { code, out, err } = await runInProcess(createFolder());
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain("Usage: md2oas");
});
