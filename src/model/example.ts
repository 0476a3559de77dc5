import type { Located } from "../source/location.ts";
import type { HttpMethod } from "./operation.ts";
import type { Text } from "./text.ts";

/** A request shown in the docs, and the responses shown for it. */
export interface Example extends Located {
  /** Unique within its operation and URL-safe, e.g. `example-1`. */
  readonly name: string;
  readonly title?: Text;
  readonly request: HttpRequest;
  readonly response?: HttpResponse;
}

/** A request as it stands in a code block. */
export interface HttpRequest extends Located {
  readonly method: HttpMethod;
  /** As documented: absolute or relative, with query string. */
  readonly url: string;
  /** Names as documented. */
  readonly headers: readonly HttpHeader[];
  readonly body?: HttpBody;
}

/** A response as it stands in a code block. */
export interface HttpResponse extends Located {
  readonly status: number;
  readonly headers: readonly HttpHeader[];
  readonly body?: HttpBody;
  /** Whether the docs leave properties out of the body. */
  readonly isTruncated: boolean;
}

/** One header line. */
export interface HttpHeader extends Located {
  readonly name: string;
  readonly value: string;
}

/** A body as it stands in a code block; `location` covers it from its first character. */
export interface HttpBody extends Located {
  readonly text: string;
  /** Columns by which the lines of the block are indented; line n of `text` is at `location.line + n`, from this column. */
  readonly indent: number;
}
