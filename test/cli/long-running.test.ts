import { type ChildProcessByStdio, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { expect, onTestFinished, test } from "vitest";
import { createFile, createFolder } from "../build/folder.ts";
import { main, runCli } from "./run-cli.ts";
import { goodPage, resourcePage } from "./sample-pages.ts";

const good = { "docs/api/widget-get.md": goodPage, "docs/resources/widget.md": resourcePage() };

/** A command that runs until it is stopped. */
class Running {
  readonly #child: ChildProcessByStdio<null, Readable, Readable>;
  readonly #closed: Promise<number | null>;
  #text = "";
  #wake = () => {};

  constructor(cwd: string, ...args: string[]) {
    this.#child = spawn(process.execPath, [main, ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
    this.#closed = new Promise((resolve) => this.#child.once("close", resolve));
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.on("data", (chunk) => {
        this.#text += chunk;
        this.#wake();
      });
    }
    onTestFinished(() => void this.#child.kill("SIGKILL"));
  }

  /** Waits until the command has written this, and forgets everything up to there. */
  async see(pattern: RegExp): Promise<string> {
    for (;;) {
      const match = pattern.exec(this.#text);
      if (match) {
        this.#text = this.#text.slice(match.index + match[0].length);
        return match[0];
      }
      const ended = this.#closed.then((code) => Promise.reject(new Error(`ended with ${code}: ${this.#text}`)));
      const written = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      await Promise.race([written, ended]);
    }
  }

  /** Sends a signal and gives the exit code. */
  async stop(signal: NodeJS.Signals): Promise<number | null> {
    this.#child.kill(signal);
    return this.#closed;
  }
}

const withToken = { headers: { Authorization: "Bearer x" } };

test.each(["SIGINT", "SIGTERM"] as const)("a mock of docs answers until %s", async (signal) => {
  const mock = new Running(createFolder(good), "mock", "docs", "--port", "0");
  const url = await mock.see(/http:\/\/127\.0\.0\.1:\d+/);
  const response = await fetch(`${url}/widgets/1`, withToken);
  expect([response.status, await response.json()]).toEqual([200, { id: "1", name: "Cog" }]);
  expect((await fetch(`${url}/widgets/1`)).status).toBe(401);
  await mock.see(/GET \/widgets\/1 200 widget-get ok\n/);
  expect(await mock.stop(signal)).toBe(0);
});

test("a mock of a document knows the docs through the map file", async () => {
  const cwd = createFolder(good);
  await runCli(cwd, "build", "docs", "-o", "api.yaml");
  const mock = new Running(cwd, "mock", "api.yaml", "--port", "0", "--quiet");
  const url = await mock.see(/http:\/\/127\.0\.0\.1:\d+/);
  expect(await (await fetch(`${url}/__docs`)).text()).toContain("api/widget-get.md");
  expect(await mock.stop("SIGTERM")).toBe(0);
});

test("a watching mock serves what the docs say now", async () => {
  const cwd = createFolder(good);
  const mock = new Running(cwd, "mock", "docs", "--port", "0", "--watch");
  const url = await mock.see(/http:\/\/127\.0\.0\.1:\d+/);
  await mock.see(/watching/);
  createFile(cwd, "docs/api/widget-get.md", goodPage.replace('"Cog"', '"Wheel"'));
  await mock.see(/in 2 pages/);
  expect(await (await fetch(`${url}/widgets/1`, withToken)).json()).toEqual({ id: "1", name: "Wheel" });
  expect(await mock.stop("SIGTERM")).toBe(0);
});

test("a watching build builds again, also after docs that cannot be built", async () => {
  const cwd = createFolder({ ...good, "docs/includes/note.md": "Once." });
  createFile(
    cwd,
    "docs/api/widget-get.md",
    goodPage.replace("Read one widget.\n\n##", "[!INCLUDE [n](../includes/note.md)]\n\n##"),
  );
  const build = new Running(cwd, "build", "docs", "-o", "api.yaml", "--watch");
  await build.see(/wrote api\.yaml/);
  await build.see(/watching/);
  createFile(cwd, "docs/includes/note.md", "Twice.");
  await build.see(/wrote api\.yaml/);
  expect(readFileSync(join(cwd, "api.yaml"), "utf8")).toContain("Twice.");
  expect(await build.stop("SIGINT")).toBe(0);
});
