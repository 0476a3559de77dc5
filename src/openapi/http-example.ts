import type { Example, HttpBody, HttpHeader } from "../model/example.ts";
import type { Content, Operation } from "../model/operation.ts";
import { findContent } from "./content.ts";
import type { JsonObject } from "./document.ts";
import type { EmitContext } from "./emit-context.ts";
import { type ExampleBody, requestBodyOf, responseBodyOf } from "./example.ts";
import { toObject } from "./json-object.ts";
import type { Locate } from "./locations.ts";
import { isJsonMediaType, isTextMediaType } from "./media-type-name.ts";
import { formatText, plainText } from "./text.ts";

/**
 * The documented exchanges that Example Objects cannot hold, since neither side has a body, or one has a body that is no text: a
 * file, or several parts. As HTTP messages, by name, in `x-http-examples`.
 */
export function emitHttpExamples(context: EmitContext, operation: Operation, locate: Locate): JsonObject {
  const exchanges = operation.examples.filter((example) => !isHeld(operation, example));
  if (exchanges.length === 0) return {};
  const emitted = exchanges.map((example): [string, JsonObject] => {
    locate(["x-http-examples", example.name], example);
    return [example.name, emitExchange(context, operation, example)];
  });
  return { "x-http-examples": toObject(emitted) };
}

/** Whether Example Objects hold the bodies of an exchange, or could if these were right. */
function isHeld({ requestBody, responses }: Operation, example: Example): boolean {
  const sent = requestBodyOf(example);
  const received = responseBodyOf(example);
  const status = String(example.response?.status);
  const contents = responses.filter((response) => response.status === status).flatMap((response) => response.contents);
  if (!sent && !received) return false;
  return !isBinary(requestBody?.contents ?? [], sent) && !isBinary(contents, received);
}

function isBinary(contents: readonly Content[], body: ExampleBody | undefined): boolean {
  const mediaType = body && findContent(contents, body)?.mediaType;
  return mediaType !== undefined && !isJsonMediaType(mediaType) && !isTextMediaType(mediaType);
}

function emitExchange(context: EmitContext, operation: Operation, { title, request, response }: Example): JsonObject {
  const { method, url } = request;
  return {
    ...(title && { summary: plainText(formatText(context, operation, title)) }),
    request: formatMessage(`${method.toUpperCase()} ${url}`, request),
    ...(response && { response: formatMessage(`HTTP/1.1 ${response.status}`, response) }),
  };
}

interface Message {
  readonly headers: readonly HttpHeader[];
  readonly body?: HttpBody;
}

function formatMessage(start: string, { headers, body }: Message): string {
  const head = [start, ...headers.map(({ name, value }) => `${name}: ${value}`)];
  return [...head, ...(body ? ["", body.text] : [])].join("\n");
}
