import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { formatOpenApi, writeDocument } from "../../src/build/write-document.ts";
import { Locations } from "../../src/openapi/locations.ts";
import { UsageError } from "../../src/source/usage-error.ts";
import { createFolder } from "./folder.ts";

/** A document of 600 MB, most of it shared in memory. */
function createHuge() {
  const description = "x".repeat(10 * 2 ** 20);
  const paths = Array.from({ length: 60 }, (_, index) => [`/ships/${index}`, { get: { description } }] as const);
  const locations = new Locations();
  locations.set("/paths/~1ships~17/post", { file: "api/ship.md", line: 12, column: 1, endLine: 12, endColumn: 9 });
  const larger = [...paths, ["/ships/7", { post: { description: `${description}y` } }] as const];
  return { document: { paths: Object.fromEntries(larger) }, locations };
}

test("a document that no string can hold is refused with the place of its largest operation", () => {
  const message = "The document is too large to be written. The largest operation is documented at api/ship.md:12";
  expect(() => formatOpenApi(createHuge(), "yaml")).toThrow(new UsageError(message));
});

test("of a document that is too large, nothing is written", () => {
  const folder = createFolder();
  expect(() => writeDocument(createHuge(), join(folder, "openapi.yaml"))).toThrow(UsageError);
  expect(readdirSync(folder)).toEqual([]);
});
