import { pathMatcher } from "../../common/match-path.ts";
import type { RequestLine } from "../../common/request-line.ts";
import type { ExampleFacts } from "../facts.ts";
import { isCallOf, type Target } from "./link-examples.ts";

/** The examples of a page that tell about one of its request lines. */
export interface RelevantExamples {
  readonly examples: readonly ExampleFacts[];
  /** Whether they show this operation or one that ends alike, or only what else the page is about. */
  readonly areAlike: boolean;
}

/** The examples of a page, by the request lines that they call. */
export class PageExamples {
  readonly #all: readonly ExampleFacts[];
  readonly #calls: readonly Call[];
  readonly #ends: readonly string[];

  constructor(examples: readonly ExampleFacts[], requests: readonly RequestLine[]) {
    this.#all = examples;
    this.#ends = requests.map(endOf);
    const targets = requests.map(({ method, path }): Target => ({ method, matcher: pathMatcher(path) }));
    this.#calls = readCalls(examples, targets);
  }

  /** Whether all request lines end alike: the page is about one kind of operation. */
  get isFocused(): boolean {
    return new Set(this.#ends).size <= 1;
  }

  /**
   * The examples that call the request line of this index, if they show a response; else those that call lines which end alike:
   * `/me/events/{id}/extensions` tells about `/users/{id}/events/{id}/extensions`. Else all.
   */
  of(index: number): RelevantExamples {
    const examples = this.#nearest(index, "response");
    return { examples: examples ?? this.#all, areAlike: examples !== undefined };
  }

  /** The examples whose requests tell most about a request line, chosen in the same way. */
  requestsOf(index: number): readonly ExampleFacts[] {
    return this.#nearest(index, "request") ?? this.#all;
  }

  #nearest(index: number, kind: ExampleFacts["kind"]): ExampleFacts[] | undefined {
    const end = this.#ends[index];
    const own = this.#ofLines((line) => line === index, kind);
    return own ?? this.#ofLines((line) => this.#ends[line] === end, kind);
  }

  #ofLines(isWanted: (line: number) => boolean, wanted: ExampleFacts["kind"]): ExampleFacts[] | undefined {
    const examples = this.#calls.filter(({ lines }) => lines.some(isWanted)).flatMap((call) => call.examples);
    return examples.some(({ kind }) => kind === wanted) ? examples : undefined;
  }
}

/** A request, its responses, and the request lines that it calls. */
interface Call {
  readonly lines: readonly number[];
  readonly examples: ExampleFacts[];
}

function readCalls(examples: readonly ExampleFacts[], targets: readonly Target[]): Call[] {
  const calls: Call[] = [];
  for (const example of examples) {
    if (example.kind === "response") calls.at(-1)?.examples.push(example);
    else {
      const lines = targets.flatMap((target, index) => (isCallOf(example, target) ? [index] : []));
      calls.push({ lines, examples: [example] });
    }
  }
  return calls;
}

/** The method and what the path ends with: a name, or the key of something with a name. */
function endOf({ method, path }: RequestLine): string {
  const segments = path.key.split("/");
  const isKey = segments.at(-1)?.startsWith("{") === true;
  return `${method} ${segments.slice(isKey ? -2 : -1).join("/")}`;
}
