import { readMessageBody } from "./message-body.ts";
import type { RoutedRequest } from "./operation-answerer.ts";
import { readQuery } from "./read-request.ts";
import type { RequestParts } from "./validator.ts";

/**
 * Reads a request as far as it is validated.
 *
 * @throws UnreadableBodyError
 */
export async function readRequestParts({ request, target, values }: RoutedRequest): Promise<RequestParts> {
  const contentType = request.headers.get("content-type");
  return {
    path: new Map([...values].map(([name, value]) => [name.toLowerCase(), [value]])),
    query: readQuery(target.query),
    headers: new Map([...request.headers].map(([name, value]) => [name, [value]])),
    ...(contentType !== undefined && { contentType }),
    ...(request.body.length > 0 && { body: await readMessageBody(request.body, contentType) }),
  };
}
