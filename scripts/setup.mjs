// Runs before every npm script, on whatever Node the machine has (18 or later): installs what the lockfile asks for if it
// is not there, and makes sure that the scripts get the Node they are written for. Silent when there is nothing to do.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const binaries = join(root, "node_modules", ".bin");

const didInstall = !isInstalled();
if (didInstall) install();
if (didInstall || !existsSync(join(binaries, "node"))) assertNode();

/** Whether node_modules holds exactly the packages of the lockfile; npm keeps its own record of what it installed. */
function isInstalled() {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = readPackages(join(root, "package-lock.json"));
  const installed = readPackages(record);
  const isAsWanted = ([path, { integrity, optional }]) =>
    path === "" || (optional && !installed[path]) || installed[path]?.integrity === integrity;
  return (
    Object.entries(wanted).every(isAsWanted) && Object.keys(installed).every((path) => Object.hasOwn(wanted, path))
  );
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

function install() {
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm?.endsWith("npm-cli.js") ? [process.execPath, npm] : ["npm"];
  process.stderr.write("Installing packages\n");
  const { status } = spawnSync(command, [...first, "ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    // npm's own report goes to stderr: the output of the script that follows belongs to that script.
    stdio: ["ignore", 2, 2],
    shell: command === "npm" && process.platform === "win32",
  });
  if (status !== 0) fail("The packages could not be installed: see npm's message above");
}

/** The scripts run TypeScript directly. On Linux and on Windows (x64) the right Node comes with the packages. */
function assertNode() {
  const needed = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).engines.node.replace(">=", "");
  const { stdout } = spawnSync("node", ["--version"], {
    encoding: "utf8",
    env: { ...process.env, PATH: `${binaries}${delimiter}${process.env.PATH}` },
  });
  const found = stdout?.trim().slice(1);
  if (found && isAtLeast(found, needed)) return;
  const hint = ["linux", "win32"].includes(process.platform)
    ? "Install it, or run `npm ci` without --omit=optional: Node comes with the packages"
    : `There is no packaged Node for ${process.platform}-${process.arch}: install one from https://nodejs.org`;
  fail(`md2oas needs Node ${needed} or later, found ${found || "none that runs"}. ${hint}`);
}

function isAtLeast(version, needed) {
  return version.localeCompare(needed, "en", { numeric: true }) >= 0;
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
