import type { Report } from "../../../../source/diagnostic.ts";
import { requestLetterCase } from "../../../common/diagnostics.ts";
import type { PathTemplate } from "../../../common/path-template.ts";
import type { RequestLine } from "../../../common/request-line.ts";

/**
 * One spelling for each path. Services do not care about letter case, and some pages are careless: `GET /contactfolders/{id}`, where
 * `DELETE /contactFolders/{id}` is another operation on the same path. Of several spellings, the one counts whose names most lines
 * of the docs have.
 */
export class PathSpellings {
  readonly #byKey = new Map<string, PathTemplate>();
  /** How many lines have a segment. */
  readonly #counts = new Map<string, number>();

  constructor(lines: readonly RequestLine[]) {
    for (const { path } of lines)
      for (const segment of path.path.split("/")) this.#counts.set(segment, (this.#counts.get(segment) ?? 0) + 1);
    for (const { path } of lines) {
      const known = this.#byKey.get(path.key);
      if (!known || this.#usesOf(path) > this.#usesOf(known)) this.#byKey.set(path.key, path);
    }
  }

  /** A line with its path as the docs spell it; another spelling is reported. */
  respell(line: RequestLine, report: Report): RequestLine {
    const { path: own, location } = line;
    const right = this.#byKey.get(own.key);
    if (!right || right.path === own.path) return line;
    if (withoutNames(right) !== withoutNames(own)) report(requestLetterCase(location, right.path, own.path));
    const placeholders = own.placeholders.map((written, at) => {
      return { ...written, name: right.placeholders[at]?.name ?? written.name };
    });
    return { ...line, path: { ...own, path: right.path, placeholders } };
  }

  #usesOf({ path }: PathTemplate): number {
    return path.split("/").reduce((sum, segment) => sum + (this.#counts.get(segment) ?? 0), 0);
  }
}

function withoutNames({ path }: PathTemplate): string {
  return path.replace(/\{[^}]*\}/g, "{}");
}
