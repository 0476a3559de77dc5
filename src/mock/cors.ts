import type { MockRequest } from "./answer.ts";

/** Whether a browser asks if it may send a request (Fetch Standard, section 3.3.2). */
export function isPreflight({ method, headers }: MockRequest): boolean {
  return method === "OPTIONS" && headers.has("origin") && headers.has("access-control-request-method");
}

/** Headers that let every origin do everything, as Prism sends them. */
export function corsHeaders(request: MockRequest["headers"]): Map<string, string> {
  const headers = new Map([
    ["access-control-allow-origin", request.get("origin") ?? "*"],
    ["access-control-allow-headers", request.get("access-control-request-headers") ?? "*"],
    ["access-control-allow-credentials", "true"],
    ["access-control-expose-headers", request.get("access-control-expose-headers") ?? "*"],
  ]);
  const method = request.get("access-control-request-method");
  if (method !== undefined) headers.set("access-control-allow-methods", method);
  if (request.has("origin")) headers.set("vary", "origin");
  return headers;
}
