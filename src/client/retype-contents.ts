import type { OpenAPI3 } from "openapi-typescript";
import { kindOf } from "./runtime/media-type.ts";

const httpMethods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/**
 * Gives the bodies that are not JSON the schema of what the client takes and gives: text is a string, anything else a
 * file. What the document says of them describes their bytes, or nothing. Changes `document`.
 */
export function retypeContents(document: OpenAPI3): void {
  const { requestBodies = {}, responses = {} } = document.components ?? {};
  const shared = [...Object.values(requestBodies), ...Object.values(responses)] as Body[];
  for (const body of [...shared, ...bodiesOf(document.paths)]) {
    for (const [mediaType, content] of Object.entries(body.content ?? {})) {
      const kind = kindOf(mediaType);
      if (kind === "text") content.schema = { type: "string" };
      if (kind === "binary") content.schema = { type: "string", format: "binary" };
    }
  }
}

/** A Request Body Object or a Response Object; references have no content of their own. */
interface Body {
  readonly content?: Record<string, { schema?: object }>;
}

interface Operation {
  readonly requestBody?: Body;
  readonly responses?: Record<string, Body>;
}

function bodiesOf(paths: OpenAPI3["paths"]): Body[] {
  const items = Object.values(paths ?? {}) as Partial<Record<(typeof httpMethods)[number], Operation>>[];
  const operations = items.flatMap((item) => httpMethods.flatMap((method) => item[method] ?? []));
  return operations.flatMap(({ requestBody, responses = {} }) => [requestBody ?? {}, ...Object.values(responses)]);
}
