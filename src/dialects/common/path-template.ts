import pluralize from "pluralize";
import { isObjectId } from "./object-id.ts";
import { type PathRepair, repairPath } from "./repair-path.ts";

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

class TemplateBuilder {
  readonly segments: string[] = [];
  readonly placeholders: Placeholder[] = [];
  /** How often each name was asked for. */
  readonly #counts = new Map<string, number>();
  readonly #names = new Set<string>();
  #owner = "";

  add(segment: string): void {
    const call = /^([\w.$:-]+)\((.*)\)(:?)$/s.exec(segment);
    if (call) this.#addCall(call[1] ?? "", call[2] ?? "", call[3] ?? "");
    else this.#addPlain(segment);
  }

  /** A literal key, as a placeholder with that value. */
  addKey(value: string): string {
    const placeholder = this.#placeholder("id", { isQuoted: false, literal: value });
    this.segments.push(placeholder);
    return placeholder;
  }

  /** `stop()`, `reviews('{id}')` (a key), `range(address='{address}')` (a function). */
  #addCall(name: string, args: string, colon: string): void {
    if (!/^\s*@?[\w.]+\s*=/.test(args)) {
      this.#addPlain(args.trim() === "" ? name + colon : name);
      if (args.trim() === "") return;
      const keys = args.split(",").map((key) => key.trim().replace(/^['"{]+|['"}]+$/g, ""));
      this.segments.push(keys.map((key) => this.#placeholder(key, { isQuoted: false })).join(",") + colon);
      return;
    }
    const written = splitArguments(args).map((argument) => this.#argument(argument));
    this.segments.push(`${name}(${written.join(",")})${colon}`);
    this.#owner = name.split(".").at(-1) ?? name;
  }

  /** `period='{period}'`, `above={height}`, or an enumeration's value, which begins with its type: `kind=orchard.kind'{kind}'`. */
  #argument(argument: string): string {
    const equals = argument.indexOf("=");
    const name = argument.slice(0, equals).trim();
    const [, type = "", value = ""] = /^([A-Za-z_][\w.]*(?='))?(.*)$/s.exec(argument.slice(equals + 1).trim()) ?? [];
    const isQuoted = /^['"]/.test(value);
    const inner = value.replace(/^['"]|['"]$/g, "").trim();
    const documented = /^@?\{([^{}]*)\}$/.exec(inner)?.[1];
    const placeholder = this.#placeholder(documented ?? name, {
      isQuoted,
      argument: name,
      ...(documented === undefined && { literal: inner }),
    });
    return isQuoted ? `${name}=${type}'${placeholder}'` : `${name}=${placeholder}`;
  }

  #addPlain(segment: string): void {
    if (!/[{}]/.test(segment)) {
      this.segments.push(segment);
      // A cast (`microsoft.graph.user`) says what the owner is, not what its members are called.
      if (!/^\$/.test(segment) && !/^[a-z][\w]*(?:\.\w+)+$/i.test(segment)) this.#owner = segment.replace(/:$/, "");
      return;
    }
    const written = segment
      .replace(/^(['"])(\{[^{}]*\})\1$/, "$2")
      .replace(/\{([^{}]*)\}/g, (_, name: string) => this.#placeholder(name, { isQuoted: false }));
    this.segments.push(written);
  }

  #placeholder(documented: string, form: Pick<Placeholder, "isQuoted" | "argument" | "literal">): string {
    const base = form.argument ?? this.#keyName(documented);
    const name = this.#unique(base);
    this.placeholders.push({ name, documentedName: documented.trim(), ...form });
    return `{${name}}`;
  }

  /** The key of `/users` is `user-id`; what follows `root:` is a path of items. */
  #keyName(documented: string): string {
    const previous = this.segments.at(-1) ?? "";
    if (previous.endsWith(":")) return "item-path";
    const isKey = this.#owner !== "" && !previous.includes("{");
    const owner = isKey
      ? pluralize
          .singular(this.#owner)
          .replace(/[^\w-]+/g, "-")
          .replace(/^-+|-+$/g, "")
      : "";
    return owner === "" ? safeName(documented) : `${owner}-id`;
  }

  #unique(base: string): string {
    let name = base;
    let count = this.#counts.get(base) ?? 0;
    while (this.#names.has(name)) name = `${base}${++count}`;
    this.#counts.set(base, count);
    this.#names.add(name);
    return name;
  }
}

/** `a='1,2',b=[3,4]` -> `a='1,2'` and `b=[3,4]`. */
function splitArguments(args: string): string[] {
  const parts: string[] = [];
  let current = "";
  let quote = "";
  let isList = false;
  for (const character of args) {
    if (quote === "" && /['"]/.test(character)) quote = character;
    else if (character === quote) quote = "";
    else if (quote === "" && /[[\]]/.test(character)) isList = character === "[";
    if (character === "," && quote === "" && !isList && current.includes("=")) {
      parts.push(current);
      current = "";
    } else {
      current += character;
    }
  }
  return [...parts, current].map((part) => part.trim()).filter((part) => part.includes("="));
}

/** `path and filename` -> `path-and-filename`. */
function safeName(documented: string): string {
  const first = documented.split("|")[0] ?? "";
  const name = first
    .trim()
    .replace(/[^\w-]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return name === "" ? "value" : name;
}
