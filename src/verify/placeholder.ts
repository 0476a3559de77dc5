import type { JsonObject } from "../openapi/document.ts";
import { sampleOfFormat, sampleOfType } from "../openapi/placeholder.ts";

/** A value of the type that a placeholder in a URL or header stands for; if any text will do, the placeholder itself. */
export function fillPlaceholder(placeholder: string, { type, format, enum: values }: JsonObject): string {
  if (Array.isArray(values) && values.length > 0) return String(values[0]);
  const sample = sampleOfType([type].flat().map(String));
  return sample === undefined ? (sampleOfFormat(String(format)) ?? placeholder) : String(sample);
}
