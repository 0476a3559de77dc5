import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";

interface Definition {
  readonly code: string;
  readonly severity: string;
  readonly summary: string;
}

/** Every `defineDiagnostic("code", "severity", "summary", ...)` in the source; the one in its own docs is an example. */
const definitions = globSync("src/*/**/*.ts")
  .filter((file) => !file.endsWith("source/diagnostic.ts"))
  .flatMap((file) => {
    const calls = readFileSync(file, "utf8").matchAll(
      /defineDiagnostic\(\s*"(?<code>[^"]+)",\s*"(?<severity>\w+)",\s*"(?<summary>[^"]+)"/g,
    );
    return [...calls].map(({ groups }) => groups as unknown as Definition);
  })
  .sort((a, b) => (a.code < b.code ? -1 : 1));

const pageOf = ({ code }: Definition) => `${code.replace("/", "-")}.md`;

test("there are definitions, and the pattern above finds every call", () => {
  const calls = globSync("src/*/**/*.ts").flatMap(
    (file) => readFileSync(file, "utf8").match(/= defineDiagnostic\(/g) ?? [],
  );
  expect(definitions.length).toBeGreaterThan(50);
  // One more: the example in the docs of `defineDiagnostic`.
  expect(calls).toHaveLength(definitions.length + 1);
});

test("a code is defined once: users write it in their config", () => {
  expect(definitions.filter(({ code }, index) => definitions[index - 1]?.code === code)).toEqual([]);
});

test("codes are `area/problem` in kebab-case, severities are known, summaries are no sentences", () => {
  for (const { code, severity, summary } of definitions) {
    expect(code).toMatch(/^[a-z]+(?:-[a-z0-9]+)*\/[a-z]+(?:-[a-z0-9]+)*$/);
    expect(["error", "warning", "info"], code).toContain(severity);
    expect(summary, code).toMatch(/^[A-Z].*[^.!:]$/);
  }
});

test("every code has its page, and every page its code", () => {
  const pages = globSync("docs/diagnostics/*.md").map((file) => basename(file));
  expect(pages.sort()).toEqual([...new Set(definitions.map(pageOf))].sort());
});

test.each(definitions)("the page of $code says what it is, why, and how to mend it", (definition) => {
  const page = readFileSync(`docs/diagnostics/${pageOf(definition)}`, "utf8");
  const { code, severity, summary } = definition;
  expect(page.startsWith(`# ${code}\n\n**${severity}**: ${summary}.\n\n`)).toBe(true);
  expect([...page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual(
    expect.arrayContaining(["Example", "Fix"]),
  );
});
