import type { FetchOptions, MaybeOptionalInit } from "openapi-fetch";

/** Calls one operation; gives the body of its successful response, or throws an `ApiError`. */
export type OperationMethod<Operation> =
  undefined extends MaybeOptionalInit<{ operation: Operation }, "operation">
    ? (options?: FetchOptions<Operation>) => Promise<SuccessOf<Operation>>
    : (options: FetchOptions<Operation>) => Promise<SuccessOf<Operation>>;

/** What an operation gives: the bodies of its 2xx responses, and `Redirect` if a 3xx is documented. */
export type SuccessOf<Operation> = Operation extends { responses: infer Responses }
  ?
      | BodyOf<Responses[keyof Responses & SuccessStatus]>
      | (keyof Responses & RedirectStatus extends never ? never : Redirect)
  : never;

/** The bodies of an operation's documented error responses. */
export type ErrorOf<Operation> = Operation extends { responses: infer Responses }
  ? BodyOf<Responses[Exclude<keyof Responses, SuccessStatus | RedirectStatus>]>
  : never;

/** A redirect that the docs describe as a result, e.g. to a download that needs no token. Browsers hide its location. */
export interface Redirect {
  readonly status: number;
  readonly location: string;
}

type SuccessStatus = 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | "2XX";
type RedirectStatus = 301 | 302 | 303 | 307 | 308 | "3XX";
type BodyOf<Response> = Response extends { content: infer Content } ? Content[keyof Content] : undefined;
