import { expect, test } from "vitest";
import { formatGithub } from "../../../src/cli/formats/github.ts";
import { formatJson } from "../../../src/cli/formats/json.ts";
import { formatJunit } from "../../../src/cli/formats/junit.ts";
import { formatSarif } from "../../../src/cli/formats/sarif.ts";
import { version } from "../../../src/cli/version.ts";
import { problem, problems } from "./problems.ts";

test("json: counts, and the diagnostics as they are", () => {
  const found = problem();
  expect(JSON.parse(formatJson(problems(found)))).toEqual({
    version: 1,
    pages: 2,
    counts: { error: 0, warning: 1, info: 0 },
    diagnostics: [found],
  });
});

test.each([
  [
    "plain",
    problem(),
    "::warning file=api/users.md,line=3,endLine=3,col=5,endColumn=7,title=table/row-width::Row is too short\n",
  ],
  ["a note", problem({ severity: "info" }), /^::notice /],
  [
    "awkward characters",
    problem({ file: "a,b:c%.md", message: "50%\nmore" }),
    /^::warning file=a%2Cb%3Ac%25\.md,.*::50%25%0Amore\n$/,
  ],
])("github: %s", (_name, diagnostic, expected) => {
  expect(formatGithub(problems(diagnostic))).toMatch(expected);
});

test("junit: what fails the command is a failure, what does not is skipped", () => {
  const error = problem({ severity: "error", message: 'expected <b> & "c", found \u0001\uD800' });
  expect(
    formatJunit(problems(error, problem(), problem({ file: "z.md" }))),
  ).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="md2oas" tests="3" failures="1" skipped="2">
  <testsuite name="api/users.md" tests="2" failures="1" skipped="1">
    <testcase classname="api/users.md" name="table/row-width (3:5)">
      <failure type="error" message="expected &lt;b&gt; &amp; &quot;c&quot;, found \uFFFD\uFFFD">api/users.md:3:5 expected &lt;b&gt; &amp; &quot;c&quot;, found \uFFFD\uFFFD</failure>
    </testcase>
    <testcase classname="api/users.md" name="table/row-width (3:5)">
      <skipped message="warning: Row is too short"/>
    </testcase>
  </testsuite>
  <testsuite name="z.md" tests="1" failures="0" skipped="1">
    <testcase classname="z.md" name="table/row-width (3:5)">
      <skipped message="warning: Row is too short"/>
    </testcase>
  </testsuite>
</testsuites>
`);
});

test("junit: no problems are one case that passed", () => {
  expect(formatJunit(problems())).toContain('<testsuites name="md2oas" tests="1" failures="0" skipped="0">');
});

test("sarif: rules with their pages, results with their places", () => {
  const related = [{ message: "First", location: problem().location }];
  const message = "Row is too short: expected 2 cells, found 1";
  const log = JSON.parse(
    formatSarif(
      problems(problem({ related, message }), problem({ code: "lint/operation-summary", severity: "error" })),
    ),
  );
  expect(log.version).toBe("2.1.0");
  const [run] = log.runs;
  expect(run.tool.driver).toEqual({
    name: "md2oas",
    version,
    rules: [
      { id: "lint/operation-summary", helpUri: "https://redocly.com/docs/cli/rules/oas/operation-summary" },
      {
        id: "table/row-width",
        shortDescription: { text: "Row is too short" },
        helpUri: `https://unpkg.com/md2oas@${version}/docs/diagnostics/table-row-width.md`,
      },
    ],
  });
  const physicalLocation = {
    artifactLocation: { uri: "api/users.md", uriBaseId: "%SRCROOT%" },
    region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 8 },
  };
  expect(run.results).toEqual([
    {
      ruleId: "table/row-width",
      ruleIndex: 1,
      level: "warning",
      message: { text: message },
      locations: [{ physicalLocation }],
      relatedLocations: [{ id: 0, message: { text: "First" }, physicalLocation }],
    },
    {
      ruleId: "lint/operation-summary",
      ruleIndex: 0,
      level: "error",
      message: { text: "Row is too short" },
      locations: [{ physicalLocation }],
    },
  ]);
});

test.each([
  ["a b#ü.md", { uri: "a%20b%23%C3%BC.md", uriBaseId: "%SRCROOT%" }],
  ["../other/a.md", { uri: expect.stringMatching(/^file:\/\/\/.*\/other\/a\.md$/) }],
])("sarif: %s is a URI", (file, artifactLocation) => {
  const log = JSON.parse(formatSarif(problems(problem({ location: { ...problem().location, file } }))));
  expect(log.runs[0].results[0].locations[0].physicalLocation.artifactLocation).toEqual(artifactLocation);
});
