import { expect, test } from "vitest";
import { emitDocument } from "../../src/openapi/emit-document.ts";
import { emitMapFile } from "../../src/openapi/emit-map-file.ts";
import { formatDocument } from "../../src/openapi/format-document.ts";
import type { Diagnostic } from "../../src/source/diagnostic.ts";
import { kitchenSink } from "./kitchen-sink.ts";

const options = {
  title: "Contoso shop",
  version: "v1.0",
  authorization: {
    authorizationUrl: "https://login.contoso.com/authorize",
    tokenUrl: "https://login.contoso.com/token",
  },
};

test("the kitchen sink becomes the golden document, map and diagnostics", async () => {
  const diagnostics: Diagnostic[] = [];
  const openapi = emitDocument(kitchenSink, options, (diagnostic) => diagnostics.push(diagnostic));
  await expect(formatDocument(openapi.document, "yaml")).toMatchFileSnapshot("kitchen-sink.openapi.yaml");
  await expect(formatDocument(emitMapFile(openapi), "json")).toMatchFileSnapshot("kitchen-sink.map.json");
  const lines = diagnostics.map(({ location: { file, line, column }, severity, code, message, pointer = "" }) => {
    return `${file}:${line}:${column} ${severity} ${code} ${message} ${pointer}`.trim();
  });
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("kitchen-sink.diagnostics.txt");
});
