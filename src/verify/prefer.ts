import type { Example } from "../model/example.ts";
import type { Operation } from "../model/operation.ts";

/**
 * What to ask of the mock so that it gives the response of this example (RFC 7240, `Prefer`): nothing, as long as the
 * request itself says it. An error is asked for by its status, for a valid request leads to success; and of several
 * examples with the same request each by its name.
 */
export function preferenceFor({ examples }: Operation, example: Example): string | undefined {
  const { request, response } = example;
  if (!response) return undefined;
  const twins = examples.filter((other) => other !== example && keyOf(other) === keyOf(example));
  const firstStatus = examples.find((other) => other.response && keyOf(other) === keyOf(example))?.response?.status;
  const parts = [
    ...request.headers.filter(({ name }) => name.toLowerCase() === "prefer").map(({ value }) => value),
    ...(response.status >= 300 || firstStatus !== response.status ? [`code=${response.status}`] : []),
    ...(twins.some((twin) => twin.response?.status === response.status) ? [`example=${example.name}`] : []),
  ];
  return parts.length > 0 ? parts.join(", ") : undefined;
}

function keyOf({ request: { url, body } }: Example): string {
  return `${url.trim()}\n${body?.text.trim() ?? ""}`;
}
