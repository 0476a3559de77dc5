import type { BodyKind } from "./media-type.ts";

/** What the document says about an operation that its types do not carry to run time. */
export interface OperationFacts {
  readonly method: "get" | "put" | "post" | "delete" | "patch" | "head" | "options" | "trace";
  readonly path: string;
  /** Media types of the request body. Left out: `application/json`. */
  readonly accepts?: readonly string[];
  /** Kind of the bodies of successful responses; `any` if they differ. Left out: `json`. */
  readonly gives?: BodyKind | "any";
  /** A redirect is a documented response, and so not followed. */
  readonly redirects?: true;
  /** Lists in the query that are written `id=1&id=2`. */
  readonly repeated?: readonly string[];
}
