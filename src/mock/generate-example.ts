import { generateStatic } from "@stoplight/prism-http/dist/mocker/generator/JSONSchema.js";
import type { Json, JsonObject } from "../openapi/document.ts";
import type { Part } from "./json-pointer.ts";

export interface GenerateOptions {
  readonly seed: string | undefined;
  readonly dynamic: boolean;
}

export function generateExample(document: JsonObject, schema: Part, _options: GenerateOptions): Json | undefined {
  const operation = { ...document, method: "get", path: "/" };
  const result = generateStatic(operation as never, schema.value as never);
  return result._tag === "Right" ? (result.right as Json) : undefined;
}
