import type { Locations } from "../openapi/locations.ts";
import type { MockAnswer, MockRequest } from "./answer.ts";
import { type DocumentedOperation, nameOf } from "./operations.ts";

/** The mock's own pages: `/__health`, and `/__docs` as HTML or JSON. Documented paths of that name come before them. */
export function answerService(
  { method, headers }: MockRequest,
  path: string,
  operations: readonly DocumentedOperation[],
  locations: Locations | undefined,
): MockAnswer | undefined {
  if (method !== "GET" && method !== "HEAD") return undefined;
  if (path === "/__health") return jsonAnswer({ status: "ok", operations: operations.length });
  if (path !== "/__docs") return undefined;
  const rows = operations.map((operation) => {
    const place = locations?.find(operation.pointer);
    return {
      method: operation.method.toUpperCase(),
      path: operation.path,
      operationId: nameOf(operation),
      ...(operation.summary !== undefined && { summary: operation.summary }),
      ...(place && { docs: `${place.file}:${place.line}` }),
    };
  });
  if (!headers.get("accept")?.includes("text/html")) return jsonAnswer({ operations: rows });
  const body = PAGE(
    rows.map((row) => `<tr>${COLUMNS.map((column) => `<td>${escapeHtml(row[column] ?? "")}</td>`).join("")}</tr>`),
  );
  return { status: 200, headers: new Map([["content-type", "text/html; charset=utf-8"]]), body, verdict: "service" };
}

const COLUMNS = ["method", "path", "summary", "operationId", "docs"] as const;

const PAGE = (rows: readonly string[]) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Mock server: documented operations</title>
<style>body{font-family:system-ui,sans-serif}td,th{text-align:left;padding:.2em .8em;border-bottom:1px solid #ddd}</style></head>
<body><h1>${rows.length} documented operations</h1>
<table><thead><tr><th>Method</th><th>Path</th><th>Summary</th><th>Operation</th><th>Docs</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody></table></body></html>
`;

function jsonAnswer(value: unknown): MockAnswer {
  return {
    status: 200,
    headers: new Map([["content-type", "application/json"]]),
    body: JSON.stringify(value),
    verdict: "service",
  };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
