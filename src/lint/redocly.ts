import { parentPort, Worker, workerData } from "node:worker_threads";
import {
  BaseResolver,
  type Config,
  createConfig,
  lintDocument,
  loadConfig,
  type NormalizedProblem,
  Source,
} from "@redocly/openapi-core";
import type { JsonObject } from "../openapi/document.ts";

/** What Redocly has to say about one part of a document. */
export interface Problem {
  /** Name of the rule, e.g. `operation-summary`. */
  readonly rule: string;
  readonly severity: "error" | "warn";
  readonly message: string;
  /** JSON pointer to the part, empty for the whole document. */
  readonly pointer: string;
}

interface Task {
  readonly thread: typeof threadName;
  readonly document: JsonObject;
  readonly configFile: string | undefined;
}

const threadName = "md2oas/lint";

/**
 * Redocly walks schemas recursively. On a type graph with cycles the default stack of 1 MB overflows, and Redocly then
 * reports examples as invalid that are not; 256 MB carry 5,000 operations over one single cycle.
 */
const stackSizeMb = 256;

/**
 * Redocly's problems with a document, in the order of the document. Runs in a thread of its own, with a large stack.
 * Without `configFile`, the rules are `recommended-strict`.
 */
export function findProblems(document: JsonObject, configFile?: string): Promise<readonly Problem[]> {
  return new Promise((resolve, reject) => {
    const task: Task = { thread: threadName, document, configFile };
    const worker = new Worker(new URL(import.meta.url), {
      workerData: task,
      resourceLimits: { stackSizeMb },
      env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
    });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

if (workerData?.thread === threadName) parentPort?.postMessage(await lint(workerData));

async function lint({ document, configFile }: Task): Promise<Problem[]> {
  const config = configFile === undefined ? await createStrictConfig() : await loadConfig({ configPath: configFile });
  const problems = await lintDocument({
    // The text of a source is read only to print code frames, which we do not: pointers lead to the docs instead.
    document: { source: new Source("openapi.json", "", "application/json"), parsed: document },
    config,
    externalRefResolver: new BaseResolver(config.resolve),
  });
  return problems.filter((problem) => !problem.ignored).map(toProblem);
}

function createStrictConfig(): Promise<Config> {
  return createConfig({
    extends: ["recommended-strict"],
    // Types that the docs describe are part of the API, also those that no documented operation reaches.
    rules: { "no-unused-components": "off" },
  });
}

function toProblem({ ruleId, severity, message, location: [location] }: NormalizedProblem): Problem {
  return { rule: ruleId, severity, message, pointer: location?.pointer?.replace(/^#\/?$|^#(?=\/)/, "") ?? "" };
}
