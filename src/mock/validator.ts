import type { JsonObject } from "../openapi/document.ts";
import type { Part } from "./json-pointer.ts";
import { coversMediaType, isForm, isJson } from "./media-type.ts";
import type { MessageBody } from "./message-body.ts";
import {
  type DocumentedContent,
  type DocumentedParameter,
  findResponse,
  type PreparedOperation,
} from "./prepared-operation.ts";
import { type RawValues, readParameterValue } from "./read-parameter.ts";
import type { SchemaProblem } from "./schema-problem.ts";
import { SchemaValidators } from "./schema-validators.ts";
import { missing, type Violation } from "./violation.ts";

/** The parts of a request that are validated. */
export interface RequestParts {
  readonly path: RawValues;
  readonly query: RawValues;
  readonly headers: RawValues;
  readonly contentType?: string;
  /** Left out: the request has no body. */
  readonly body?: MessageBody;
}

/** The parts of a response that are validated. */
export interface ResponseParts {
  readonly status: number;
  readonly headers: RawValues;
  readonly contentType?: string;
  /** As parsed; left out: the response has no body. */
  readonly body?: unknown;
}

/** Larger bodies are validated up to their first problem. */
const MAX_LENGTH_FOR_ALL_PROBLEMS = 256 * 1024;

/** Tells where requests and responses differ from what a document says. */
export class Validator {
  readonly #document: JsonObject;
  /** Values of parameters and form fields are texts, read as what the schema asks for. */
  readonly #texts: SchemaValidators;
  readonly #bodies: SchemaValidators;
  readonly #largeBodies: SchemaValidators;

  constructor(document: JsonObject) {
    this.#document = document;
    this.#texts = new SchemaValidators(document, { coerce: true, allErrors: true });
    this.#bodies = new SchemaValidators(document, { coerce: false, allErrors: true });
    this.#largeBodies = new SchemaValidators(document, { coerce: false, allErrors: false });
  }

  /**
   * Compiles what requests to the operation need, so that a schema which cannot be used shows at once.
   *
   * @throws BrokenSchemaError
   */
  check({ parameters, requestBody, responses }: PreparedOperation): void {
    for (const { schema } of parameters) if (schema) this.#texts.check(schema.pointer);
    for (const { schema, mediaType } of [
      ...(requestBody?.contents ?? []),
      ...responses.flatMap(({ contents }) => contents),
    ]) {
      if (schema) (isForm(mediaType) ? this.#texts : this.#bodies).check(schema.pointer);
    }
  }

  /** What is wrong with a request. */
  validateRequest(operation: PreparedOperation, request: RequestParts): Violation[] {
    const places = { path: request.path, query: request.query, header: request.headers };
    const violations = operation.parameters.flatMap((parameter) =>
      parameter.in in places
        ? this.#validateParameter(
            parameter,
            parameter.in as keyof typeof places,
            places[parameter.in as keyof typeof places],
          )
        : [],
    );
    return [...this.#validateRequestBody(operation, request), ...violations];
  }

  /** What is wrong with a response. */
  validateResponse(operation: PreparedOperation, response: ResponseParts): Violation[] {
    const documented = findResponse(operation, response.status);
    if (!documented) return [undocumentedStatus(operation, response.status)];
    const headers = documented.headers.flatMap((header) => this.#validateParameter(header, "header", response.headers));
    const { contents } = documented;
    if (contents.length === 0) return headers;
    const content = contents.find(({ mediaType }) => coversMediaType(mediaType, response.contentType ?? ""));
    if (!content) return [wrongMediaType(contents, response.contentType), ...headers];
    const problems =
      content.schema && isJson(content.mediaType)
        ? this.#bodies.validate(content.schema.pointer, response.body, "response")
        : [];
    return [...problems.map((problem) => toViolation("Response", "body", problem)), ...headers];
  }

  /** Whether a body or header of a response may have a value. */
  accepts(schema: Part, value: unknown): boolean {
    return this.#bodies.validate(schema.pointer, value, "response").length === 0;
  }

  #validateParameter(parameter: DocumentedParameter, place: "path" | "query" | "header", raw: RawValues): Violation[] {
    const value = readParameterValue(this.#document, parameter, raw);
    if (value === undefined)
      return parameter.required ? [missing(place, parameter.name, parameter.schema?.pointer)] : [];
    if (!parameter.schema) return [];
    const problems = this.#texts.validate(parameter.schema.pointer, value, "request");
    return problems.map((problem) =>
      toViolation("Request", place, { ...problem, path: [parameter.name, ...problem.path] }),
    );
  }

  #validateRequestBody({ requestBody }: PreparedOperation, { body, contentType }: RequestParts): Violation[] {
    if (!body) return requestBody?.required ? [missing("body", "")] : [];
    const contents = requestBody?.contents ?? [];
    const content = contents.find(({ mediaType }) => coversMediaType(mediaType, contentType ?? mediaType));
    if (!content) return [unsupportedMediaType(contents, contentType)];
    if (!content.schema) return [];
    return this.#validateContent(content.schema, body, contentType ?? content.mediaType).map((problem) =>
      toViolation("Request", "body", problem),
    );
  }

  #validateContent(schema: Part, body: MessageBody, mediaType: string): SchemaProblem[] {
    if (isForm(mediaType)) return this.#texts.validate(schema.pointer, body.value, "request");
    const validators = body.length > MAX_LENGTH_FOR_ALL_PROBLEMS ? this.#largeBodies : this.#bodies;
    return validators.validate(schema.pointer, body.value, "request");
  }
}

function toViolation(message: "Request" | "Response", place: Violation["in"], problem: SchemaProblem): Violation {
  const what =
    problem.path.length === 0
      ? place
      : `${place} ${place === "body" ? "property" : "parameter"} ${problem.path.join(".")}`;
  return {
    in: place,
    path: problem.path,
    code: problem.keyword,
    message: `${message} ${what} ${problem.message}`,
    expected: problem.expected,
    found: problem.found,
    ...(problem.schemaPointer !== undefined && { pointer: problem.schemaPointer }),
  };
}

function unsupportedMediaType(contents: readonly DocumentedContent[], contentType: string | undefined): Violation {
  const supported = contents.map(({ mediaType }) => mediaType);
  return {
    in: "body",
    path: [],
    code: 415,
    message: supported.length > 0 ? `Supported content types: ${supported.join(", ")}` : "The operation takes no body",
    expected: supported.length > 0 ? supported.join(" or ") : "no body",
    found: contentType ?? "a body without Content-Type",
  };
}

function wrongMediaType(contents: readonly DocumentedContent[], contentType: string | undefined): Violation {
  const expected = contents.map(({ mediaType }) => mediaType).join(" or ");
  return {
    in: "header",
    path: ["content-type"],
    code: "content-type",
    message: `Response media type must be ${expected}`,
    expected,
    found: contentType ?? "no Content-Type",
  };
}

function undocumentedStatus({ responses, operation }: PreparedOperation, status: number): Violation {
  const expected = responses.map((response) => response.status).join(", ");
  return {
    in: "header",
    path: [],
    code: "status",
    message: `Response status ${status} is not documented`,
    expected: `one of ${expected}`,
    found: String(status),
    pointer: `${operation.pointer}/responses`,
  };
}
