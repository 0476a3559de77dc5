import type { EmittedContent } from "./content.ts";
import type { JsonObject } from "./document.ts";
import { type EmitContext, isOData } from "./emit-context.ts";
import { defaultMark } from "./emit-options.ts";
import { refTo } from "./schema-names.ts";

/** The `$ref` to the shared response for errors that an operation's own docs do not describe. */
export const sharedError = { $ref: "#/components/responses/error" } as const;

/** The shared Response Object for errors: a declared default. */
export function emitErrorResponse(context: EmitContext): JsonObject {
  const contents = errorContents(context).map(({ mediaType, schema }) => [mediaType, { schema }]);
  return {
    description: "An error, as the API reports all of them.",
    ...(contents.length > 0 && { content: Object.fromEntries(contents) }),
    ...defaultMark,
  };
}

/** The body of errors, where the docs do not describe one; nothing if neither they nor the conventions know it. */
export function errorContents(context: EmitContext): EmittedContent[] {
  if (!errorSchema(context)) return [];
  return [{ mediaType: "application/json", schema: refTo(context.errorName) }];
}

/** The schema of the body of errors: the configured one, else that of OData (OData JSON 4.01, section 21.1). */
export function errorSchema({ options }: EmitContext): JsonObject | undefined {
  const schema = options.errorSchema ?? (isOData(options) ? odataError : undefined);
  return schema && { ...schema, ...defaultMark };
}

const detail: JsonObject = {
  code: { type: "string" },
  message: { type: "string" },
  target: { type: ["string", "null"] },
};

const odataError: JsonObject = {
  description: "Body of an error.",
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["code", "message"],
      properties: {
        ...detail,
        details: {
          type: "array",
          items: { type: "object", required: ["code", "message"], properties: detail, unevaluatedProperties: true },
        },
        innererror: { type: "object", additionalProperties: true },
      },
      unevaluatedProperties: true,
    },
  },
  unevaluatedProperties: true,
};
