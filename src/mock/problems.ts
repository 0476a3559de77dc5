import type { Json, JsonObject } from "../openapi/document.ts";
import type { Locations } from "../openapi/locations.ts";
import type { UpstreamError } from "./forward.ts";
import { isObject } from "./json-pointer.ts";
import { type DocumentedOperation, nameOf } from "./operations.ts";
import type { PreparedOperation } from "./prepared-operation.ts";
import type { Negotiated, PrismOperation } from "./prism.ts";
import type { Problem } from "./problem.ts";
import type { BrokenSchemaError } from "./schema-validators.ts";
import type { MissingScopes } from "./scopes.ts";
import { describeSecurity } from "./security-text.ts";
import { formatViolations, type Violation } from "./violation.ts";

/** Says what was expected of a request, and where the docs say so. */
export class Problems {
  readonly #locations: Locations | undefined;

  constructor(locations: Locations | undefined) {
    this.#locations = locations;
  }

  badTarget(target: string): Problem {
    const detail = `Expected a path that begins with /, found ${target.slice(0, 100)}`;
    return { status: 400, type: "BAD_REQUEST_TARGET", title: "Malformed request target", detail };
  }

  noPath(method: string, path: string, nearest: readonly DocumentedOperation[]): Problem {
    const detail = `Expected a documented path, found ${method} ${path.slice(0, 200)}${nearestText(nearest)}`;
    const more = { nearest: nearest.map((operation) => this.#describe(operation)) };
    return { status: 404, type: "NO_PATH_MATCHED_ERROR", title: "Route not resolved, no path matched", detail, more };
  }

  noMethod(method: string, path: string, allow: string, operations: readonly DocumentedOperation[]): Problem {
    const detail = `Expected ${allow} for ${path.slice(0, 200)}, found ${method}`;
    const more = { allowed: operations.map((operation) => this.#describe(operation)) };
    const title = "Route resolved, but no method matched";
    return { status: 405, type: "NO_METHOD_MATCHED_ERROR", title, detail, more, headers: { allow } };
  }

  unreadableBody(operation: DocumentedOperation, reason: string): Problem {
    return {
      status: 400,
      type: "INVALID_BODY",
      title: "Unreadable body",
      detail: reason,
      more: this.#docs(operation.pointer),
    };
  }

  badPreference(operation: DocumentedOperation, reason: string): Problem {
    return {
      status: 422,
      type: "UNPROCESSABLE_ENTITY",
      title: "Invalid request",
      detail: reason,
      more: this.#docs(operation.pointer),
    };
  }

  unauthorized(operation: DocumentedOperation, negotiated: Negotiated, { security }: PrismOperation): Problem {
    const wanted = describeSecurity(security ?? []);
    const detail = `${nameOf(operation)} needs credentials: expected ${wanted.map(({ text }) => text).join(", or ")}`;
    const challenges = [...new Set(wanted.map(({ challenge }) => challenge))].filter((challenge) => challenge !== "");
    return {
      status: 401,
      type: "UNAUTHORIZED",
      title: "Invalid security scheme used",
      detail,
      more: { ...documentedError(negotiated, detail, "UNAUTHORIZED"), ...this.#docs(`${operation.pointer}/security`) },
      headers: challenges.length > 0 ? { "www-authenticate": challenges.join(", ") } : {},
    };
  }

  missingScopes(operation: DocumentedOperation, { verdict, detail, alternatives }: MissingScopes): Problem {
    const scope = (alternatives[0] ?? []).join(" ").replace(/[^\x21\x23-\x5b\x5d-\x7e ]/g, "");
    const isForbidden = verdict === "forbidden";
    const error = isForbidden ? "insufficient_scope" : "invalid_token";
    return {
      status: isForbidden ? 403 : 401,
      type: isForbidden ? "FORBIDDEN" : "UNAUTHORIZED",
      title: isForbidden ? "Insufficient scope" : "Unreadable token",
      detail,
      more: { scopes: alternatives, ...this.#docs(`${operation.pointer}/security`) },
      // RFC 6750, section 3.1.
      headers: { "www-authenticate": `Bearer error="${error}", scope="${scope}"` },
    };
  }

  /** The documented error body, if there is one, keeps its members; the members of the problem come on top of them. */
  invalidRequest(operation: DocumentedOperation, negotiated: Negotiated, violations: readonly Violation[]): Problem {
    const isMediaType = violations.some(({ code }) => code === 415);
    const type = isMediaType ? "INVALID_CONTENT_TYPE" : "UNPROCESSABLE_ENTITY";
    const detail = violations.slice(0, 3).map(sentenceOf).join("; ");
    const validation = violations.slice(0, 100).map((violation) => this.#validation(violation));
    return {
      status: negotiated.status,
      type,
      title: isMediaType ? "Invalid content type" : "Invalid request",
      detail,
      more: { ...documentedError(negotiated, detail, type), validation, ...this.#docs(operation.pointer) },
      headers: { "sl-violations": formatViolations("request", violations) },
    };
  }

  /** Prism found no response to give: nothing acceptable, or not the one that `Prefer` asks for. */
  noResponse({ operation, responses }: PreparedOperation, { status, problem }: Negotiated): Problem {
    const documented = responses.map(({ status: code, contents }) => ({
      status: code,
      mediaTypes: contents.map(({ mediaType }) => mediaType),
    }));
    const names = responses.flatMap((response) =>
      response.contents.flatMap((content) => content.examples.map(({ name }) => name)),
    );
    const { type = "INTERNAL", title = "No response", detail = "" } = problem ?? {};
    const expected =
      status === 406
        ? [...new Set(documented.flatMap(({ mediaTypes }) => mediaTypes))]
        : documented.map((response) => response.status);
    return {
      status,
      type: type.replace(/^.*#/, ""),
      title,
      detail: `${detail.replace(/\.$/, "")}. Expected one of ${expected.join(", ") || "no documented response"}`,
      more: { documented, examples: [...new Set(names)], ...this.#docs(`${operation.pointer}/responses`) },
    };
  }

  noFinalResponse({ operation }: PreparedOperation, status: number): Problem {
    const detail = `${nameOf(operation)} documents ${status}, which is no final response, and nothing else`;
    const more = this.#docs(`${operation.pointer}/responses`);
    return {
      status: 500,
      type: "NO_RESPONSE_DEFINED",
      title: "No response defined for the selected operation",
      detail,
      more,
    };
  }

  /** A schema that cannot be used would make validation pass everything, so that it is an error. */
  brokenSchema(operation: DocumentedOperation, error: BrokenSchemaError): Problem {
    const more = { pointer: error.pointer, ...this.#docs(error.pointer), operation: this.#describe(operation) };
    return {
      status: 500,
      type: "BROKEN_SCHEMA",
      title: "Unusable schema in the document",
      detail: error.message,
      more,
    };
  }

  noUpstream({ status, message }: UpstreamError): Problem {
    return { status, type: "UPSTREAM_UNAVAILABLE", title: "No answer from upstream", detail: message };
  }

  invalidResponse(operation: DocumentedOperation, violations: readonly Violation[]): Problem {
    const validation = violations.slice(0, 100).map((violation) => this.#validation(violation));
    return {
      status: 500,
      type: "VIOLATIONS",
      title: "Request/Response not valid",
      detail: violations.slice(0, 3).map(sentenceOf).join("; "),
      more: { validation, ...this.#docs(`${operation.pointer}/responses`) },
      headers: { "sl-violations": formatViolations("response", violations) },
    };
  }

  #validation({ in: place, path, code, message, expected, found, pointer }: Violation): JsonObject {
    return {
      location: [place, ...path],
      severity: "Error",
      code,
      message,
      expected,
      found,
      ...(pointer !== undefined && this.#docs(pointer)),
    };
  }

  #describe(operation: DocumentedOperation): JsonObject {
    const { method, path, operationId } = operation;
    return {
      method: method.toUpperCase(),
      path,
      ...(operationId !== undefined && { operationId }),
      ...this.#docs(operation.pointer),
    };
  }

  #docs(pointer: string): JsonObject {
    const place = this.#locations?.find(pointer);
    return place ? { docs: `${place.file}:${place.line}` } : {};
  }
}

function sentenceOf({ message, expected, found }: Violation): string {
  return `${message}: expected ${expected}, found ${found}`;
}

function nearestText(nearest: readonly DocumentedOperation[]): string {
  if (nearest.length === 0) return "";
  return `; nearest: ${nearest.map(({ method, path }) => `${method.toUpperCase()} ${path}`).join(", ")}`;
}

/**
 * The documented error body, with the reason where it has room for one: `message` and `code` at the top or under `error`,
 * as OData (JSON Format 4.01, section 21.1) and most APIs have them. So a client finds the members that it reads.
 */
function documentedError({ body }: Negotiated, message: string, code: string): JsonObject {
  if (!isObject(body)) return {};
  const { error } = body;
  const explained = isObject(error) ? { ...body, error: explain(error, message, code) } : body;
  const kept = withoutFiller(explain(explained, message, code));
  return isObject(kept) ? kept : {};
}

/** Without what stands for any text in generated data: in a message to people it only puzzles them. */
function withoutFiller(value: Json): Json | undefined {
  if (value === FILLER) return undefined;
  if (Array.isArray(value)) {
    const items = value.map(withoutFiller).filter((item) => item !== undefined);
    return items.length > 0 || value.length === 0 ? items : undefined;
  }
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([name, member]) => [name, withoutFiller(member)] as const);
  const kept = members.filter((member): member is [string, Json] => member[1] !== undefined);
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

const FILLER = "string";

function explain(body: JsonObject, message: string, code: string): JsonObject {
  return {
    ...body,
    ...(typeof body["message"] === "string" && { message }),
    // Generated, not documented.
    ...(body["code"] === FILLER && { code }),
  };
}
