#!/usr/bin/env node
// Nothing is imported before the version is known to be new enough: an older Node cannot even link the modules.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

// Whoever reads our output may stop early, as `head` does.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
}

if (major < 24 || (major === 24 && minor < 18)) {
  process.stderr.write(`md2oas: Node 24.18 or later is needed, this is ${process.versions.node}\n`);
  process.exitCode = 2;
} else {
  const { enableCompileCache } = await import("node:module");
  // Most of the time of a start goes into compiling the same modules again; `NODE_DISABLE_COMPILE_CACHE=1` turns this off.
  enableCompileCache();
  const { run } = await import("./run.ts");
  const { createTerminal } = await import("./terminal.ts");
  process.exitCode = await run(process.argv.slice(2), createTerminal());
}

export {};
