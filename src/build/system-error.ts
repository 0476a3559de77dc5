/** An error of the operating system, with its code. */
export interface SystemError extends Error {
  readonly code: string;
}

/** Whether a call of `node:fs` or `node:net` failed for a reason outside this program. */
export function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && "syscall" in error && "code" in error && typeof error.code === "string";
}

const reasons: ReadonlyMap<string, string> = new Map([
  ["EACCES", "no permission"],
  ["EPERM", "no permission"],
  ["EROFS", "the file system is read-only"],
  ["ENOENT", "no such file"],
  ["ENOTDIR", "part of the path is not a folder"],
  ["EISDIR", "it is a folder"],
  ["ELOOP", "symbolic links in a circle"],
  ["ENOSPC", "no space left on the disk"],
  ["EDQUOT", "no space left on the disk"],
  ["ENAMETOOLONG", "the name is too long"],
  ["EMFILE", "too many open files"],
]);

/** The reason in plain words, e.g. `no permission`. */
export function formatSystemError(error: SystemError): string {
  return reasons.get(error.code) ?? error.code;
}
