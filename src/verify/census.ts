/** What became of the examples; plain data, so that the parts of a sharded run can be written down and merged. */
export interface VerifyResult {
  readonly examples: number;
  readonly passed: number;
  /** Of the passed ones, those that passed only after JSON was mended or placeholders were filled in. */
  readonly amended: number;
  readonly failed: number;
  /** Not sent: they write, and the server is not the mock; or they are what the service sends to another host. */
  readonly skipped: number;
  /** How many examples have a problem of each kind, by code. */
  readonly failures: Readonly<Record<string, number>>;
  /** Wrong requests that the mock must refuse. */
  readonly probes: { readonly passed: number; readonly failed: number };
}

/** What became of one example, and the codes of its problems. */
export interface Verdict {
  readonly kind: "passed" | "amended" | "failed" | "skipped";
  readonly codes: readonly string[];
}

/** Counts verdicts. */
export function takeCensus(verdicts: readonly Verdict[], probes: VerifyResult["probes"]): VerifyResult {
  const count = (kind: Verdict["kind"]) => verdicts.filter((verdict) => verdict.kind === kind).length;
  const failures = new Map<string, number>();
  for (const code of verdicts.flatMap(({ codes }) => [...new Set(codes)]))
    failures.set(code, (failures.get(code) ?? 0) + 1);
  return {
    examples: verdicts.length,
    passed: count("passed") + count("amended"),
    amended: count("amended"),
    failed: count("failed"),
    skipped: count("skipped"),
    failures: sortByName(failures),
    probes,
  };
}

/** The result of a run from those of its shards. */
export function mergeResults(results: readonly VerifyResult[]): VerifyResult {
  const sum = (read: (result: VerifyResult) => number) => results.reduce((total, result) => total + read(result), 0);
  const codes = new Set(results.flatMap(({ failures }) => Object.keys(failures)));
  return {
    examples: sum(({ examples }) => examples),
    passed: sum(({ passed }) => passed),
    amended: sum(({ amended }) => amended),
    failed: sum(({ failed }) => failed),
    skipped: sum(({ skipped }) => skipped),
    failures: sortByName(new Map([...codes].map((code) => [code, sum(({ failures }) => failures[code] ?? 0)]))),
    probes: { passed: sum(({ probes }) => probes.passed), failed: sum(({ probes }) => probes.failed) },
  };
}

function sortByName(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
