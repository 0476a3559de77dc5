import type { Json } from "../openapi/document.ts";
import type { PreparedOperation } from "./prepared-operation.ts";
import type { PrismOperation } from "./prism.ts";

interface ExampleSource {
  readonly schema?: unknown;
  readonly examples: readonly { readonly value: Json }[];
}

/** The operation without the examples of bodies for which data can be generated. */
export function withoutExamples(prepared: PreparedOperation): PreparedOperation {
  const strip = <Source extends ExampleSource>(source: Source): Source =>
    source.schema ? { ...source, examples: [] } : source;
  const responses = prepared.responses.map((response) => ({ ...response, contents: response.contents.map(strip) }));
  return { ...prepared, responses };
}

/** The operation with the example of a name first everywhere. */
export function preferExample(operation: PrismOperation, name: string): PrismOperation {
  const reorder = <Source extends { examples?: { key: string }[] | undefined }>(source: Source): Source => {
    const { examples = [] } = source;
    const first = examples.find((example) => example.key === name);
    return first ? { ...source, examples: [first, ...examples.filter((example) => example !== first)] } : source;
  };
  const responses = operation.responses.map((response) => ({
    ...response,
    headers: response.headers?.map(reorder),
    contents: response.contents?.map(reorder),
  }));
  return { ...operation, responses } as PrismOperation;
}
