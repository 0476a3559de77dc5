import type { Example, HttpRequest, HttpResponse } from "../../../model/example.ts";
import type { CodeSample } from "../../../model/operation.ts";
import type { Report } from "../../../source/diagnostic.ts";
import type { PathMatcher } from "../../common/match-path.ts";
import { exampleOrphan, exampleUnmatched } from "../diagnostics.ts";
import type { ExampleFacts, OperationFacts, RequestExample, ResponseExample } from "../facts.ts";

/** A request of a page with one of its responses, and the operation (by its index on the page) that it shows. */
export interface PlacedExample {
  readonly operation: number;
  readonly example: Example;
  /** Once for a request with several responses. */
  readonly codeSamples: readonly CodeSample[];
}

/** A request line's method and matcher, as the examples see it. */
export interface Target {
  readonly method: string;
  readonly matcher: PathMatcher;
}

/**
 * Pairs the requests and responses of a page, and places each pair at the operation whose path its URL fits. A request with
 * several responses gives several examples. What fits no operation is reported and placed at the page's first one, where
 * verification judges it.
 */
export function linkExamples(
  facts: Pick<OperationFacts, "examples">,
  targets: readonly Target[],
  success: number,
  report: Report,
): PlacedExample[] {
  const pairs = pair(facts.examples, report);
  const names = new Set<string>();
  return pairs.map(({ request, response }, index) => {
    const operation = findTarget(request, targets, report);
    const title = request.title ?? response?.title;
    return {
      operation,
      codeSamples: pairs[index - 1]?.request === request ? [] : request.codeSamples,
      example: {
        name: uniqueName(request, index, names),
        request: readRequest(request),
        location: request.location,
        ...(title && { title }),
        ...(response && { response: readResponse(response, success) }),
      },
    };
  });
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

function findTarget(request: RequestExample, targets: readonly Target[], report: Report): number {
  const found = targets.findIndex((target) => isCallOf(request, target));
  if (found >= 0) return found;
  report(exampleUnmatched(request.location, `${request.method.toUpperCase()} ${request.path.slice(0, 200)}`));
  return Math.max(
    0,
    targets.findIndex(({ method }) => method === request.method),
  );
}

/** Whether an example request calls the operation of a request line. */
export function isCallOf({ method, path }: RequestExample, target: Target): boolean {
  return target.method === method && matches(target.matcher, path);
}

/** `/me` is short for `/users/{id}`: pages document one and show the other. */
function matches({ match }: PathMatcher, path: string): boolean {
  if (match(path)) return true;
  if (/^\/me(?=\/|$)/.test(path)) return match(path.replace(/^\/me(?=\/|$)/, "/users/me")) !== undefined;
  return false;
}

/** By annotation where it names the example, else by number. */
function uniqueName({ annotation }: RequestExample, index: number, names: Set<string>): string {
  const base = annotation.name?.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^-+|-+$/g, "") || `example-${index + 1}`;
  let name = base;
  for (let count = 2; names.has(name); count++) name = `${base}-${count}`;
  names.add(name);
  return name;
}

function readRequest({ method, url, headers, body, location }: RequestExample): HttpRequest {
  return { method, url, headers, location, ...(body && { body }) };
}

function readResponse({ status, headers, body, annotation, location }: ResponseExample, success: number): HttpResponse {
  const common = { status: status ?? success, headers, location, isTruncated: annotation.isTruncated };
  return { ...common, ...(body && { body }) };
}
