import { join } from "node:path";
import type { OpenApiDocument } from "../openapi/document.ts";
import { generateClient } from "./lazy-stages.ts";
import { writeFiles } from "./write-files.ts";

/**
 * Writes types and typed client of a document into a folder.
 *
 * @param folder absolute.
 * @returns the files that changed.
 */
export async function writeClient({ document }: OpenApiDocument, folder: string): Promise<readonly string[]> {
  const files = await generateClient(document);
  return writeFiles(new Map([...files].map(([name, text]) => [join(folder, name), text])));
}
