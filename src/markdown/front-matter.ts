import { isMap, parseDocument } from "yaml";
import type { Report } from "../source/diagnostic.ts";
import type { SourceFile } from "../source/source-text.ts";
import { frontMatterInvalid, frontMatterUnclosed } from "./diagnostics.ts";
import { isNestedTooDeep } from "./nesting.ts";

/** Front matter, and the offset at which the Markdown starts. */
export interface FrontMatter {
  readonly data: Readonly<Record<string, unknown>>;
  readonly end: number;
}

const none: FrontMatter = { data: {}, end: 0 };

/**
 * Reads the YAML between `---` lines at the very start of a file. It is optional and never fatal: what cannot be read
 * as YAML is read key by key, and reported.
 */
export function readFrontMatter(file: SourceFile, report: Report): FrontMatter {
  const joined = /^\uFEFF?---(?=[\w.]+:)([^\r\n]*?)---(?=#)/.exec(file.text);
  if (joined) return readJoined(file, joined[0].length, joined[1] ?? "", report);
  const open = /^\uFEFF?[ \t]*---[ \t]*\r?\n/.exec(file.text);
  if (!open) return { data: {}, end: file.text.startsWith("\uFEFF") ? 1 : 0 };
  const start = open[0].length;
  const close = /^[ \t]*---[ \t]*(?:\r?\n|$)/m.exec(file.text.slice(start));
  if (!close) {
    report(frontMatterUnclosed(file.locate(0, start)));
    return { ...none, end: start };
  }
  const yaml = file.text.slice(start, start + close.index);
  return { data: readYaml(file, yaml, start, report), end: start + close.index + close[0].length };
}

/** `---title: "List ships"description: "Lists them."---# List ships`: its line ends are lost. */
function readJoined(file: SourceFile, end: number, text: string, report: Report): FrontMatter {
  report(frontMatterInvalid(file.locate(0, end), "all of it on one line"));
  return { data: readLines(text.slice(0, longest).replace(/(?<=["'])(?=[A-Za-z][\w.]*:)/g, "\n")), end };
}

function readYaml(file: SourceFile, yaml: string, start: number, report: Report): Readonly<Record<string, unknown>> {
  const excess = findExcess(yaml);
  if (excess !== undefined) {
    report(frontMatterInvalid(file.locate(start, start + yaml.length), excess));
    return readLines(yaml);
  }
  const document = parseDocument(yaml, {
    logLevel: "silent",
    prettyErrors: false,
    uniqueKeys: false,
    stringKeys: true,
  });
  const problem = document.errors[0];
  if (problem) {
    report(frontMatterInvalid(file.locate(start + problem.pos[0], start + problem.pos[1]), firstLine(problem.message)));
    return readLines(yaml);
  }
  if (document.contents === null) return {};
  if (!isMap(document.contents)) {
    report(frontMatterInvalid(file.locate(start, start + yaml.length), "no keys"));
    return readLines(yaml);
  }
  try {
    // Aliases are expanded here; more than a handful is an attack, not front matter.
    return document.toJS({ maxAliasCount: 10 }) as Readonly<Record<string, unknown>>;
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    report(frontMatterInvalid(file.locate(start, start + yaml.length), firstLine(error.message)));
    return readLines(yaml);
  }
}

/** What makes YAML an attack on its parser, whose time and stack grow faster than the text. */
function findExcess(yaml: string): string | undefined {
  if (yaml.length > longest) return `${Math.round(yaml.length / 1024)} kB`;
  const isDeep = isNestedTooDeep(yaml) || /^[ \t]*(?:[-?:][ \t]+){100}/m.test(yaml);
  return isDeep ? "brackets or lists nested too deep" : undefined;
}

/** Characters that front matter may have: a hundred times what occurs. */
const longest = 64 * 1024;

/** `title: driveItem: createUploadSession` is no YAML, but its meaning is plain. */
function readLines(yaml: string): Readonly<Record<string, unknown>> {
  const data = new Map<string, string>();
  for (const line of yaml.split(/\r?\n/)) {
    const colon = line.indexOf(":");
    const key = line.slice(0, Math.max(colon, 0)).trim();
    if (/^[\w.-]+$/.test(key)) data.set(key, unquote(line.slice(colon + 1).trim()));
  }
  return Object.fromEntries(data);
}

function unquote(value: string): string {
  const quote = value[0];
  return (quote === '"' || quote === "'") && value.endsWith(quote) && value.length > 1 ? value.slice(1, -1) : value;
}

function firstLine(message: string): string {
  return (message.split("\n")[0] ?? "").replace(/:$/, "").replace(/ at line \d+, column \d+$/, "");
}
