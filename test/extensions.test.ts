import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The `"x-..."` of the emitter; those of the validator are keywords of its own. */
const emitted = globSync("src/openapi/*.ts")
  .filter((file) => !file.endsWith("body-validator.ts"))
  .flatMap((file) => readFileSync(file, "utf8").match(/(?<=")x-[\w-]+(?=")/g) ?? []);

test("docs/extensions.md lists the extensions of documents, each once and in their order", () => {
  const rows = readFileSync("docs/extensions.md", "utf8").matchAll(/^\| `(x-[\w-]+)`/gm);
  expect([...rows].map(([, name]) => name)).toEqual([...new Set(emitted)].sort());
});
