import type { ApiModel } from "../model/api-model.ts";

/** Title and version of an API. */
export interface Head {
  readonly title: string;
  readonly version: string;
}

/**
 * What OpenAPI requires of a document's head and most docs do not state. Taken from the content of the docs, never from
 * folder names, so that the same docs give the same document wherever they lie.
 *
 * The title is the host of the example requests (`graph.microsoft.com API`), else `API`; the version is the version
 * segment of their URLs (`v1.0`, `beta`), else `0.0.0`.
 */
export function findDefaultHead({ servers }: Pick<ApiModel, "servers">): Head {
  const url = servers.map((server) => URL.parse(server)).find((server) => server !== null);
  const version = url?.pathname.split("/").find((segment) => /^(?:v\d[\w.-]*|beta|alpha|preview)$/i.test(segment));
  // `https://{host}/v1.0` names no host.
  const host = url?.host.includes("{") ? undefined : url?.host;
  return { title: host ? `${host} API` : "API", version: version ?? "0.0.0" };
}
