/** A response that the operation did not ask for: 4xx, 5xx, or a body that cannot be read. */
export class ApiError<Body = unknown> extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  /** The error body: parsed if it is JSON, else its text; undefined if there is none. */
  readonly body: Body | undefined;
  /** Name of the operation's method, if it was called by that. */
  readonly operation: string | undefined;
  /** What to quote to the service's support. */
  readonly requestId: string | undefined;
  /** Headers and final URL. Its body is read already. */
  readonly response: Response;

  constructor(response: Response, body: Body | undefined, operation?: string) {
    super(
      [`HTTP ${response.status} ${response.statusText}`.trim(), operation, summaryOf(body)].filter(Boolean).join(", "),
    );
    this.status = response.status;
    this.body = body;
    this.operation = operation;
    this.requestId = response.headers.get("request-id") ?? response.headers.get("x-request-id") ?? undefined;
    this.response = response;
  }
}

/** `{ error: { code, message } }` (OData) and `{ title, detail }` (RFC 9457) say in words what is wrong. */
function summaryOf(body: unknown): string {
  if (typeof body !== "object" || body === null) return typeof body === "string" ? body.slice(0, 200) : "";
  const { code, message, title, detail } = ("error" in body ? Object(body.error) : body) as Record<string, unknown>;
  return [code ?? title, message ?? detail].filter((part) => typeof part === "string").join(": ");
}
