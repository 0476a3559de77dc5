import { readOperations } from "../src/mock/operations.ts";
import { type DocumentedExample, prepareOperation } from "../src/mock/prepared-operation.ts";
import type { Json, JsonObject } from "../src/openapi/document.ts";
import type { BenchRequest } from "./bench-server.ts";

/** One request for each operation of a document, from its first example; operations whose body has none are left out. */
export function createRequests(document: JsonObject): BenchRequest[] {
  return readOperations(document).flatMap((operation): BenchRequest[] => {
    const { parameters, requestBody } = prepareOperation(document, operation);
    const name = requestBody?.contents[0]?.examples[0]?.name;
    const valueIn = (examples: readonly DocumentedExample[]) =>
      (examples.find((example) => example.name === name) ?? examples[0])?.value;
    const path = operation.path.replace(/\{([^{}]*)\}/g, (_, placeholder: string) => {
      const parameter = parameters.find((candidate) => candidate.in === "path" && candidate.name === placeholder);
      return encodeURIComponent(textOf(valueIn(parameter?.examples ?? []) ?? "1"));
    });
    const needed = parameters.filter((parameter) => parameter.required && parameter.in === "query");
    const query = needed.map(
      (parameter) =>
        `${encodeURIComponent(parameter.name)}=${encodeURIComponent(textOf(valueIn(parameter.examples) ?? "1"))}`,
    );
    const target = query.length > 0 ? `${path}?${query.join("&")}` : path;
    const method = operation.method.toUpperCase();
    const content = requestBody?.contents[0];
    if (!content) return [{ method, path: target }];
    const [example] = content.examples;
    if (!example) return requestBody.required ? [] : [{ method, path: target }];
    return [
      {
        method,
        path: target,
        contentType: content.mediaType,
        body: typeof example.value === "string" ? example.value : JSON.stringify(example.value),
      },
    ];
  });
}

function textOf(value: Json): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
