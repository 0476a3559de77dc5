import type { PathTemplate } from "./path-template.ts";
import { splitUrl } from "./request-line.ts";

/** Values of a template's placeholders, in their order, as they stand in a URL. */
export type PathValues = readonly string[];

/** Matches the paths of example requests against a template. */
export interface PathMatcher {
  readonly template: PathTemplate;
  /** The placeholders' values, if the path fits. */
  match(path: string): PathValues | undefined;
}

/**
 * A matcher for a template. Letter case is ignored, as services do; a placeholder takes one segment, an item path
 * (`/root:/{item-path}:/content`) several; `set('key')` and `set/key` are the same. A colon that closes the path may be left out.
 */
export function pathMatcher(template: PathTemplate): PathMatcher {
  const pattern = new RegExp(
    `^${template.path
      .split(/(\{[^}]*\})/)
      .map(patternOf)
      .join("")
      .replace(/:$/, ":?")}/?$`,
    "i",
  );
  return {
    template,
    match(path) {
      const match = pattern.exec(path) ?? pattern.exec(keysAsSegments(path));
      return match ? match.slice(1).map((value) => value.replace(/^'|'$/g, "")) : undefined;
    },
  };
}

function patternOf(part: string): string {
  // A colon ends a path of items, if a slash follows or nothing.
  if (part === "{item-path}") return "((?:[^:]|:(?!/|$))+)";
  // `$count` and `$ref` are never keys, nor is nothing, nor a function with its arguments.
  if (/^\{[^}]*\}$/.test(part)) return "('[^']*'|(?![$/]|$)[^/()]*?(?:\\([^/=]*\\))?)";
  return part.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replaceAll(",", ",\\s*");
}

/** `users('a==')/events` -> `users/a==/events`. */
export function keysAsSegments(path: string): string {
  return path.replace(/(?<=\w)\((?:'([^'()/]*)'|([^()=',/]*))\)/g, "/$1$2");
}

/** The path of an example's URL without host, version and query. */
export function pathOfUrl(url: string): string {
  const { path } = splitUrl(url);
  const relative = path.replace(/^https?:\/\/[^/\s]*/i, "").replace(/^\/*/, "/");
  return relative.replace(/^\/(?:v\d+(?:\.\d+)?|beta|\{(?:ver|version)\})(?=\/|$)/i, "").trimEnd() || "/";
}

/** Host, which may be a placeholder, and version of an absolute URL: `https://graph.microsoft.com/v1.0`. */
export function serverOfUrl(url: string): string | undefined {
  const match =
    /^(https?:\/\/(?:[\w.-]+|\{[\w-]+\})(?::\d+)?)(?=[/?#\s]|$)(\/(?:v\d+(?:\.\d+)?|beta)(?=\/|\?|$))?/i.exec(url);
  return match ? `${match[1]}${(match[2] ?? "").toLowerCase()}` : undefined;
}
