/**
 * Proves that `verify` is a gate: makes random mistakes in the docs of the sample, its document, its client and the
 * answers of its mock, and counts how many of them are reported.
 *
 *     node scripts/mutation.ts [COUNT] [SEED]
 */
import { join } from "node:path";
import { compile } from "../src/build/compile.ts";
import { mutations, runTrials, verify } from "../test/verify/mutation/run.ts";

const [count = 200, seed = 1] = process.argv.slice(2).map(Number);
const docs = join(import.meta.dirname, "..", "spec", "docs");
const { model, openapi } = compile({ docs: [docs] });
const setting = { model, document: openapi.document };

const sound = await verify(setting);
if (sound.length > 0) throw new Error(`The sample itself has problems: ${sound.join(", ")}`);

const tallies = new Map([...mutations.keys()].map((kind) => [kind, { made: 0, caught: 0, codes: new Set<string>() }]));
for await (const { kind, codes } of runTrials(setting, { count, seed })) {
  const tally = tallies.get(kind);
  if (!tally) continue;
  tally.made++;
  if (codes.length > 0) tally.caught++;
  for (const code of codes) tally.codes.add(code);
}

const lines = [...tallies].map(
  ([kind, { made, caught, codes }]) => `${kind.padEnd(38)} ${caught} of ${made}  ${[...codes].join(", ")}`,
);
const caught = [...tallies.values()].reduce((sum, tally) => sum + tally.caught, 0);
process.stdout.write(`${lines.join("\n")}\n\n${caught} of ${count} mutations are reported (seed ${seed})\n`);
process.exitCode = caught / count >= 0.97 ? 0 : 1;
