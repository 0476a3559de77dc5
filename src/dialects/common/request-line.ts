import type { CodeBlock } from "../../markdown/page.ts";
import type { HttpHeader } from "../../model/example.ts";
import type { HttpMethod } from "../../model/operation.ts";
import type { Report } from "../../source/diagnostic.ts";
import type { Located, SourceLocation } from "../../source/location.ts";
import {
  requestEllipsis,
  requestIgnored,
  requestLiteralKey,
  requestMalformed,
  requestOpenAddress,
  requestRepaired,
} from "./diagnostics.ts";
import { isObjectId } from "./object-id.ts";
import { overloadsOf } from "./overloads.ts";
import { type PathTemplate, readPathTemplate } from "./path-template.ts";
import { splitRequests } from "./split-requests.ts";

/** A line that says how to call an operation. */
export interface RequestLine extends Located {
  readonly method: HttpMethod;
  readonly path: PathTemplate;
  /** Query parameters in the line: `?startDateTime={start}`, `[?includeIDs=true]`. */
  readonly query: readonly QueryParameter[];
  /** Headers that stand below the line: `workbook-session-id: {session-id}`. */
  readonly headers?: readonly HttpHeader[];
}

/** A query parameter of a request line. */
export interface QueryParameter {
  readonly name: string;
  readonly value: string;
  readonly isOptional: boolean;
}

const linePattern = /^\s*(?:(?:[-*>]|\d+[.)])\s+)?`?(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)(?:\s+|(?=\/))(\S.*)$/i;

/** Whether a line starts with an HTTP method and something that can be a URL. */
export function isRequestLine(line: string): boolean {
  const [, verb = "", target = ""] = linePattern.exec(line.trim()) ?? [];
  // `Delete it` is English.
  if (verb !== verb.toUpperCase()) return /^(?:https?:\/\/|\/)/.test(target);
  // What OData has at its root is a path without a slash, too; `GET $item` is a program.
  if (/^\$(?:batch|entity|metadata)(?![\w.])/.test(target)) return true;
  return /^(?:https?:\/\/|[/~{<*(]|[A-Za-z][\w.-]*(?:\/|\(|\s*$|\?))/.test(target);
}

/** The request lines of a code block; lines that are none, but look like one, are reported. */
export function readRequestLines(code: CodeBlock, report: Report): RequestLine[] {
  if (isProgram(code)) return [];
  const found: RequestLine[] = [];
  const headers: HttpHeader[] = [];
  for (const { text, location } of logicalLines(code).flatMap((line) => requestsOf(line, report))) {
    const header = found.length > 0 ? readHeaderLine(text) : undefined;
    if (isRequestLine(text)) {
      found.push(...readRequestLine(text, location, report));
    } else if (header) headers.push({ ...header, location });
    else if (isMeantAsRequest(code, text)) report(requestIgnored(location, text.trim().slice(0, 120)));
  }
  return headers.length === 0 ? found : found.map((request) => ({ ...request, headers }));
}

interface Line extends Located {
  readonly text: string;
}

/** The requests of a line: nearly always one. */
function requestsOf({ text, location }: Line, report: Report): Line[] {
  const parts = splitRequests(text);
  if (parts.length > 1)
    report(requestRepaired(location, "a line for each request", `\`${text.trim().slice(0, 120)}\``));
  return parts.map((part) => ({ text: part, location }));
}

/** The lines of a block, with those that continue a URL joined to it. */
function logicalLines(code: CodeBlock): Line[] {
  // ```http GET /education/schools: the line slipped into the info string.
  const info = code.info.replace(/^\S+\s*/, "");
  const texts = code.text.split("\n");
  const found: Line[] = isRequestLine(info) ? [{ text: info, location: lineLocation(code, -1, info) }] : [];
  let isOpen = found.length > 0;
  texts.forEach((text, index) => {
    const previous = found.at(-1);
    if (isOpen && previous && /^\s*[?&]/.test(text)) {
      found[found.length - 1] = { ...previous, text: previous.text + text.trim() };
    } else {
      found.push({ text, location: lineLocation(code, index, text) });
      isOpen = isRequestLine(text);
    }
  });
  return found;
}

/** `Name: value`. */
export function readHeaderLine(line: string): { name: string; value: string } | undefined {
  const [, name, value = ""] = /^([A-Za-z][\w-]*)\s*:(?!\/\/)\s*(.*)$/.exec(line.trim()) ?? [];
  return name === undefined || isMethod(name) ? undefined : { name, value };
}

/** `GET: /ships` is no header. */
function isMethod(name: string): boolean {
  return /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/.test(name);
}

/** Blocks of C# stand among request lines, too; what looks like a request in them is part of the program. */
function isProgram({ language }: CodeBlock): boolean {
  return /^(?:csharp|c#|javascript|js|typescript|ts|java|objc|objective-c|go|php|python|powershell|json|xml)$/.test(
    language,
  );
}

