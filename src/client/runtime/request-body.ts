import { kindOf } from "./media-type.ts";

/** A body as `fetch` takes it, and its `Content-Type`; null where `fetch` sets that, with the boundary of the parts. */
export interface RequestBody {
  readonly body: NonNullable<RequestInit["body"]>;
  readonly contentType: string | null;
}

/**
 * Writes a body in the media type the caller chose, else in the documented one that suits the value: files and streams
 * as they are, objects as JSON or as a form.
 */
export function formatBody(value: unknown, documented: readonly string[], chosen?: string): RequestBody {
  if (value instanceof FormData) return { body: value, contentType: null };
  const contentType = chosen ?? chooseMediaType(value, documented);
  if (isBytes(value)) return { body: value, contentType };
  const kind = kindOf(contentType);
  if (kind === "form" && isRecord(value)) return formatForm(value, contentType);
  if (kind !== "json" && typeof value === "string") return { body: value, contentType };
  return { body: JSON.stringify(value), contentType };
}

function chooseMediaType(value: unknown, documented: readonly string[]): string {
  const suitable = documented.find((type) => {
    const kind = kindOf(type);
    if (isBytes(value)) return kind === "binary" || kind === "text";
    return typeof value === "string" || kind === "json" || (kind === "form" && isRecord(value));
  });
  const concrete = suitable === undefined || suitable.includes("*") ? undefined : suitable;
  if (concrete === undefined && value instanceof Blob && value.type !== "") return value.type;
  return concrete ?? (isBytes(value) ? "application/octet-stream" : "application/json");
}

function formatForm(fields: Readonly<Record<string, unknown>>, contentType: string): RequestBody {
  const entries = Object.entries(fields)
    .flatMap(([name, value]) =>
      Array.isArray(value) ? value.map((item) => [name, item] as const) : [[name, value] as const],
    )
    .filter(([, value]) => value !== undefined && value !== null);
  if (!contentType.startsWith("multipart/")) {
    return { body: new URLSearchParams(entries.map(([name, value]) => [name, formatField(value)])), contentType };
  }
  const form = new FormData();
  for (const [name, value] of entries) {
    if (value instanceof Blob) form.append(name, value);
    else form.append(name, formatField(value));
  }
  return { body: form, contentType: null };
}

function formatField(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function isBytes(value: unknown): value is Blob | ArrayBuffer | ArrayBufferView<ArrayBuffer> | ReadableStream {
  return (
    value instanceof Blob ||
    value instanceof ArrayBuffer ||
    ArrayBuffer.isView(value) ||
    value instanceof ReadableStream
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isBytes(value);
}
