import { realpathSync } from "node:fs";
import { join, posix } from "node:path";
import type { IncludeProblem, ResolveInclude } from "../markdown/include.ts";
import type { SourceFile } from "../source/source-text.ts";
import { isMarkdown } from "./find-docs.ts";
import { isInside, relativePath } from "./paths.ts";
import { readSource, sizeLimit } from "./read-source.ts";
import { formatSystemError, isSystemError, type SystemError } from "./system-error.ts";

/** Resolves the includes of a documentation set. */
export interface IncludeResolver {
  /** Resolves the includes of one page, and of the files that it includes. */
  readonly forPage: () => ResolveInclude;
  /** The files included so far, relative to the root, sorted. */
  readonly findIncluded: () => readonly string[];
}

/** How much one page may include; a few small files that include each other many times would fill any memory. */
const pageBudget = { files: 1000, characters: sizeLimit * 1024 * 1024 };

/**
 * Resolves includes below `root`: `~/x.md` and `/x.md` start there, all others at the folder of the page they stand on.
 * What lies outside, also through a symbolic link, is never opened. Each file is read once.
 *
 * @param root absolute, symbolic links resolved.
 */
export function createIncludeResolver(root: string): IncludeResolver {
  const known = new Map<string, SourceFile | IncludeProblem>();
  return {
    forPage: () => {
      let { files, characters } = pageBudget;
      return (path, from) => {
        const target = resolvePath(path, from.path);
        const answer = known.get(target) ?? readInclude(root, target);
        known.set(target, answer);
        if ("problem" in answer) return answer;
        files -= 1;
        characters -= answer.text.length;
        return files < 0 || characters < 0 ? tooMuch : answer;
      };
    },
    findIncluded: () => {
      const files = [...known.values()].flatMap((answer) => ("problem" in answer ? [] : [answer.path]));
      return [...new Set(files)].sort();
    },
  };
}

const tooMuch: IncludeProblem = {
  problem: `more than ${pageBudget.files} files or ${sizeLimit} MB included by one page`,
};
const missing: IncludeProblem = { problem: "no such file" };
const outsideRoot: IncludeProblem = { problem: "a path that leaves the docs root" };
const notMarkdown: IncludeProblem = { problem: "a file that is not Markdown" };

/** Relative to the root; begins with `../` if it leaves it. */
function resolvePath(path: string, page: string): string {
  const plain = decodePath(path.replace(/[?#].*$/s, "")).replaceAll("\\", "/");
  const fromRoot = /^~?\/+/.exec(plain);
  return fromRoot ? posix.normalize(plain.slice(fromRoot[0].length)) : posix.join(posix.dirname(page), plain);
}

/** Links are URLs: `%20` is a space. A stray `%` stays. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return path;
  }
}

function readInclude(root: string, path: string): SourceFile | IncludeProblem {
  const absolute = join(root, path);
  if (!isInside(root, absolute)) return outsideRoot;
  if (!isMarkdown(path)) return notMarkdown;
  try {
    const target = realpathSync(absolute);
    if (!isInside(root, target)) return outsideRoot;
    return readText(root, relativePath(root, target));
  } catch (error) {
    if (isSystemError(error)) return isAbsent(error) ? missing : unreadable(formatSystemError(error));
    if (isInvalidPath(error)) return missing;
    throw error;
  }
}

/** The problem is reported where the include stands, not once more at the file. */
function readText(root: string, path: string): SourceFile | IncludeProblem {
  let found = "";
  const file = readSource(root, path, (diagnostic) => {
    found = diagnostic.found;
  });
  return file ?? unreadable(found);
}

function unreadable(reason: string): IncludeProblem {
  return { problem: `a file that cannot be read (${reason})` };
}

function isAbsent({ code }: SystemError): boolean {
  return code === "ENOENT" || code === "ENOTDIR";
}

/** `node:fs` refuses paths with a NUL character before it asks the system. */
function isInvalidPath(error: unknown): boolean {
  return error instanceof TypeError && "code" in error && error.code === "ERR_INVALID_ARG_VALUE";
}
