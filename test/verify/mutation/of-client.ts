import { generateClientModule } from "../../../src/client/generate-client.ts";
import type { OperationFacts } from "../../../src/client/runtime/operation-facts.ts";
import type { Example } from "../../../src/model/example.ts";
import type { Mutation, Setting } from "./mutation.ts";

/** Mistakes of a generator. */
export const mutationsOfClient: Readonly<Record<string, Mutation>> = {
  "client: method": facts((each) => ({ ...each, method: each.method === "put" ? "patch" : "put" })),
  "client: path": facts(({ path, ...each }) => ({ ...each, path: `${path}x` })),
  "client: path without a placeholder": facts(({ path, ...each }) => {
    const changed = path.replace(/\/\{[^{}]*\}/, "");
    return changed === path ? undefined : { ...each, path: changed };
  }),
  "client: files for JSON": facts(({ gives, ...each }) =>
    gives === undefined && each.method === "get" ? { ...each, gives: "binary" } : undefined,
  ),
  "client: text for JSON": facts(({ gives, ...each }) =>
    gives === undefined && each.method === "get" ? { ...each, gives: "text" } : undefined,
  ),
  "client: media type of requests": facts(
    ({ accepts, ...each }) =>
      accepts === undefined ? { ...each, accepts: ["application/merge-patch+json"] } : undefined,
    ({ request }) => request.body !== undefined,
  ),
  "client: no token": text('request.headers.set("authorization"', 'request.headers.set("x-nothing"'),
  "client: no query": text("formatQuery(query, facts?.repeated)", '""'),
  "client: no headers": text("header: { ...header,", "header: {"),
  "client: no body": text("...(request && { body: request.body })", "...(request && {})"),
  "client: body written twice": text(
    "{ body: JSON.stringify(value), contentType }",
    "{ body: JSON.stringify(JSON.stringify(value)), contentType }",
  ),
  "client: errors pass": text("if (!response.ok) throw", "if (response.status === 999) throw"),
  "client: no quotes": text("return `'${encodeURIComponent(", "return `${encodeURIComponent("),
  "client: throws": text("const facts = byPath.get(", 'throw new Error("broken"); const facts = byPath.get('),
};

/** Changes what the client knows about an operation that has an example. */
function facts(
  change: (each: OperationFacts) => OperationFacts | undefined,
  suits: (example: Example) => boolean = () => true,
): Mutation {
  return ({ client, ...setting }, random) => {
    const text = client ?? generateClientModule(setting.document);
    const rows = [...text.matchAll(/^ {2}\w+: (\{"method".*\}),$/gm)].filter(([, row]) =>
      hasExample(setting, row ?? "", suits),
    );
    const row = random.pick(rows)?.[1];
    const changed = row === undefined ? undefined : change(JSON.parse(row) as OperationFacts);
    return row === undefined || changed === undefined
      ? undefined
      : { ...setting, client: text.replace(row, () => JSON.stringify(changed)) };
  };
}

function hasExample({ model }: Setting, row: string, suits: (example: Example) => boolean): boolean {
  const { method, path } = JSON.parse(row) as OperationFacts;
  return model.operations.some((each) => each.method === method && each.path === path && each.examples.some(suits));
}

/** Changes the code of the client. */
function text(from: string, to: string): Mutation {
  return ({ client, ...setting }) => {
    const before = client ?? generateClientModule(setting.document);
    if (!before.includes(from)) throw new Error(`The client has no ${from}`);
    return { ...setting, client: before.replace(from, () => to) };
  };
}
