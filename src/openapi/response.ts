import { STATUS_CODES } from "node:http";
import type { Content, Operation, OperationResponse, ResponseHeader } from "../model/operation.ts";
import { type BodyContext, emitContents, emitMediaTypes } from "./content.ts";
import { invalidParameterValue, undocumentedStatus } from "./diagnostics.ts";
import type { JsonObject } from "./document.ts";
import { type EmitContext, isOData } from "./emit-context.ts";
import { defaultMark } from "./emit-options.ts";
import { emitEnvelope } from "./envelope.ts";
import { errorContents, sharedError } from "./error-response.ts";
import { type ExampleBody, responseBodies } from "./example.ts";
import { toObject } from "./json-object.ts";
import { describeType, readLiteral } from "./literal.ts";
import { type Locate, within } from "./locations.ts";
import { isJsonMediaType } from "./media-type-name.ts";
import { emitSchema } from "./schema.ts";
import { emitTexts } from "./text.ts";

/**
 * The Responses Object of an operation: what its docs describe, errors that only an example shows, and the declared
 * defaults for what is left.
 *
 * @see https://spec.openapis.org/oas/v3.1.0#responses-object
 */
export function emitResponses(context: BodyContext, operation: Operation, locate: Locate): JsonObject {
  const documented = mergeResponses(operation.responses);
  const shown = assignExamples(context, operation, new Set(documented.map(({ status }) => status)));
  const responses = documented.map((response): [string, JsonObject] => {
    const { status } = response;
    return [status, emitResponse(context, response, shown.get(status) ?? [], within(locate, status))];
  });
  const errors = [...shown].filter(([status]) => !documented.some((response) => response.status === status));
  for (const [status, bodies] of errors) {
    const [first] = bodies;
    if (!first) continue;
    const response = { status, contents: [], headers: [], location: first.body.location };
    responses.push([status, emitResponse(context, response, bodies, within(locate, status))]);
  }
  return withDefaults(toObject(responses));
}

/**
 * What the docs leave open. Errors are described for the API as a whole; where the docs name no successful response, the
 * document says that there are further ones, not which.
 */
function withDefaults(responses: JsonObject): JsonObject {
  const statuses = Object.keys(responses);
  const other = responses["default"] ?? sharedError;
  const hasSuccess = statuses.some((status) => status.startsWith("2") || status === "default");
  const all = {
    "4XX": other,
    "5XX": other,
    ...(!hasSuccess && { default: { description: "A response that the docs do not describe.", ...defaultMark } }),
    ...responses,
  };
  return toObject(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function emitResponse(
  context: BodyContext,
  response: OperationResponse,
  bodies: readonly ExampleBody[],
  locate: Locate,
): JsonObject {
  locate([], response);
  const { status } = response;
  const headers = emitHeaders(context, response.headers, locate);
  const documented = emitContents(
    response.contents,
    (content, at) => emitBodySchema(context, content, status, at),
    locate,
  );
  // An error table says when an error occurs, not what it looks like: that is said once for the API.
  const isBareError = /^[45]/.test(status) && documented.length === 0;
  const contents = isBareError ? errorContents(context) : documented;
  const content = emitMediaTypes(context, contents, bodies, locate);
  return {
    description: reasonOf(status),
    ...emitTexts(context, response, { description: response.description }),
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(contents.length > 0 && { content }),
    ...(isBareError && contents.length > 0 && defaultMark),
  };
}

function emitBodySchema(context: EmitContext, content: Content, status: string, locate: Locate): JsonObject {
  const { type, mediaType } = content;
  const isSuccess = status.startsWith("2") && isJsonMediaType(mediaType);
  return isSuccess && isOData(context.options)
    ? emitEnvelope(context, type, locate)
    : emitSchema(context, type, locate);
}

function emitHeaders(context: BodyContext, headers: readonly ResponseHeader[], locate: Locate): JsonObject {
  const byName = new Map<string, ResponseHeader>();
  for (const header of headers) {
    const name = header.name.toLowerCase();
    // The media type says it already (OpenAPI 3.1, Response Object, headers).
    if (name !== "content-type" && !byName.has(name)) byName.set(name, header);
  }
  return toObject(
    [...byName.values()].map((header) => {
      const at = within(locate, "headers", header.name);
      at([], header);
      const schema = emitSchema(context, header.type, within(at, "schema"));
      const texts = emitTexts(context, header, { description: header.description });
      return [header.name, { ...texts, schema, ...emitHeaderExample(context, header, schema) }];
    }),
  );
}

function emitHeaderExample(context: BodyContext, header: ResponseHeader, schema: JsonObject): JsonObject {
  const { name, example, location } = header;
  if (example === undefined) return {};
  const value = readLiteral(schema, example);
  if (value !== undefined && context.checker.accepts(schema, value)) return { example: value };
  context.report(invalidParameterValue(location, name, describeType(schema), `\`${example}\``));
  return {};
}

/** Responses of one status, described twice, as one. */
function mergeResponses(responses: readonly OperationResponse[]): OperationResponse[] {
  const byStatus = new Map<string, OperationResponse>();
  for (const response of responses) {
    const first = byStatus.get(response.status);
    const contents = [...(first?.contents ?? []), ...response.contents];
    const headers = [...(first?.headers ?? []), ...response.headers];
    byStatus.set(response.status, { ...response, ...first, contents, headers });
  }
  return [...byStatus.values()];
}

/** The bodies of example responses by the response they belong to; a status that only an example shows is an error's. */
function assignExamples(
  context: EmitContext,
  operation: Operation,
  documented: ReadonlySet<string>,
): Map<string, ExampleBody[]> {
  const assigned = new Map<string, ExampleBody[]>();
  const statuses = operation.examples.flatMap(({ response }) => (response ? [response.status] : []));
  for (const status of new Set(statuses)) {
    const candidates = [String(status), `${Math.trunc(status / 100)}XX`, "default"];
    const found = candidates.find((candidate) => documented.has(candidate));
    const key = found ?? (status >= 400 ? String(status) : undefined);
    if (key === undefined) reportStatus(context, operation, status);
    else assigned.set(key, [...(assigned.get(key) ?? []), ...responseBodies(operation, status)]);
  }
  return assigned;
}

function reportStatus(context: EmitContext, { responses, examples }: Operation, status: number): void {
  const example = examples.find(({ response }) => response?.status === status);
  const documented = responses.map((response) => response.status).join(" or ") || "a documented status";
  if (example?.response) context.report(undocumentedStatus(example.response.location, documented, String(status)));
}

function reasonOf(status: string): string {
  const classes = ["Informational", "Success", "Redirection", "Client error", "Server error"];
  return STATUS_CODES[status] ?? classes[Number(status[0]) - 1] ?? "Any other response";
}
