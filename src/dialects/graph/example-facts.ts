import type { HttpBody, HttpHeader } from "../../model/example.ts";
import type { CodeSample, HttpMethod } from "../../model/operation.ts";
import type { Text } from "../../model/text.ts";
import type { Located, SourceLocation } from "../../source/location.ts";

/** A request or a response in a code block. */
export type ExampleFacts = RequestExample | ResponseExample;

/** A request in a code block. */
export interface RequestExample extends Located {
  readonly kind: "request";
  readonly method: HttpMethod;
  /** As the page shows it. */
  readonly url: string;
  /** The URL's path without host and version; linking takes the base path of the service off, too. */
  readonly path: string;
  readonly headers: readonly HttpHeader[];
  readonly body?: HttpBody;
  readonly annotation: ExampleAnnotation;
  /** The same request in programming languages, in the tabs beside it. */
  readonly codeSamples: readonly CodeSample[];
  /** The actions that those programs call. */
  readonly calls: readonly SampleCall[];
  /** Heading of the example, where it has one of its own. */
  readonly title?: Text;
  /** Where its line is, if it stands below a heading such as `HTTP request`. */
  readonly announcedAt?: SourceLocation;
}

/** A response in a code block. */
export interface ResponseExample extends Located {
  readonly kind: "response";
  /** Left out where the block shows the body only. */
  readonly status?: number;
  readonly headers: readonly HttpHeader[];
  readonly body?: HttpBody;
  readonly annotation: ExampleAnnotation;
  readonly title?: Text;
}

/** An action as a program calls it, with the names of its parameters. */
export interface SampleCall {
  readonly action: string;
  /** What it is called on: the last step of the path. */
  readonly owner: string;
  readonly parameters: readonly (Located & { readonly name: string })[];
}

/** What the JSON comment before an example says. */
export interface ExampleAnnotation {
  readonly name?: string;
  readonly type?: string;
  readonly isCollection?: boolean;
  readonly isTruncated: boolean;
}
