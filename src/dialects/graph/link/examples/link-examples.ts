import type { Example, HttpRequest, HttpResponse } from "../../../../model/example.ts";
import type { CodeSample } from "../../../../model/operation.ts";
import type { Report } from "../../../../source/diagnostic.ts";
import { requestLiteralKey } from "../../../common/diagnostics.ts";
import { pathMatcher } from "../../../common/match-path.ts";
import { RequestIndex } from "../../../common/request-index.ts";
import type { RequestLine } from "../../../common/request-line.ts";
import { exampleOrphan, exampleUnmatched } from "../../diagnostics.ts";
import type { ExampleFacts, RequestExample, ResponseExample } from "../../example-facts.ts";
import type { OperationFacts } from "../../facts.ts";

/** A request of a page with one of its responses, and the operation (by its index on the page) that it shows. */
export interface PlacedExample {
  readonly operation: number;
  readonly example: Example;
  /** Once for a request with several responses. */
  readonly codeSamples: readonly CodeSample[];
}

/**
 * Pairs the requests and responses of a page, and places each pair at the operation whose path its URL fits. A request with
 * several responses gives several examples. What fits no operation is reported and placed at the page's first one, where
 * verification judges it.
 */
export function linkExamples(
  facts: Pick<OperationFacts, "examples">,
  requests: readonly RequestLine[],
  success: number,
  report: Report,
): PlacedExample[] {
  const pairs = pair(facts.examples, report);
  const index = new RequestIndex(requests);
  const names = new Names();
  for (const example of facts.examples)
    if (example.kind === "request") checkAnnounced(example, requests, index, report);
  return pairs.map(({ request, response }, number) => {
    const operation = calledBy(request, index)[0] ?? nearestTo(request, requests, report);
    const title = request.title ?? response?.title;
    return {
      operation,
      codeSamples: pairs[number - 1]?.request === request ? [] : request.codeSamples,
      example: {
        name: names.unique(nameOf(request, number)),
        request: readRequest(request),
        location: request.location,
        ...(title && { title }),
        ...(response && { response: readResponse(response, success) }),
      },
    };
  });
}

/** An example below a heading for request lines reads like one: what it names in place of a placeholder is reported. */
function checkAnnounced(
  example: RequestExample,
  requests: readonly RequestLine[],
  index: RequestIndex,
  report: Report,
): void {
  const line = example.announcedAt && requests[calledBy(example, index)[0] ?? -1];
  const values = line ? (pathMatcher(line.path).match(example.path) ?? []) : [];
  const value = values.find((written) => !/[{<]/.test(written));
  if (example.announcedAt && value !== undefined) report(requestLiteralKey(example.announcedAt, value));
}

interface Pair {
  readonly request: RequestExample;
  readonly response?: ResponseExample;
}

/** A response belongs to the nearest request before it. */
function pair(examples: readonly ExampleFacts[], report: Report): Pair[] {
  const pairs: Pair[] = [];
  let request: RequestExample | undefined;
  for (const example of examples) {
    if (example.kind === "request") {
      request = example;
      pairs.push({ request });
    } else if (!request) {
      report(exampleOrphan(example.location));
    } else if (pairs.at(-1)?.response === undefined) {
      pairs[pairs.length - 1] = { request, response: example };
    } else {
      pairs.push({ request, response: example });
    }
  }
  return pairs;
}

/** What fits no request line is placed at the first with its method, else at the first of all. */
function nearestTo(request: RequestExample, requests: readonly RequestLine[], report: Report): number {
  report(exampleUnmatched(request.location, `${request.method.toUpperCase()} ${request.path.slice(0, 200)}`));
  return Math.max(
    0,
    requests.findIndex(({ method }) => method === request.method),
  );
}

/**
 * The request lines that an example calls, by their index. `/me` is short for `/users/{id}`: pages document one and show the
 * other.
 */
export function calledBy({ method, path }: RequestExample, index: RequestIndex): number[] {
  const user = path.replace(/^\/me(?=\/|$)/, "/users/me");
  const found = [...index.find(method, path), ...(user === path ? [] : index.find(method, user))];
  return [...new Set(found)].sort((a, b) => a - b);
}

/** By annotation where it names the example, else by number. */
function nameOf({ annotation }: RequestExample, index: number): string {
  return annotation.name?.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^-+|-+$/g, "") || `example-${index + 1}`;
}

/** Gives the second `a` the name `a-2`. */
class Names {
  readonly #taken = new Map<string, number>();

  unique(base: string): string {
    let name = base;
    let count = this.#taken.get(base) ?? 1;
    while (this.#taken.has(name)) name = `${base}-${++count}`;
    this.#taken.set(base, count);
    this.#taken.set(name, this.#taken.get(name) ?? 1);
    return name;
  }
}

function readRequest({ method, url, headers, body, location }: RequestExample): HttpRequest {
  return { method, url, headers, location, ...(body && { body }) };
}

function readResponse({ status, headers, body, annotation, location }: ResponseExample, success: number): HttpResponse {
  const common = { status: status ?? success, headers, location, isTruncated: annotation.isTruncated };
  return { ...common, ...(body && { body }) };
}
