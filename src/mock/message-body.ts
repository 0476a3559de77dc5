import { isForm, isJson } from "./media-type.ts";

/** A request body as it was read. */
export interface MessageBody {
  /** Size in bytes. */
  readonly length: number;
  /** JSON parsed, form fields by name, anything else as text. */
  readonly value: unknown;
}

/** A body that cannot be read at all. */
export class UnreadableBodyError extends Error {
  override readonly name = "UnreadableBodyError";
}

/** Deeper JSON is refused: what validates and compares it would run out of stack. */
const MAX_DEPTH = 400;

/**
 * Reads a body by its media type.
 *
 * @throws UnreadableBodyError for malformed or too deeply nested JSON, and malformed forms
 */
export async function readMessageBody(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string | undefined,
): Promise<MessageBody> {
  const { length } = bytes;
  if (contentType !== undefined && isForm(contentType)) return { length, value: await readForm(bytes, contentType) };
  const text = new TextDecoder().decode(bytes);
  if (contentType === undefined || !isJson(contentType)) return { length, value: text };
  if (depthOf(text) > MAX_DEPTH) throw new UnreadableBodyError(`JSON is nested more than ${MAX_DEPTH} levels deep`);
  try {
    return { length, value: JSON.parse(text) };
  } catch (error) {
    throw new UnreadableBodyError(`The body is not JSON: ${(error as SyntaxError).message}`);
  }
}

async function readForm(bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<unknown> {
  try {
    const form = await new Response(bytes, { headers: { "content-type": contentType } }).formData();
    const names = [...new Set(form.keys())];
    const values = await Promise.all(names.map((name) => Promise.all(form.getAll(name).map(readField))));
    return Object.fromEntries(
      names.map((name, index) => [name, values[index]?.length === 1 ? values[index][0] : values[index]]),
    );
  } catch (error) {
    throw new UnreadableBodyError(`The form cannot be read: ${(error as Error).message}`);
  }
}

function readField(field: string | File): string | Promise<string> {
  return typeof field === "string" ? field : field.text();
}

/** How deep the brackets of a JSON text nest, strings left out. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 0x22) at = endOfString(text, at);
    else if (char === 0x5b || char === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (char === 0x5d || char === 0x7d) depth--;
  }
  return deepest;
}

/** The place of the quote that ends the string which begins at `start`. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== 0x22) at += text.charCodeAt(at) === 0x5c ? 2 : 1;
  return at;
}
