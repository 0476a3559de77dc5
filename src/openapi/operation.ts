import type { Operation } from "../model/operation.ts";
import type { BodyContext } from "./content.ts";
import type { JsonObject } from "./document.ts";
import { emitHttpExamples } from "./http-example.ts";
import { type Locate, within } from "./locations.ts";
import { emitParameters } from "./parameter.ts";
import { emitRequestBody } from "./request-body.ts";
import { emitResponses } from "./response.ts";
import { emitPermissionsByResource, emitSecurity } from "./security.ts";
import { emitTexts, joinTexts } from "./text.ts";

/**
 * The Operation Object of an operation.
 *
 * @see https://spec.openapis.org/oas/v3.1.0#operation-object
 */
export function emitOperation(context: BodyContext, operation: Operation, locate: Locate): JsonObject {
  locate([], operation);
  const { id, method, path, tags, deprecated, codeSamples } = operation;
  const note = typeof deprecated === "object" ? deprecated : undefined;
  const { summary, description } = operation;
  const parameters = emitParameters(context, operation, within(locate, "parameters"));
  const requestBody = emitRequestBody(context, operation, within(locate, "requestBody"));
  const responses = emitResponses(context, operation, within(locate, "responses"));
  const security = emitSecurity(context, operation, within(locate, "security"));
  return {
    operationId: id,
    summary: `${method.toUpperCase()} ${path}`,
    ...emitTexts(context, operation, { summary, description: joinTexts([description, note]) }),
    ...(tags.length > 0 && { tags: [...new Set(tags)] }),
    ...(deprecated && { deprecated: true }),
    ...(parameters.length > 0 && { parameters }),
    ...(requestBody && { requestBody }),
    responses,
    ...(security && { security }),
    ...emitPermissionsByResource(operation),
    ...emitHttpExamples(context, operation, locate),
    ...(codeSamples.length > 0 && {
      "x-codeSamples": codeSamples.map(({ language, source }) => ({ lang: language, source })),
    }),
  };
}
