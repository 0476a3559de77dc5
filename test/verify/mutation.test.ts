import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../../src/build/compile.ts";
import { mutations, runTrials, verify } from "./mutation/run.ts";

const docs = join(import.meta.dirname, "..", "..", "spec", "docs");

test("verify reports one mistake of each kind, and none in the sample", { timeout: 120_000 }, async () => {
  const { model, openapi } = compile({ docs: [docs] });
  const setting = { model, document: openapi.document };
  expect(await verify(setting)).toEqual([]);
  const missed: string[] = [];
  const made = new Set<string>();
  for await (const { kind, codes } of runTrials(setting, { count: mutations.size, seed: 5 })) {
    made.add(kind);
    if (codes.length === 0) missed.push(kind);
  }
  expect(missed).toEqual([]);
  expect([...mutations.keys()].filter((kind) => !made.has(kind))).toEqual([]);
});
