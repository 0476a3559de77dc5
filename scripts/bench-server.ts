import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** A request that the document says is right. */
export interface BenchRequest {
  readonly method: string;
  readonly path: string;
  readonly contentType?: string;
  readonly body?: string;
}

/** A server under measurement, in a process of its own. */
export interface BenchServer {
  /** From the start of the process to the first good answer, in seconds; undefined if it took longer than allowed. */
  readonly ready: number | undefined;
  /** Resident memory of the process in MB. Linux only, else undefined. */
  memory(): number | undefined;
  /** Sends each request once. @returns how many were answered with an error */
  sendEach(requests: readonly BenchRequest[]): Promise<number>;
  /** Sends the requests again and again over `connections` connections. */
  load(requests: readonly BenchRequest[], connections: number, seconds: number): Promise<LoadResult>;
  stop(): void;
}

/** What a load test gave. */
export interface LoadResult {
  readonly perSecond: number;
  /** Milliseconds that half of the requests, and 99 of 100, stayed below. */
  readonly median: number;
  readonly slow: number;
  readonly errors: number;
}

/** Starts `node ARGS` with the port put in place of `PORT`, and waits until it answers the probe. */
export async function startServer(
  args: readonly string[],
  probe: BenchRequest,
  patience: number,
): Promise<BenchServer> {
  const port = await findFreePort();
  const started = performance.now();
  const child = spawn(
    process.execPath,
    args.map((argument) => (argument === "PORT" ? String(port) : argument)),
    { stdio: "ignore" },
  );
  const agent = new Agent({ keepAlive: true });
  const ready = await untilAnswered(child, port, agent, probe, started + patience * 1000);
  return {
    ready: ready === undefined ? undefined : (ready - started) / 1000,
    memory: () => readMemory(child),
    sendEach: async (requests) => {
      let errors = 0;
      for (const one of requests) if (!isGood(await send(port, agent, one))) errors++;
      return errors;
    },
    load: (requests, connections, seconds) => load(port, requests, connections, seconds),
    stop: () => {
      agent.destroy();
      child.kill("SIGKILL");
    },
  };
}

async function untilAnswered(
  child: ChildProcess,
  port: number,
  agent: Agent,
  probe: BenchRequest,
  end: number,
): Promise<number | undefined> {
  while (performance.now() < end && child.exitCode === null) {
    const status = await send(port, agent, probe).catch(() => 0);
    if (isGood(status)) return performance.now();
    await wait(5);
  }
  return undefined;
}

async function load(
  port: number,
  requests: readonly BenchRequest[],
  connections: number,
  seconds: number,
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let next = 0;
  let errors = 0;
  const end = performance.now() + seconds * 1000;
  const run = async () => {
    while (performance.now() < end) {
      const from = performance.now();
      const status = await send(port, agent, requests[next++ % requests.length] as BenchRequest);
      times.push(performance.now() - from);
      if (!isGood(status)) errors++;
    }
  };
  await Promise.all(Array.from({ length: connections }, run));
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { perSecond: times.length / seconds, median: at(0.5), slow: at(0.99), errors };
}

function send(port: number, agent: Agent, { method, path, contentType, body }: BenchRequest): Promise<number> {
  const headers = {
    authorization: "Bearer token",
    ...(contentType !== undefined && { "content-type": contentType }),
    ...(body !== undefined && { "content-length": Buffer.byteLength(body) }),
  };
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: "127.0.0.1", port, agent, method, path, headers }, (message) => {
      message.resume();
      message.once("end", () => resolve(message.statusCode ?? 0));
      message.once("error", reject);
    });
    outgoing.once("error", reject);
    outgoing.end(body);
  });
}

function isGood(status: number): boolean {
  return status >= 200 && status < 400;
}

function readMemory({ pid }: ChildProcess): number | undefined {
  if (process.platform !== "linux") return undefined;
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Math.round(Number(kilobytes) / 1000);
}

function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
