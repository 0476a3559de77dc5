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
import { UsageError } from "../source/usage-error.ts";

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
 *
 * @throws UsageError if the config file cannot be used.
 */
export function findProblems(document: JsonObject, configFile?: string): Promise<readonly Problem[]> {
  return new Promise((resolve, reject) => {
    const task: Task = { thread: threadName, document, configFile };
    const worker = new Worker(new URL(import.meta.url), {
      workerData: task,
      resourceLimits: { stackSizeMb },
      env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
    });
    worker.once("message", (answer: Answer) => {
      if ("problems" in answer) resolve(answer.problems);
      else reject(new UsageError(`${configFile}: ${answer.configError}`));
    });
    worker.once("error", reject);
  });
}

if (workerData?.thread === threadName) parentPort?.postMessage(await lint(workerData));

/** Errors lose their class on the way between threads, so the user's mistake is told as data. */
type Answer = { readonly problems: readonly Problem[] } | { readonly configError: string };

async function lint({ document, configFile }: Task): Promise<Answer> {
  const config = await readConfig(configFile);
  if (typeof config === "string") return { configError: config };
  const problems = await lintDocument({
    // The text of a source is read only to print code frames, which we do not: pointers lead to the docs instead.
    document: { source: new Source("openapi.json", "", "application/json"), parsed: document },
    config,
    externalRefResolver: new BaseResolver(config.resolve),
  });
  return { problems: problems.filter((problem) => !problem.ignored).map(toProblem) };
}

/** The config, or why it cannot be used: Redocly throws whatever is wrong with the file or a plug-in in it. */
async function readConfig(configFile: string | undefined): Promise<Config | string> {
  if (configFile === undefined) return createStrictConfig();
  try {
    return await loadConfig({ configPath: configFile });
  } catch (error) {
    return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  }
}

function createStrictConfig(): Promise<Config> {
  return createConfig({ extends: ["recommended-strict"] });
}

function toProblem({ ruleId, severity, message, location: [location] }: NormalizedProblem): Problem {
  return { rule: ruleId, severity, message, pointer: location?.pointer?.replace(/^#\/?$|^#(?=\/)/, "") ?? "" };
}
