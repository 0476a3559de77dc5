import type { Example, HttpHeader } from "../model/example.ts";
import type { Operation } from "../model/operation.ts";
import type { JsonObject } from "./document.ts";
import type { EmitContext } from "./emit-context.ts";
import { toObject } from "./json-object.ts";
import type { Locate } from "./locations.ts";
import { formatText } from "./text.ts";

/**
 * The documented exchanges that no Example Object can hold, since neither side has a body: as HTTP messages, by name, in
 * `x-http-examples`.
 */
export function emitBodylessExamples(context: EmitContext, operation: Operation, locate: Locate): JsonObject {
  const bodyless = operation.examples.filter(({ request, response }) => !request.body && !response?.body);
  if (bodyless.length === 0) return {};
  const emitted = bodyless.map((example): [string, JsonObject] => {
    locate(["x-http-examples", example.name], example);
    return [example.name, emitExchange(context, operation, example)];
  });
  return { "x-http-examples": toObject(emitted) };
}

function emitExchange(context: EmitContext, operation: Operation, { title, request, response }: Example): JsonObject {
  const { method, url } = request;
  return {
    ...(title && { summary: formatText(context, operation, title) }),
    request: [`${method.toUpperCase()} ${url}`, ...request.headers.map(formatHeader)].join("\n"),
    ...(response && { response: [`HTTP/1.1 ${response.status}`, ...response.headers.map(formatHeader)].join("\n") }),
  };
}

function formatHeader({ name, value }: HttpHeader): string {
  return `${name}: ${value}`;
}
