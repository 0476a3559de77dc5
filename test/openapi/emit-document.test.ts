import { expect, test } from "vitest";
import { emitDocument } from "../../src/openapi/emit-document.ts";
import { emitMapFile } from "../../src/openapi/emit-map-file.ts";
import { formatDocument } from "../../src/openapi/format-document.ts";
import { toPointer } from "../../src/openapi/locations.ts";
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

test("the same model gives the same bytes", () => {
  const texts = [1, 2].map(() => {
    const openapi = emitDocument(structuredClone(kitchenSink), options, () => {});
    return formatDocument(openapi.document, "json") + formatDocument(emitMapFile(openapi), "json");
  });
  expect(texts[0]).toBe(texts[1]);
});

/** Pointers of the kinds of parts that have an entry of their own in the map file. */
const mapped = [
  /^\/paths\/[^/]+\/[^/]+$/,
  /^\/paths\/[^/]+\/[^/]+\/(parameters|responses|security)\/[^/]+$/,
  /^\/paths\/[^/]+\/[^/]+\/requestBody$/,
  /^\/components\/(schemas|responses)\/[^/]+$/,
  /^\/tags\/\d+$/,
  /^(?!.*\/examples\/).*\/properties\/[^/]+$/,
  /^(?!.*\/examples\/).*\/enum\/\d+$/,
  /\/examples\/[^/]+$/,
];

test("every part that the map file promises has its own entry", () => {
  const { document, locations } = emitDocument(kitchenSink, options, () => {});
  const entries = new Set(locations.entries().map(([pointer]) => pointer));
  const pointers: string[] = [];
  const visit = (value: unknown, path: string[]): void => {
    pointers.push(toPointer(path));
    if (typeof value !== "object" || value === null) return;
    for (const [key, member] of Object.entries(value)) visit(member, [...path, key]);
  };
  visit(document, []);
  const expected = pointers.filter((pointer) => mapped.some((kind) => kind.test(pointer)));
  expect(expected.length).toBeGreaterThan(150);
  expect(expected.filter((pointer) => !entries.has(pointer))).toEqual([]);
  expect([...entries].filter((pointer) => !pointers.includes(pointer))).toEqual([]);
});
