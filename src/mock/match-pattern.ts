import { createRequire } from "node:module";

type Generator = typeof import("@stoplight/prism-http/dist/mocker/generator/JSONSchema.js");

const require = createRequire(import.meta.url);

/** A text that matches a regular expression, by the generator of Prism; undefined if it finds none. */
export function matchPattern(
  pattern: string,
  { minLength, maxLength }: { readonly minLength?: number; readonly maxLength?: number },
  seed: string,
): string | undefined {
  // Loaded here, since most documents never need it: it takes 70 MB.
  const { generate }: Generator = require("@stoplight/prism-http/dist/mocker/generator/JSONSchema.js");
  const bounds = { ...(minLength !== undefined && { minLength }), ...(maxLength !== undefined && { maxLength }) };
  const resource = { id: "", method: "get", path: "", responses: [] };
  const result = generate(resource, {}, { type: "string", pattern, ...bounds }, seed);
  return result._tag === "Right" && typeof result.right === "string" ? result.right : undefined;
}
