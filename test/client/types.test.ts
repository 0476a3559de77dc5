import { dirname, join } from "node:path";
import ts from "typescript";
import { beforeAll, expect, test } from "vitest";
import { generateClient } from "../../src/client/generate-client.ts";
import { document } from "./document.ts";

let generated: Map<string, string>;
beforeAll(async () => {
  generated = await generateClient(document);
});

const strictest: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.NodeNext,
  types: [],
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  exactOptionalPropertyTypes: true,
  noImplicitOverride: true,
  noPropertyAccessFromIndexSignature: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  erasableSyntaxOnly: true,
  verbatimModuleSyntax: true,
};
const plain: ts.CompilerOptions = {
  ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, types: [], noEmit: true },
  ...{ moduleResolution: ts.ModuleResolutionKind.Bundler, skipLibCheck: true, strict: true },
};

/** The errors of user code beside the generated files, as TypeScript words them. */
function check(code: string, options: ts.CompilerOptions): string[] {
  const folder = dirname(import.meta.filename);
  const files = new Map([...generated, ["user.ts", code]].map(([name, text]) => [join(folder, name!), text!]));
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (file) => files.get(file) ?? readFile(file);
  host.fileExists = (file) => files.has(file) || fileExists(file);
  const program = ts.createProgram([...files.keys()], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " ").replace(/\. .*/, ""));
}

const code = `import { ApiError, createClient, isApiError, unwrap, type Redirect, type components } from "./client.js";
const api = createClient({ token: () => "secret" });
const thing = await api.thingGet({ params: { path: { "thing-id": "1" } } });
export const fields: [string, number | null | undefined] = [thing.name, thing.parent?.parent?.size];
export const odd: [string | undefined, boolean | undefined] = [thing.constructor, thing.hasOwnProperty];
export const shared: [string?, Blob?] = [thing.content?.content ?? "", {} as Shared];
type Shared = components["responses"]["content"]["content"]["image/png"];
export const oddNumber: number | undefined = thing.valueOf;
export const protoOf: components["schemas"]["thing"]["__proto__"] = "a";
export const oddSchemas: [components["schemas"]["constructor"], components["schemas"]["valueOf"]] = [{ a: "b" }, "a"];
type Schemas = components["schemas"];
const tug: Schemas["tug"] = { name: "Ada", pull: "strong", "@odata.type": "#harbour.tug" };
export const vessels: [Schemas["vessel"], Schemas["ship"], Schemas["vessel"]] = [tug, tug, { name: "no type told" }];
export const isShip = (vessel: Schemas["vessel"]): boolean => vessel["@odata.type"] === "#harbour.ship";
export const failure: Schemas["error"] = { error: { code: "a", message: "b" } };
for await (const item of api.items(api.thingList({ params: { query: { $select: ["name"] } } }))) {
  const name: string = item.name;
  void name;
}
await api.thingCreate({ body: { name: "a" } as components["schemas"]["thing"] });
export const nothing: undefined = await api.delete({ params: { path: { "thing-id": "1" } } });
export const csv: string | Redirect = await api.reportUsage({ params: { path: { period: "D7" } } });
export const file: Blob = await api.fileGet({ params: { path: { path: "a/b" } } });
await api.filePut({ params: { path: { path: "a/b" } }, body: new Uint8Array(3) });
await api.filePut({ params: { path: { path: "a/b" } }, body: "text" });
await api.formSend({ body: { name: "a", file: new Blob(["b"]) } });
const byPath = await unwrap(api.GET("/things/{thing-id}", { params: { path: { "thing-id": "1" } } }));
export const byPathName: string = byPath.name;
try {
  await api.thingList();
} catch (error) {
  if (isApiError(error, "thingList")) {
    const code: string | undefined = error.body?.error.code;
    void code;
  }
  if (isApiError(error)) {
    const status: number = error.status;
    void [status, error instanceof ApiError];
    // @ts-expect-error: no operation, so no type
    void error.body.error;
  }
}

// @ts-expect-error: missing parameters
void api.thingGet();
// @ts-expect-error: no such parameter
void api.thingGet({ params: { path: { id: "1" } } });
// @ts-expect-error: wrong type in a body
void api.thingCreate({ body: { name: 5 } });
// @ts-expect-error: missing body
void api.thingCreate();
// @ts-expect-error: no such query option
void api.thingList({ params: { query: { $filter: "a" } } });
// @ts-expect-error: no such operation
void api.thingUpdate;
// @ts-expect-error: a raft is no ship
export const wrong: Schemas["ship"] = { "@odata.type": "#harbour.raft" };
// @ts-expect-error: no such type
export const isBoat = (vessel: Schemas["vessel"]): boolean => vessel["@odata.type"] === "#harbour.boat";
// @ts-expect-error: no such path
void api.GET("/nothing");
// @ts-expect-error: no such property
void thing.colour;
// @ts-expect-error: a file is not a string
export const text: string = file;
`;

test.each([
  ["the strictest options", strictest],
  ["a bundler's options", plain],
])("user code compiles with %s", { timeout: 60_000 }, (_name, options) => {
  expect(check(code, options)).toEqual([]);
});
