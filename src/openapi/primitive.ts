import type { PrimitiveName } from "../model/type-ref.ts";
import type { JsonObject } from "./document.ts";

/** With fractions of a second, a sign, or both: `PT0.043S`, `-PT17S`. */
const exactDuration = "^-?P(?!$)(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?$";

/**
 * JSON Schema for each primitive type, with formats from the OpenAPI Format Registry.
 *
 * `timeOfDay` is `time-local`: OData's TimeOfDay has no offset, which `time` (RFC 3339) requires. A `duration` of RFC 3339 has
 * neither sign nor fractions, one of OData may have both (OData ABNF, `durationValue`): either will do.
 *
 * @see https://spec.openapis.org/registry/format/
 */
export const primitiveSchemas: Readonly<Record<PrimitiveName, JsonObject>> = {
  string: { type: "string" },
  boolean: { type: "boolean" },
  byte: { type: "integer", format: "uint8", minimum: 0, maximum: 255 },
  sbyte: { type: "integer", format: "int8", minimum: -128, maximum: 127 },
  int16: { type: "integer", format: "int16", minimum: -32768, maximum: 32767 },
  int32: { type: "integer", format: "int32" },
  int64: { type: "integer", format: "int64" },
  integer: { type: "integer" },
  single: { type: "number", format: "float" },
  double: { type: "number", format: "double" },
  decimal: { type: "number", format: "decimal" },
  number: { type: "number" },
  date: { type: "string", format: "date" },
  dateTimeOffset: { type: "string", format: "date-time" },
  timeOfDay: { type: "string", format: "time-local" },
  duration: {
    anyOf: [
      { type: "string", format: "duration" },
      { type: "string", pattern: exactDuration },
    ],
  },
  guid: { type: "string", format: "uuid" },
  binary: { type: "string", contentEncoding: "base64" },
  stream: { type: "string", format: "binary" },
  uri: { type: "string", format: "uri" },
  // Without the keyword, type generators take an object without properties for one that may not have any.
  object: { type: "object", additionalProperties: true },
};
