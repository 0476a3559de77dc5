/**
 * `npm run bench`: the mock beside Prism's own command line, on the same documents and with the same requests. Times
 * depend on the machine, ratios much less.
 */

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonObject } from "../src/openapi/document.ts";
import { createRequests } from "./bench-requests.ts";
import { type BenchRequest, type BenchServer, startServer } from "./bench-server.ts";
import { createSyntheticDocument } from "./synthetic-document.ts";

/** One document on both servers. */
interface Case {
  readonly name: string;
  readonly file: string;
  /** Seconds to wait for Prism. */
  readonly patience: number;
}

interface Row {
  readonly figure: string;
  readonly prism: string;
  readonly md2oas: string;
  readonly ratio: string;
}

/** Operations asked for, one after the other, before memory is read. */
const EACH = 1_000;
const CONNECTIONS = 4;
const SECONDS = 5;
const root = join(import.meta.dirname, "..");
const graph = join(root, "../shared/corpus/graph-en-v1.0-2021-07-16/api-reference/v1.0");
const prismCommand = join(
  createRequire(import.meta.url).resolve("@stoplight/prism-cli/package.json"),
  "../dist/index.js",
);
const temporary = mkdtempSync(join(tmpdir(), "md2oas-bench-"));

try {
  for (const one of createCases()) await compare(one);
} finally {
  rmSync(temporary, { recursive: true });
}

function createCases(): Case[] {
  const flat = writeSynthetic("3,000 operations, acyclic types", "flat", 120);
  const linked = writeSynthetic("3,000 operations, cyclic types", "linked", 45);
  const file = join(temporary, "graph.json");
  if (!existsSync(graph)) return [flat, linked];
  const built = spawnSync(process.execPath, [
    join(root, "src/cli/main.ts"),
    "build",
    graph,
    "-o",
    file,
    "--quiet",
    "--fail-on",
    "never",
  ]);
  return built.status === 0 ? [flat, { name: "Microsoft Graph v1.0, 2021", file, patience: 60 }] : [flat, linked];
}

function writeSynthetic(name: string, shape: "flat" | "linked", patience: number): Case {
  const file = join(temporary, `${shape}.json`);
  writeFileSync(file, JSON.stringify(createSyntheticDocument(3_000, shape)));
  return { name, file, patience };
}

async function compare({ name, file, patience }: Case): Promise<void> {
  const requests = createRequests(JSON.parse(readFileSync(file, "utf8")) as JsonObject);
  const probe = requests.find(({ method, path }) => method === "GET" && !path.includes("?")) as BenchRequest;
  const prism = await measure([prismCommand, "mock", file, "-p", "PORT", "-v", "silent"], probe, patience, requests);
  const own = await measure(
    [join(root, "src/cli/main.ts"), "mock", file, "-p", "PORT", "--quiet"],
    probe,
    60,
    requests,
  );
  const rows: Row[] = [
    row("ready, s", prism.ready, own.ready, (theirs, ours) => theirs / ours),
    row(
      `memory after ${EACH.toLocaleString("en")} operations, MB`,
      prism.memory,
      own.memory,
      (theirs, ours) => theirs / ours,
    ),
    row(`requests/s, ${CONNECTIONS} connections`, prism.perSecond, own.perSecond, (theirs, ours) => ours / theirs),
    row("median, ms", prism.median, own.median, (theirs, ours) => theirs / ours),
    row("99 of 100, ms", prism.slow, own.slow, (theirs, ours) => theirs / ours),
    row("answers that are errors, %", prism.errors, own.errors),
  ];
  process.stdout.write(`\n${name} (${requests.length} requests)\n\n${formatTable(rows)}\n`);
}

interface Measurement {
  readonly ready: number | string;
  readonly memory?: number | undefined;
  readonly perSecond?: number;
  readonly median?: number;
  readonly slow?: number;
  readonly errors?: number;
}

async function measure(
  args: readonly string[],
  probe: BenchRequest,
  patience: number,
  requests: readonly BenchRequest[],
): Promise<Measurement> {
  let server: BenchServer | undefined;
  try {
    server = await startServer(args, probe, patience);
    if (server.ready === undefined) return { ready: `not within ${patience}` };
    await server.sendEach(requests.slice(0, EACH));
    const memory = server.memory();
    const { perSecond, median, slow, errors } = await server.load(requests, CONNECTIONS, SECONDS);
    return { ready: server.ready, memory, perSecond, median, slow, errors: (100 * errors) / (perSecond * SECONDS) };
  } finally {
    server?.stop();
  }
}

function row(
  figure: string,
  theirs: number | string | undefined,
  ours: number | string | undefined,
  ratio?: (theirs: number, ours: number) => number,
): Row {
  const isComparable = typeof theirs === "number" && typeof ours === "number" && ratio;
  return {
    figure,
    prism: format(theirs),
    md2oas: format(ours),
    ratio: isComparable ? `${format(ratio(theirs, ours))} x` : "",
  };
}

function format(value: number | string | undefined): string {
  if (typeof value !== "number") return value ?? "-";
  return value >= 100 ? Math.round(value).toLocaleString("en") : value.toFixed(value >= 10 ? 1 : 2);
}

function formatTable(rows: readonly Row[]): string {
  const head: Row = { figure: "", prism: "Prism", md2oas: "md2oas", ratio: "better by" };
  const width = (column: keyof Row) => Math.max(...[head, ...rows].map((one) => one[column].length));
  const columns = ["prism", "md2oas", "ratio"] as const;
  return [head, ...rows]
    .map((one) =>
      [one.figure.padEnd(width("figure")), ...columns.map((column) => one[column].padStart(width(column)))].join("  "),
    )
    .join("\n");
}
