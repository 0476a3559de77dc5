import { resolve } from "node:path";
import type { Diagnostic } from "../source/diagnostic.ts";
import type { VerifyResult } from "../verify/census.ts";
import type { Exchange, Server } from "../verify/exchange.ts";
import type { VerifyOptions } from "../verify/verify-examples.ts";
import { type Compilation, type CompileOptions, compile } from "./compile.ts";
import { startMock, verifyExamples } from "./lazy-stages.ts";
import { readToken, type TokenSource } from "./read-token.ts";
import { settleDiagnostics } from "./settle-diagnostics.ts";
import { assertWritable, writeFiles } from "./write-files.ts";

/** Against what to verify docs. */
export interface VerifyDocsOptions extends Pick<VerifyOptions, "allowWrites" | "shard" | "requestsPerSecond"> {
  /** Base URL of a real service. Default: the mock, in process. */
  readonly url?: string;
  /** Where the token for the service comes from. */
  readonly token?: TokenSource;
  /** A JSON file for all requests and answers, relative to `cwd`. */
  readonly record?: string;
}

/** Docs, and what became of their examples. */
export interface Verification extends Compilation {
  /** Problems of examples, and of the docs whatever was lost from them; the rest is for `checkDocs`. */
  readonly diagnostics: readonly Diagnostic[];
  readonly result: VerifyResult;
}

/**
 * Compiles docs and sends every example in them through the generated client to a server.
 *
 * @throws UsageError as `compile` does, and if there is no token or the record cannot be written.
 */
export async function verifyDocs(options: CompileOptions, target: VerifyDocsOptions = {}): Promise<Verification> {
  const { cwd = process.cwd(), onProgress = () => {} } = options;
  const record = target.record === undefined ? undefined : resolve(cwd, target.record);
  if (record !== undefined) assertWritable(record);
  const token = await readToken(target.token ?? {});

  const compilation = compile(options);
  const diagnostics = compilation.diagnostics.filter(({ severity }) => severity === "error");
  const exchanges: Exchange[] = [];
  const result = await withServer(compilation, target.url, token, (server) =>
    verifyExamples(compilation, server, (problem) => diagnostics.push(problem), {
      ...target,
      onExchange: (exchange) => exchanges.push(exchange),
      onProgress: (done, total) => onProgress("verifying examples", done, total),
    }),
  );
  if (record !== undefined) writeFiles(new Map([[record, formatRecord(exchanges)]]));
  return { ...compilation, diagnostics: settleDiagnostics(diagnostics, options), result };
}

/** The mock only asks that there be a token. */
const mockToken = "md2oas";

async function withServer(
  { openapi: { document, locations } }: Compilation,
  url: string | undefined,
  token: string | undefined,
  use: (server: Server) => Promise<VerifyResult>,
): Promise<VerifyResult> {
  if (url !== undefined) return use({ baseUrl: url, isMock: false, ...(token !== undefined && { token }) });
  const mock = await startMock(document, { locations });
  try {
    return await use({ baseUrl: mock.url, fetch: mock.fetch, token: mockToken, isMock: true });
  } finally {
    await mock.close();
  }
}

/** Several requests are under way at once: sorted, the record of the same answers is the same. */
function formatRecord(exchanges: readonly Exchange[]): string {
  const texts = exchanges.map((exchange) => JSON.stringify(exchange, null, 2)).sort();
  return `${JSON.stringify({ version: 1, exchanges: texts.map((text) => JSON.parse(text)) }, null, 2)}\n`;
}