/** Only what is marked as HTTP, or not at all, is meant as nothing but requests. */
function isMeantAsRequest({ language }: CodeBlock, line: string): boolean {
  return (language === "http" || language === "") && line.trim() !== "";
}

/**
 * Reads one line that `isRequestLine`: a request for each overload that its optional arguments make. None, and reported, if it names
 * no path.
 */
export function readRequestLine(line: string, location: SourceLocation, report: Report): RequestLine[] {
  const [, verb = "", target = ""] = linePattern.exec(line.trim()) ?? [];
  if (line.length > longestLine) {
    report(requestMalformed(location, `${line.trim().slice(0, 120)}...`));
    return [];
  }
  const url = target
    .replace(/\s+/g, " ")
    .replace(/ HTTP\/\d(?:\.\d)?$/i, "")
    .replace(/`/g, "")
    .replace(/[‘’]/g, "'");
  const method = verb.toLowerCase() as HttpMethod;
  const { path, query } = splitUrl(url);
  if (/^\*|^$/.test(path) || /\bnot found\b/.test(path) || !/^\/$|[\p{L}\p{N}{<]/u.test(path)) {
    report(requestMalformed(location, line.trim().slice(0, 120)));
    return [];
  }
  if (/(?:^|\/)(?:\.{2,}|…)(?:\/|$)/.test(path)) {
    report(requestEllipsis(location, path));
    return [];
  }
  const templates = overloadsOf(path).map(readPathTemplate);
  const last = templates.at(-1);
  if (!last) {
    report(requestMalformed(location, line.trim().slice(0, 120)));
    return [];
  }
  if (query.length > 0 && !url.includes("?")) report(requestRepaired(location, "`?` before the query", `\`${url}\``));
  for (const repair of last.repairs) report(requestRepaired(location, repair.expected, repair.found));
  if (last.path.endsWith(":") && !path.endsWith(":")) report(requestOpenAddress(location, path));
  const id = last.path.split("/").find(isObjectId);
  if (id !== undefined) report(requestLiteralKey(location, id));
  return templates.flatMap((template) => (template ? { method, path: template, query, location } : []));
}

/** Characters that servers need to support in a request line (RFC 9112, section 3). */
const longestLine = 8000;

/** `/me/events?$filter={property} eq 'x'` -> path and query; the first `?` outside braces separates them. */
export function splitUrl(url: string): { path: string; query: QueryParameter[] } {
  const optional = [...url.matchAll(optionalQuery)].flatMap(([, inner = ""]) => readQuery(inner, true));
  const left = optional.length > 0 ? url.replace(optionalQuery, "") : url;
  const plain = findQuery(left) < 0 ? left.replace(gluedOption, "?$&") : left;
  const mark = findQuery(plain);
  const path = mark < 0 ? plain : plain.slice(0, mark);
  const query = mark < 0 ? [] : readQuery(plain.slice(mark + 1), false);
  return { path: path.trim(), query: [...query, ...optional] };
}

/** `/pages/{id}[?includeIDs=true]`, `?from={from}[&to={to}]`. */
const optionalQuery = /\[\s*[?&]([^[\]]*)\]/g;

/** `/ships$filter=name eq 'Ada'`, `/ships/{id}&$select=name`: the `?` is missing. */
const gluedOption = /(?<=[\w)}])(?:\$(?:filter|select|expand|orderby|top|skip|count|search|format)=|&\$?[A-Za-z]\w*=)/i;

function findQuery(url: string): number {
  let depth = 0;
  for (let at = 0; at < url.length; at++) {
    const character = url[at];
    if (character === "{" || character === "<") depth++;
    else if ((character === "}" || character === ">") && depth > 0) depth--;
    else if (character === "?" && (depth === 0 || /[$\w]+=/.test(url.slice(at + 1, at + 40)))) return at;
  }
  return -1;
}

function readQuery(text: string, isOptional: boolean): QueryParameter[] {
  return text
    .split("&")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => {
      const equals = part.indexOf("=");
      const name = (equals < 0 ? part : part.slice(0, equals)).trim();
      return { name: decodeText(name), value: equals < 0 ? "" : decodeText(part.slice(equals + 1)), isOptional };
    })
    .filter(({ name }) => /^[@$A-Za-z_][\w.$@-]*$/.test(name));
}

/** Percent-decoding that leaves broken sequences as they are. */
export function decodeText(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

/** Location of a line of a code block's text; -1 is the fence's own line. */
export function lineLocation(code: CodeBlock, index: number, text: string): SourceLocation {
  const line = code.textLocation.line + index;
  const lead = text.length - text.trimStart().length;
  const column = code.indent + lead + 1;
  return { file: code.location.file, line, column, endLine: line, endColumn: column + text.trim().length };
}
