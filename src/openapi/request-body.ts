import type { Content, Operation } from "../model/operation.ts";
import { type BodyContext, emitContents, emitMediaTypes } from "./content.ts";
import { undocumentedBody } from "./diagnostics.ts";
import type { JsonObject } from "./document.ts";
import { requestBodies } from "./example.ts";
import { type Locate, within } from "./locations.ts";
import { emitExtended, emitSchema } from "./schema.ts";
import { emitTexts } from "./text.ts";

/**
 * The Request Body Object of an operation, if it takes a body.
 *
 * @see https://spec.openapis.org/oas/v3.1.0#request-body-object
 */
export function emitRequestBody(context: BodyContext, operation: Operation, locate: Locate): JsonObject | undefined {
  const { requestBody } = operation;
  const bodies = requestBodies(operation);
  if (!requestBody) {
    for (const { body, mediaType } of bodies) {
      if (body.text.trim() !== "") context.report(undocumentedBody(body.location, "no body", mediaType ?? "a body"));
    }
    return undefined;
  }
  locate([], requestBody);
  const contents = emitContents(requestBody.contents, (content, at) => emitBody(context, content, at), locate);
  return {
    ...emitTexts(context, requestBody, { description: requestBody.description }),
    content: emitMediaTypes(context, contents, bodies, locate),
    ...(requestBody.required && { required: true }),
  };
}

/** What a body demands or takes beyond what its type says stands on the body, not on the type. */
function emitBody(context: BodyContext, { type, required = [], extra = [] }: Content, locate: Locate): JsonObject {
  if (required.length === 0 && extra.length === 0) return emitSchema(context, type, locate);
  const schema = emitSchema(context, type, within(locate, "allOf", 0));
  return {
    ...(extra.length === 0 ? { allOf: [schema] } : emitExtended(context, schema, extra, locate)),
    ...(required.length > 0 && { required: [...required] }),
  };
}
