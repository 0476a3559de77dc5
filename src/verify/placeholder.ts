import type { JsonObject } from "../openapi/document.ts";

/** `{id}`, `<id>`: the docs name a value instead of showing one. */
export function isPlaceholder(value: string): boolean {
  return /^["']?(\{[^{}]*\}|<[^<>]*>)["']?$/.test(value.trim());
}

const samples: ReadonlyMap<string, string> = new Map([
  ["date", "2000-01-01"],
  ["date-time", "2000-01-01T00:00:00Z"],
  ["duration", "PT1H"],
  ["time", "00:00:00Z"],
  ["uuid", "00000000-0000-0000-0000-000000000000"],
]);

/** A value of the type that a placeholder stands for; if any text will do, the placeholder itself. */
export function fillPlaceholder(placeholder: string, { type, format, enum: values }: JsonObject): string {
  const types = [type].flat();
  if (Array.isArray(values) && values.length > 0) return String(values[0]);
  if (types.includes("integer") || types.includes("number")) return "1";
  if (types.includes("boolean")) return "true";
  return samples.get(String(format)) ?? placeholder;
}
