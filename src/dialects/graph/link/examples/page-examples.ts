import { RequestIndex } from "../../../common/request-index.ts";
import type { RequestLine } from "../../../common/request-line.ts";
import type { ExampleFacts } from "../../example-facts.ts";
import { calledBy } from "./link-examples.ts";

/** The examples of a page that tell about one of its request lines. */
export interface RelevantExamples {
  readonly examples: readonly ExampleFacts[];
  /** Whether they show this operation or one that ends alike, or only what else the page is about. */
  readonly areAlike: boolean;
}

/** The examples of a page, by the request lines that they call. */
export class PageExamples {
  /** Whether all request lines end alike: the page is about one kind of operation. */
  readonly isFocused: boolean;
  readonly #others: readonly ExampleFacts[];
  readonly #ends: readonly string[];
  readonly #ofLine: ReadonlyMap<number, readonly Call[]>;
  readonly #ofEnd: ReadonlyMap<string, readonly Call[]>;
  /** The ends of the request lines that calls answered with a status code have. */
  readonly #endsOf: ReadonlyMap<number, ReadonlySet<string>>;

  constructor(examples: readonly ExampleFacts[], requests: readonly RequestLine[]) {
    this.#others = examples.slice(0, mostOthers);
    this.#ends = requests.map(endOf);
    this.isFocused = new Set(this.#ends).size <= 1;
    const calls = readCalls(examples, new RequestIndex(requests));
    this.#ofLine = groupByEach(calls, ({ lines }) => lines);
    this.#ofEnd = groupByEach(calls, ({ lines }) => lines.map((line) => this.#ends[line] ?? ""));
    const answered = groupByEach(calls, ({ examples: own }) =>
      own.flatMap((example) => (example.kind === "response" ? [example.status ?? 200] : [])),
    );
    this.#endsOf = new Map([...answered].map(([status, own]) => [status, this.#endsIn(own)]));
  }

  /** Whether examples show this status code for an operation that is not like the one of this index. */
  isShownElsewhere(status: number, index: number): boolean {
    const ends = this.#endsOf.get(status) ?? new Set();
    return ends.size > (ends.has(this.#ends[index] ?? "") ? 1 : 0);
  }

  /**
   * The examples that call the request line of this index, if they show a response; else those that call lines which end alike:
   * `/me/events/{id}/extensions` tells about `/users/{id}/events/{id}/extensions`. Else all.
   */
  of(index: number): RelevantExamples {
    const examples = this.#nearest(index, "response");
    return { examples: examples ?? this.#others, areAlike: examples !== undefined };
  }

  /** The examples whose requests tell most about a request line, chosen in the same way. */
  requestsOf(index: number): readonly ExampleFacts[] {
    return this.#nearest(index, "request") ?? this.#others;
  }

  #endsIn(calls: readonly Call[]): Set<string> {
    return new Set(calls.flatMap(({ lines }) => lines.map((line) => this.#ends[line] ?? "")));
  }

  #nearest(index: number, wanted: ExampleFacts["kind"]): ExampleFacts[] | undefined {
    const candidates = [this.#ofLine.get(index), this.#ofEnd.get(this.#ends[index] ?? "")?.slice(0, mostOthers)];
    return candidates
      .map((calls) => calls?.flatMap(({ examples }) => examples))
      .find((examples) => examples?.some(({ kind }) => kind === wanted));
  }
}

/** More examples of other operations tell nothing new; a page with thousands of both would take forever. */
const mostOthers = 25;

/** A request, its responses, and the request lines that it calls. */
interface Call {
  readonly lines: readonly number[];
  readonly examples: ExampleFacts[];
}

function readCalls(examples: readonly ExampleFacts[], index: RequestIndex): Call[] {
  const calls: Call[] = [];
  for (const example of examples) {
    if (example.kind === "response") calls.at(-1)?.examples.push(example);
    else calls.push({ lines: calledBy(example, index), examples: [example] });
  }
  return calls;
}

/** The calls of each key, in their order. */
function groupByEach<K>(calls: readonly Call[], keysOf: (call: Call) => readonly K[]): Map<K, Call[]> {
  const groups = new Map<K, Call[]>();
  for (const call of calls) {
    for (const key of new Set(keysOf(call))) {
      const group = groups.get(key);
      if (group) group.push(call);
      else groups.set(key, [call]);
    }
  }
  return groups;
}

/** The method and what the path ends with: a name, or the key of something with a name. */
function endOf({ method, path }: RequestLine): string {
  const segments = path.key.split("/");
  const isKey = segments.at(-1)?.startsWith("{") === true;
  return `${method} ${segments.slice(isKey ? -2 : -1).join("/")}`;
}
