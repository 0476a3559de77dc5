import { join } from "node:path";
import type { Command } from "commander";
import { type MockLogEntry, startMock } from "../../build/lazy-stages.ts";
import { type DocumentSource, findDocument, type LoadedDocument, loadDocument } from "../../build/load-document.ts";
import { addCommonOptions, type CommonOptions, flagsOf, readInteger, readUrl } from "../options.ts";
import type { CommandContext } from "../program.ts";
import { createProgress } from "../progress.ts";
import { reportProblems } from "../report-problems.ts";
import type { ExitCode, Output, Terminal } from "../terminal.ts";
import { untilStopped } from "../until-stopped.ts";
import { runOnChange } from "../watch.ts";

interface MockCommandOptions extends CommonOptions {
  readonly port: number;
  readonly host: string;
  readonly delay?: number;
  readonly checkScopes?: boolean;
  readonly proxy?: string;
  readonly errors?: boolean;
  readonly watch?: boolean;
}

/** `md2oas mock`. */
export function addMockCommand(program: Command, { terminal, exit }: CommandContext): void {
  const command = program
    .command("mock")
    .summary("mock server")
    .description("Serves a mock of the API: documented examples, checked requests. /__docs lists the operations.")
    .argument("[openapi]", "OpenAPI document, or Markdown docs (default: the docs of the config)")
    .option("-p, --port <number>", "port; 0 takes a free one", readInteger(0, 65535), 4010)
    .option("--host <name>", "address to listen on", "127.0.0.1")
    .option("--delay <milliseconds>", "wait before each answer", readInteger(0, 600_000))
    .option("--check-scopes", "answer 403 where the token's scopes do not suffice")
    .option("--proxy <url>", "pass requests on to a real server", readUrl)
    .option("--errors", "answer 500 where a response is not as documented")
    .option("-w, --watch", "serve the new document when the docs or the file change")
    .action(async (openapi: string | undefined, options: MockCommandOptions) =>
      exit(await mock(openapi, options, terminal)),
    );
  addCommonOptions(command).addHelpText("after", examples);
}

const examples = `
Examples:
  md2oas mock openapi.yaml
  md2oas mock docs --watch --port 8080
  md2oas mock openapi.yaml --proxy https://api.contoso.com/v1.0 --errors`;

async function mock(openapi: string | undefined, options: MockCommandOptions, terminal: Terminal): Promise<ExitCode> {
  const { out, err } = terminal;
  const { port, host, delay, checkScopes, proxy, errors, quiet, watch } = options;
  const source = await findDocument(terminal.cwd, openapi, flagsOf(options));
  const loaded = await load(source, options, err);
  const server = await startMock(loaded.openapi.document, {
    locations: loaded.openapi.locations,
    port,
    host,
    ...(delay !== undefined && { delay }),
    ...(checkScopes && { checkScopes }),
    ...(proxy !== undefined && { upstream: new URL(proxy) }),
    ...(errors && { errors }),
    ...(!quiet && { onRequest: (entry) => err.write(formatEntry(entry)) }),
  });
  out.write(`${server.url}\n`);
  if (watch) {
    const reload = async () => {
      const next = await load(source, options, err);
      server.reload(next.openapi.document, next.openapi.locations);
      return watchedFiles(next);
    };
    await runOnChange([...watchedPaths(source), ...watchedFiles(loaded)], reload, terminal);
  } else await untilStopped();
  await server.close();
  return 0;
}

async function load(source: DocumentSource, options: MockCommandOptions, err: Output): Promise<LoadedDocument> {
  const progress = createProgress(err, options);
  const loaded = await loadDocument(source, progress.show);
  progress.clear();
  if (loaded.compilation) reportProblems(loaded.compilation, { ...options, ...source.settings }, err);
  return loaded;
}

function watchedPaths({ settings, file }: DocumentSource): readonly string[] {
  return file === undefined ? settings.docs : [file];
}

function watchedFiles({ compilation }: LoadedDocument): readonly string[] {
  return compilation ? compilation.included.map((file) => join(compilation.root, file)) : [];
}

/** `GET /users/1 200 user-get ok`. */
function formatEntry({ method, path, status, operationId, verdict, error }: MockLogEntry): string {
  const line = [method, path, status, operationId ?? "-", verdict].join(" ");
  return `${line}\n${error?.stack ? `${error.stack}\n` : ""}`;
}
