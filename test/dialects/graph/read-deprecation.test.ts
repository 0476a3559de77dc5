import { expect, test } from "vitest";
import { findDeprecation } from "../../../src/dialects/graph/read-deprecation.ts";
import { blocksOf, read } from "../../markdown/read.ts";

function isDeprecated(markdown: string, language = "en-US"): boolean {
  const paragraphs = blocksOf(read(`# Get ship\n\n${markdown}\n`).page).filter((block) => block.kind === "paragraph");
  return findDeprecation(paragraphs, language) !== undefined;
}

test.each([
  ["This API is deprecated.", true],
  ["> [!CAUTION]\n> The harbour log API is deprecated and will stop in 2030. Use [berths](berth.md).", true],
  ["> **Note:** These methods have been deprecated.", true],
  ["**Note:** This API will be deprecated and replaced by the [berth API](berth.md).", true],
  ["Get a ship. This method is now deprecated.", true],
  ["Deprecated. Use berths.", true],
  ["> [!NOTE]\n> The older version, [ship API](ship.md), will be deprecated.", false],
  ["> The old ship API is deprecated. Use this one.", false],
  ["> Apps that use this feature should be updated, as ships are being deprecated.", false],
  ["> Ships used in a request have had properties renamed, or are being deprecated.", false],
  ["Lists the ships that are **InUse** or **Deprecated**.", false],
  ["Deprecated ships are not listed.", false],
])("%s", (markdown, expected) => {
  expect(isDeprecated(markdown)).toBe(expected);
});

test("a note in another language needs the word", () => {
  expect(isDeprecated("> Diese API ist veraltet.", "de-DE")).toBe(true);
  expect(isDeprecated("> Diese API ist neu.", "de-DE")).toBe(false);
  expect(isDeprecated("> The older version, ships, will be deprecated.", "de-DE")).toBe(false);
});
