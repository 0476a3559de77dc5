import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCli } from "./cli/run-cli.ts";

// What the README prints is what happens: it damages a copy of the sample as its text says, and runs its commands there.

const api = "docs/api-reference/v1.0/api";
const resources = "docs/api-reference/v1.0/resources";
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "md2oas-readme-"));
  cpSync("spec/docs", join(folder, "docs"), { recursive: true });
  rmSync(join(folder, resources, "security-overview.md"));
  // The German half of one page shows on purpose what a translation damages; the sample's own config accepts it, too.
  const suppress = ["permissions/mangled-scope", "translation/header"].map((code) => ({
    code,
    file: "**/securityaction-cancel.md",
    reason: "Shown on purpose.",
  }));
  writeFileSync(join(folder, "md2oas.config.json"), JSON.stringify({ suppress }));
});

afterAll(() => rmSync(folder, { recursive: true }));

function edit(file: string, text: string, replacement: string): void {
  const path = join(folder, file);
  const before = readFileSync(path, "utf8");
  expect(before.split(text).length, `${text} stands once in ${file}`).toBe(2);
  writeFileSync(path, before.replace(text, replacement));
}

/** What the README shows below a command, without colour. */
function shownBelow(command: string): string {
  const readme = readFileSync("README.md", "utf8");
  const block = readme.split("```").find((part) => part.trimStart().startsWith(`$ md2oas ${command}\n`));
  expect(block, `the README runs \`${command}\``).toBeDefined();
  return (block ?? "").trimStart().split("\n").slice(1).join("\n");
}

test("build says what the README says", async () => {
  const { code, out, err } = await runCli(folder, "build", "docs", "-o", "openapi.yaml");
  expect({ code, text: out + err }).toEqual({ code: 0, text: shownBelow("build docs -o openapi.yaml") });
});

test("generate says what the README says", async () => {
  const { code, out, err } = await runCli(folder, "generate", "openapi.yaml", "-o", "src/api");
  expect({ code, text: out + err }).toEqual({ code: 0, text: shownBelow("generate openapi.yaml -o src/api") });
});

test("check finds what a translation has damaged", async () => {
  cpSync(join(folder, "docs"), join(folder, "docs-de"), { recursive: true });
  const pages = [`${api}/exportjob-get.md`, `${resources}/exportjob.md`].map((page) => page.replace("docs", "docs-de"));
  for (const page of pages) edit(page, "---\ntitle:", "---\nms.contentlocale: de-DE\ntitle:");
  edit(
    pages[0] ?? "",
    "work or school account)|SecurityReport.Read.All",
    "work or school account)|SecurityReport. Read. all",
  );
  edit(pages[1] ?? "", "|percentComplete|Int32|", "|Prozent abgeschlossen|Int32|");
  const { code, out } = await runCli(folder, "check", "docs-de", "--original", "docs");
  expect({ code, out }).toEqual({ code: 0, out: shownBelow("check docs-de --original docs") });
});

test("check finds the damages that the README names", async () => {
  edit(`${api}/exportjob-get.md`, "`200 OK`", "`202 OK`");
  edit(
    `${api}/securityaction-list-steps.md`,
    "GET /security/actions/{action-id}/steps",
    "GET /security/actions/{action-id/steps",
  );
  edit(`${api}/securityaction-update.md`, '"severity": "medium"', '"severity": "urgent"');
  edit(`${resources}/exportjob.md`, "|percentComplete|Int32|", "|percentComplete||");
  const { code, out } = await runCli(folder, "check", "docs");
  expect({ code, out }).toEqual({ code: 0, out: shownBelow("check docs") });
});

test("verify finds what the README says", async () => {
  const { code, out } = await runCli(folder, "verify", "docs");
  expect({ code, out }).toEqual({ code: 1, out: shownBelow("verify docs") });
});
