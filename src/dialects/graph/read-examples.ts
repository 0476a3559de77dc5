import type { CodeBlock, Page, Section } from "../../markdown/page.ts";
import type { CodeSample, HttpMethod } from "../../model/operation.ts";
import type { Text } from "../../model/text.ts";
import { firstLine, readBody, readHeaderLines, readMessage, readStatusLine } from "../common/http-message.ts";
import { pathOfUrl } from "../common/match-path.ts";
import { openBlock } from "../common/outline.ts";
import { isRequestLine, lineLocation, type RequestLine } from "../common/request-line.ts";
import { textOf } from "../common/text.ts";
import { awaitsBody, isAnswerIn, isBody, isBodyOf, isIn, isProgram, showsJson } from "./body-blocks.ts";
import type { ExampleAnnotation, ExampleFacts, RequestExample, ResponseExample, SampleCall } from "./example-facts.ts";
import { roleOf } from "./profile.ts";
import { cleanTypeName } from "./read-json-form.ts";
import { isTrue } from "./read-resources.ts";
import { readSampleCalls } from "./read-sample-calls.ts";

/** What the code blocks of an API page show outside its request lines. */
export interface PageExamples {
  readonly examples: ExampleFacts[];
  /** Those before the first request. */
  readonly codeSamples: readonly CodeSample[];
}

/**
 * The requests and responses of a page in document order, told apart by what the blocks hold: half of them carry no
 * annotation. Blocks in the tabs of other languages are code samples of the request before them. Request lines are no examples,
 * unless an annotation says that they are.
 */
export function readExamples(page: Page, root: Section, requests: readonly RequestLine[]): PageExamples {
  const codeSamples: CodeSample[] = [];
  const requestLines = new Set(requests.map(({ location }) => location.line));
  const found: OpenExamples = { examples: [], codeSamples, latest: { codeSamples, calls: [] }, requestLines };
  visit(page, root, undefined, false, found);
  return { examples: found.examples, codeSamples };
}

/** Examples to which samples may still be added. */
interface OpenExamples extends PageExamples {
  /** The latest request, or what stands before the first. */
  latest: OpenSamples;
  /** JSON behind the latest request, which may be its body or what comes back. */
  loose?: CodeBlock;
  readonly requestLines: ReadonlySet<number>;
}

interface OpenSamples {
  readonly codeSamples: CodeSample[];
  readonly calls: SampleCall[];
}

type OpenRequest = RequestExample & OpenSamples;

function visit(page: Page, section: Section, title: Text | undefined, isExample: boolean, found: OpenExamples): void {
  const role = roleOf(section);
  const inside = isExample || role === "example";
  const own = inside ? (exampleTitle(page, section) ?? title) : undefined;
  const codes = section.blocks.flatMap(openBlock).filter((block) => block.kind === "code");
  const isListing = role === "request" && !isExample;
  for (const code of isListing ? codes.slice(firstExample(codes)) : codes) {
    const { line } = code.location;
    const isListed = found.requestLines.has(line) || found.requestLines.has(line + 1);
    const isAnnounced = role === "request" && isExample;
    if (!isListed || isAnnotatedRequest(code))
      readBlock(code, { section, title: own, isAnnounced, isExample: inside }, found);
  }
  for (const child of section.sections) visit(page, child, own, inside, found);
}

/** In a section of request lines: from the first that is an example on, with the code samples beside it. */
function firstExample(codes: readonly CodeBlock[]): number {
  const first = codes.findIndex(isAnnotatedRequest);
  return first < 0 ? codes.length : first;
}

function isAnnotatedRequest({ annotation }: CodeBlock): boolean {
  return annotation?.data["blockType"] === "request";
}

/** `Example 2: Get by name` titles an example; `Request`, `Response 1` and `Example` do not. */
function exampleTitle(page: Page, section: Section): Text | undefined {
  if (/^(?:examples?|requests?|responses?)(?:-?\d+)?$/.test(section.id) || section.level === 1) return undefined;
  return textOf(page, section.heading);
}

/** Where a code block stands. */
interface Surroundings {
  readonly section: Section;
  readonly title: Text | undefined;
  /** Whether it stands below an HTTP request heading. */
  readonly isAnnounced: boolean;
  /** Whether it stands below the heading of an example. */
  readonly isExample: boolean;
}

function readBlock(code: CodeBlock, surroundings: Surroundings, found: OpenExamples): void {
  const { section, title, isAnnounced } = surroundings;
  const tab = code.tab ?? (surroundings.isExample && isProgram(code) ? code.language : "http");
  if (tab !== "http") {
    found.latest.codeSamples.push(readSample(code, tab));
    found.latest.calls.push(...readSampleCalls(code, tab));
    return;
  }
  const requests = readRequests(code, title, isAnnounced);
  const previous = found.examples.at(-1);
  if (requests.length > 0) {
    found.latest = requests.at(-1) ?? found.latest;
    found.examples.push(...requests);
    delete found.loose;
  } else if (previous && isBodyOf(previous, code, surroundings)) {
    found.examples[found.examples.length - 1] = withBody(previous, code);
  } else {
    const response = readResponse(code, title, previous?.kind === "request" && isAnswerIn(section, previous));
    if (response) pushResponse(response, found);
    else if (previous?.kind === "request" && isIn(section, previous) && isBody(code)) found.loose ??= code;
  }
}

