import { isObjectId } from "./object-id.ts";
import { type PathRepair, repairPath } from "./repair-path.ts";
import { TemplateBuilder } from "./template-builder.ts";

/** A documented path, with placeholders named alike on all pages. */
export interface PathTemplate {
  /** OpenAPI path template, e.g. `/users/{user-id}/messages/{message-id}`. */
  readonly path: string;
  /** The path without placeholder names, by which pages are matched: `/users/{}/messages/{}`, in lower case. */
  readonly key: string;
  /** In the order of the path. */
  readonly placeholders: readonly Placeholder[];
  readonly repairs: readonly PathRepair[];
}

/** A variable part of a path. */
export interface Placeholder {
  /** Unique in the path; URL-safe. */
  readonly name: string;
  /** As the page writes it, e.g. `id | userPrincipalName`. */
  readonly documentedName: string;
  /** Argument of a function (`period` in `getX(period='{period}')`), where it is one. */
  readonly argument?: string;
  /** Whether the value stands in quotes. */
  readonly isQuoted: boolean;
  /** A literal that stands in the place of the placeholder: `image(width=640)`, `/ships/0b1f...`. */
  readonly literal?: string;
}

/**
 * Reads the path of a request line. Host and version prefix go, a missing leading slash is added, `set('{id}')` becomes
 * `set/{set-id}`, `{id | name}` is one placeholder, and what can only be a slip (a missing brace, the id of one object beside
 * placeholders) is repaired. An address by path behind a key gets the colon that may close it, `closeAddress`.
 *
 * Undefined if nothing of a path is left, or if it has more placeholders than any path has.
 */
export function readPathTemplate(raw: string): PathTemplate | undefined {
  const repaired = repairPath(stripHost(raw.trim()));
  const repairs = [...repaired.repairs];
  const segments = splitSegments(repaired.path);
  const builder = new TemplateBuilder();
  const isTemplate = repaired.path.includes("{");
  for (const segment of segments) {
    if (isTemplate && isObjectId(segment)) {
      repairs.push({ expected: `\`${builder.addKey(segment)}\``, found: `the id of one object, \`${segment}\`` });
    } else builder.add(segment);
  }
  if (segments.length > 0 && builder.segments.length === 0) return undefined;
  if (builder.placeholders.length > mostPlaceholders) return undefined;
  const path = `/${closeAddress(builder.segments).join("/")}`;
  return { path, key: path.replace(/\{[^}]*\}/g, "{}").toLowerCase(), placeholders: builder.placeholders, repairs };
}

/** Whether a path begins with some segments, in any letter case. */
export function startsWithSegments(path: string, prefix: string): boolean {
  return `${path}/`.toLowerCase().startsWith(`${prefix}/`.toLowerCase());
}

/** The template without the segments that it begins with, which hold no placeholder; the same if it does not. */
export function withoutSegments(template: PathTemplate, prefix: string): PathTemplate {
  if (!startsWithSegments(template.path, prefix)) return template;
  const { path, key } = template;
  return { ...template, path: path.slice(prefix.length) || "/", key: key.slice(prefix.length) || "/" };
}

/**
 * `/sites/{site-id}:/{item-path}` -> `/sites/{site-id}:/{item-path}:`. A colon may close an address by path, as it does where more
 * follows (`/sites/{site-id}:/{item-path}:/drive`). Without it, OpenAPI cannot tell the address from `/sites/{site-id}/drive`: a value
 * of `{site-id}` may end in a colon. Behind a literal (`root:`) nothing is ambiguous.
 *
 * @see OpenAPI 3.1, Paths Object, "Path Templating Matching"
 */
function closeAddress(segments: readonly string[]): readonly string[] {
  const isOpen = segments.at(-2)?.endsWith("}:") === true && /^\{[^{}]*\}$/.test(segments.at(-1) ?? "");
  return isOpen ? [...segments.slice(0, -1), `${segments.at(-1)}:`] : segments;
}

/** More is an attack on those who match paths. */
const mostPlaceholders = 50;

/** `https://graph.microsoft.com/v1.0/me` -> `/me`; `beta/teams` -> `/teams`; `{ver}/me` -> `/me`. */
function stripHost(raw: string): string {
  const path = raw.replace(/^https?:\/\/[^/\s]*/i, "").replace(/^~?\/*/, "/");
  return path.replace(/^\/(?:v\d+(?:\.\d+)?|beta|\{(?:ver|version)\})(?=\/|$)/i, "") || "/";
}

/** Splits at slashes outside of braces, parentheses and quotes. */
function splitSegments(path: string): string[] {
  const segments: string[] = [];
  let current = "";
  let depth = 0;
  for (const character of path) {
    if (character === "{" || character === "(") depth++;
    if ((character === "}" || character === ")") && depth > 0) depth--;
    if (character === "/" && depth === 0) {
      segments.push(current);
      current = "";
    } else {
      current += character;
    }
  }
  segments.push(current);
  return segments.map((segment) => segment.trim()).filter((segment) => segment !== "");
}
