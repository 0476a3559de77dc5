import type { Example, HttpRequest } from "../model/example.ts";
import type { BodyValidator } from "../openapi/body-validator.ts";
import type { Json } from "../openapi/document.ts";
import { isPlaceholder } from "../openapi/placeholder.ts";
import type { Report } from "../source/diagnostic.ts";
import { type DescribedOperation, type DescribedParameter, listNames } from "./described-operation.ts";
import { requestParameter } from "./diagnostics.ts";
import type { RequestMatch } from "./match-request.ts";
import { fillPlaceholder } from "./placeholder.ts";
import { mediaTypeOf, readBody } from "./read-body.ts";

/** What a method of the client takes. */
export interface ClientRequest {
  readonly params: {
    readonly path: Readonly<Record<string, string>>;
    readonly query: Readonly<Record<string, string | readonly string[]>>;
    readonly header: Readonly<Record<string, string>>;
  };
  readonly body?: Json;
}

/** Headers of HTTP itself, and those that OpenAPI says elsewhere (Parameter Object, `name`). */
const transport = new Set(
  "accept accept-charset accept-encoding authorization cache-control connection content-encoding content-length content-type cookie date expect host keep-alive origin pragma proxy-authorization referer te trailer transfer-encoding upgrade user-agent".split(
    " ",
  ),
);

/**
 * An example request in the terms of the client. What the client's types do not allow is reported; then, or if the body
 * contradicts its schema, there is nothing to send.
 */
export function readRequest(
  { request }: Example,
  { match, described, validator }: RequestContext,
  report: Report,
): ClientRequest | undefined {
  let isComplete = true;
  const fail: Report = (diagnostic) => {
    if (diagnostic.severity === "error") isComplete = false;
    report(diagnostic);
  };
  const { parameters } = described;
  const params = {
    path: readPath(match, parameters),
    query: readQuery(request, { match, parameters }, fail),
    header: { ...readHeaders(request, parameters, fail), ...contentTypeOf(request, described) },
  };
  const body = readBody(request, { described, validator }, fail);
  return isComplete ? { params, ...(body !== undefined && { body }) } : undefined;
}

/** What an example request is read by. */
export interface RequestContext {
  readonly match: RequestMatch;
  readonly described: DescribedOperation;
  readonly validator: BodyValidator;
}

function readPath({ path }: RequestMatch, parameters: readonly DescribedParameter[]): Record<string, string> {
  const values = [...path].map(([name, value]) => {
    const parameter = parameters.find((candidate) => candidate.in === "path" && candidate.name === name);
    return [name, isPlaceholder(value) && parameter ? fillPlaceholder(value, parameter.schema) : value] as const;
  });
  return Object.fromEntries(values);
}

function readQuery(
  request: HttpRequest,
  { match, parameters }: Pick<RequestContext, "match"> & Pick<DescribedOperation, "parameters">,
  report: Report,
): Record<string, string | string[]> {
  const known = new Map(parameters.filter((parameter) => parameter.in === "query").map((each) => [each.name, each]));
  const optionOf = new Map([...known.keys()].map((name) => [name.replace(/^\$/, "").toLowerCase(), name]));
  const values = new Map<string, string | string[]>();
  for (const [documentedName, value] of match.query) {
    // OData services take its query options in any case, also without `$` (OData URL conventions 4.01, section 5).
    const option = optionOf.get(documentedName.replace(/^\$/, "").toLowerCase());
    const name = option?.startsWith("$") && !known.has(documentedName) ? option : documentedName;
    const parameter = known.get(name);
    if (!parameter) report(requestParameter(request.location, listNames(known.keys(), "query option"), `\`${name}\``));
    const isList = parameter?.schema["type"] === "array";
    const text = parameter && isPlaceholder(value) ? fillPlaceholder(value, parameter.schema) : value;
    const before = values.get(name);
    values.set(name, isList ? [...(before ?? []), ...text.split(",").map((item) => item.trim())] : text);
  }
  reportMissing(request, { kind: "query option", known, given: new Set(values.keys()) }, report);
  return Object.fromEntries(values);
}

function readHeaders(
  request: HttpRequest,
  parameters: readonly DescribedParameter[],
  report: Report,
): Record<string, string> {
  const headers = parameters.filter((parameter) => parameter.in === "header");
  const known = new Map(headers.map((parameter) => [parameter.name.toLowerCase(), parameter]));
  const values = new Map<string, string>();
  for (const { name, value, location } of request.headers) {
    const parameter = known.get(name.toLowerCase());
    if (!parameter && !transport.has(name.toLowerCase())) {
      report(requestParameter(location, listNames(known.keys(), "header"), `\`${name}\``));
    }
    const text = parameter && isPlaceholder(value) ? fillPlaceholder(value, parameter.schema) : value;
    const isAccept = name.toLowerCase() === "accept" && !isPlaceholder(value);
    if (parameter || isAccept) values.set(name.toLowerCase(), text);
  }
  reportMissing(request, { kind: "header", known, given: new Set(values.keys()) }, report);
  return Object.fromEntries(values);
}

/** The `Content-Type` that a caller has to name, since the document leaves the client a choice. */
function contentTypeOf(request: HttpRequest, { requestBody: documented }: DescribedOperation): Record<string, string> {
  const mediaType = mediaTypeOf(request);
  const [only, ...others] = documented?.contents.keys() ?? [];
  const isChosen = mediaType !== undefined && (others.length > 0 || only !== mediaType) && !isPlaceholder(mediaType);
  return isChosen && request.body ? { "content-type": mediaType } : {};
}

function reportMissing(
  { location }: HttpRequest,
  { kind, known, given }: { kind: string; known: ReadonlyMap<string, DescribedParameter>; given: ReadonlySet<string> },
  report: Report,
): void {
  for (const [key, { name, required }] of known) {
    if (required && !given.has(key)) report(requestParameter(location, `the required ${kind} \`${name}\``, "none"));
  }
}
