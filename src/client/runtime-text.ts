import { readFileSync } from "node:fs";

/** The modules of `runtime/`, in the order of the output: what a reader of the client wants to know first. */
const modules = [
  "operation-types",
  "api-client",
  "operation-facts",
  "api-error",
  "url",
  "request-body",
  "response-body",
  "media-type",
  "retry",
  "pages",
];

/** What user code may import; the rest of the runtime stays private to the client. */
const exported = new Set(["ApiError", "ClientOptions", "ErrorOf", "Page", "Redirect", "SuccessOf", "unwrap"]);

/**
 * The runtime as the text of one module, without imports. It lies in the package as TypeScript: `../../src` is the same
 * folder from `src/client` and from `dist/client`.
 */
export function readRuntime(): string {
  return modules
    .map((name) => readFileSync(new URL(`../../src/client/runtime/${name}.ts`, import.meta.url), "utf8"))
    .map((text) => text.replaceAll(/^import [^;]*;\n/gm, "").trim())
    .join("\n\n")
    .replaceAll(/^export ((?:async )?(?:class|function\*?|interface|type) (\w+))/gm, (declaration, rest, name) =>
      exported.has(name) ? declaration : rest,
    );
}
