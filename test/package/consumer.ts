// Compiled and run in an empty project that has installed the packed package: see scripts/check-package.ts.
import { type Compilation, checkDocs, compile, type Diagnostic, defineConfig, UsageError } from "md2oas";
import { ApiError, type components, createClient } from "./client/client.js";

const config = defineConfig({ docs: "docs", title: "Northwatch Security API" });
const compilation: Compilation = compile(config);
const problems: readonly Diagnostic[] = (await checkDocs(config)).diagnostics;

type Action = components["schemas"]["northwatch.security.securityAction"];
const api = createClient({ token: "any", fetch: async () => Response.json({ id: "1f2c", severity: "high" }) });
const action: Action = await api.securityActionGet({ params: { path: { "action-id": "1f2c" } } });

// @ts-expect-error There is no such severity.
const wrong: Action["severity"] = "worst";

const isUsageError = await checkDocs({ docs: "nowhere" }).then(
  () => false,
  (error: unknown) => error instanceof UsageError,
);

const facts = {
  operations: compilation.model.operations.length,
  problems: problems.filter(({ severity }) => severity === "error").length,
  id: action.id,
  wrong,
  isUsageError,
  isClass: typeof ApiError === "function",
};
process.stdout.write(`${JSON.stringify(facts)}\n`);