/** JSON between a request that says what it sends and its response is what it sends. */
function pushResponse(response: ResponseExample, { examples, loose }: OpenExamples): void {
  const previous = examples.at(-1);
  const isMissing = previous?.kind === "request" && awaitsBody(previous);
  if (loose && isMissing) examples[examples.length - 1] = withBody(previous, loose);
  examples.push(response);
}

function withBody<Example extends ExampleFacts>(example: Example, code: CodeBlock): Example {
  const body = readBody(code, code.text.split("\n"), 0);
  return { ...example, ...(body && { body }) };
}

/** Snippet files begin and end with empty lines. */
function readSample({ language, text, location }: CodeBlock, tab: string): CodeSample {
  const source = text.replace(/^(?:[^\S\n]*\n)+/, "").trimEnd();
  return { language: language === "" ? tab : language, source, location };
}

/** The requests of a block: mostly one. Where another one follows it, the response after the block belongs to the last. */
function readRequests(code: CodeBlock, title: Text | undefined, isAnnounced: boolean): OpenRequest[] {
  const lines = code.text.split("\n");
  const requests: OpenRequest[] = [];
  let start = isProgram(code) ? -1 : firstLine(lines);
  while (isRequestLine(lines[start] ?? "")) {
    const { call, next } = readCall(lines, start);
    const { headers, next: bodyStart } = readHeaderLines(code, lines, next);
    const isFollowed = isRequestLine(lines[bodyStart] ?? "");
    const body = isFollowed ? undefined : readBody(code, lines, bodyStart);
    const isAlone = requests.length === 0 && !isFollowed;
    const line = lineLocation(code, start, lines[start] ?? "");
    requests.push({
      ...{ kind: "request", ...call, headers, ...(body && { body }) },
      annotation: readAnnotation(code),
      codeSamples: [],
      calls: [],
      location: isAlone ? code.location : line,
      ...(isAnnounced && { announcedAt: line }),
      ...(title && { title }),
    });
    start = isFollowed ? bodyStart : -1;
  }
  return requests;
}

/** Long URLs go on in the next line. */
const continuation = /^\s*[?&$][\w$=]/;

/** Method, URL and path of the request at a line, and the line after it. */
function readCall(
  lines: readonly string[],
  start: number,
): { call: Pick<RequestExample, "method" | "url" | "path">; next: number } {
  const [, verb = "", target = ""] = /^\s*`?([A-Za-z]+)\s*(.*)$/.exec(lines[start] ?? "") ?? [];
  let url = target.trim();
  let next = start + 1;
  while (continuation.test(lines[next] ?? "") || isOpen(url, lines[next])) url += (lines[next++] ?? "").trim();
  url = url.replace(/(?<=\S)\s+HTTP\/\d(?:\.\d)?$/i, "").replace(/`$/, "");
  return { call: { method: verb.toLowerCase() as HttpMethod, url, path: pathOfUrl(url) }, next };
}

/** The arguments of a function go on: `getTags(ids=[`, `"a"`, `])`. */
function isOpen(url: string, next: string | undefined): boolean {
  if (next === undefined || next.trim() === "" || url.length > longestUrl) return false;
  return url.lastIndexOf("(") > url.lastIndexOf(")") && /^\s*["'\])]/.test(next);
}

/** Characters after which a URL is none, whatever its parentheses. */
const longestUrl = 8000;

function readResponse(code: CodeBlock, title: Text | undefined, isAnswer: boolean): ResponseExample | undefined {
  const lines = code.text.split("\n");
  const first = firstLine(lines);
  const status = readStatusLine(lines[first] ?? "");
  const common = { annotation: readAnnotation(code), location: code.location, ...(title && { title }) };
  if (status !== undefined) return { kind: "response", status, ...readMessage(code, lines, first + 1), ...common };
  const isShown = code.annotation?.data["blockType"] === "response" || (isAnswer && showsJson(code.text));
  if (!isShown || first < 0) return undefined;
  const body = readBody(code, lines, first);
  return { kind: "response", headers: [], ...(body && { body }), ...common };
}

function readAnnotation({ annotation }: CodeBlock): ExampleAnnotation {
  const data = annotation?.data ?? {};
  const name = Array.isArray(data["name"]) ? data["name"][0] : data["name"];
  const stated = data["@odata.type"] ?? data["@type"];
  const collection = typeof stated === "string" ? /^collection\((.*)\)$/i.exec(stated.trim())?.[1] : undefined;
  return {
    isTruncated: isTrue(data["truncated"]),
    ...(typeof name === "string" && name !== "" && { name }),
    ...(typeof stated === "string" && stated.trim() !== "" && { type: cleanTypeName(collection ?? stated) }),
    ...(collection !== undefined
      ? { isCollection: true }
      : data["isCollection"] !== undefined && { isCollection: isTrue(data["isCollection"]) }),
  };
}
