import { isAbsolute, relative, sep } from "node:path";

/** Whether `path` is `folder` or lies in it. Both absolute; symbolic links must be resolved before. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way.split(sep)[0] !== "..";
}

/** The path as seen from `folder`, with `/` as separator; `.` for the folder itself. */
export function relativePath(folder: string, path: string): string {
  return relative(folder, path).split(sep).join("/") || ".";
}
