import { expect, test } from "vitest";
import { pageName, readPageLink, readTypeExpression } from "../../../src/dialects/common/type-expression.ts";
import { blocksOf, read } from "../../markdown/read.ts";

/** `name`, `name[]` for a collection, then ` max=n`, ` (note)`, ` -> page#anchor`. */
function typeOf(cell: string): string {
  const table = blocksOf(read(`|Type|\n|--|\n|${cell}|\n\n[ref]: sub/Ref.md\n[berth]: berth.md\n`).page)[0];
  const content = table?.kind === "table" ? table.rows[0]?.cells[0] : undefined;
  if (!content) throw new Error("expected a cell");
  const { name, isCollection, maxLength, note, link } = readTypeExpression(content);
  return [
    `${name}${isCollection ? "[]" : ""}`,
    ...(maxLength === undefined ? [] : [`max=${maxLength}`]),
    ...(note === undefined ? [] : [`(${note})`]),
    ...(link ? [`-> ${link.page}${link.anchor === undefined ? "" : `#${link.anchor}`}`] : []),
  ].join(" ");
}

test.each([
  // Primitives, as written: their meaning is looked up later, in any letter case.
  ["String", "String"],
  ["string", "string"],
  ["`String`", "String"],
  ["**String**", "String"],
  ["Edm.Int32", "Int32"],
  ["`Edm.DateTimeOffset`", "DateTimeOffset"],
  ["DateTimeOffset.", "DateTimeOffset"],
  ["String, maximum size 20", "String max=20"],
  ["string, max length 50", "string max=50"],
  ["String (max. size: 8)", "String max=8"],
  ["string (url)", "string (url)"],
  ["string (timestamp)", "string (timestamp)"],
  ["String (identifier", "String (identifier)"],
  ["String (collection)", "String[] (collection)"],
  // Collections.
  ["String collection", "String[]"],
  ["String Collection", "String[]"],
  ["Collection(String)", "String[]"],
  ["Collection (Edm.String)", "String[]"],
  ["collection(harbour.ship)", "harbour.ship[]"],
  ["`Collection(harbour.ship)`", "harbour.ship[]"],
  ["collection of strings", "strings[]"],
  ["Collection of ship objects", "ship[]"],
  ["ship[]", "ship[]"],
  ["array of ship", "ship[]"],
  ["String collection (optional)", "String[] (optional)"],
  ["Collection(String", "String[]"],
  // Named types. Some are called like words for collections.
  ["harbour.list", "harbour.list"],
  ["#harbour.collection", "harbour.collection"],
  ["[list](list.md)", "list -> list"],
  ["[list](list.md) collection", "list[] -> list"],
  ["list", "[]"],
  ["Object collection", "Object[]"],
  ["pier object collection", "pier[]"],
  ["ship", "ship"],
  ["harbour.ship", "harbour.ship"],
  ["#harbour.ship", "harbour.ship"],
  ["ship_log", "ship_log"],
  ["harbour.ship_log", "harbour.ship_log"],
  ["_ship_", "ship"],
  ["a ship object", "ship"],
  ["the ship resource", "ship"],
  ["ship resource type", "ship"],
  ["ship enumeration", "ship"],
  ["“ship”", "ship"],
  // Links.
  ["[ship](ship.md)", "ship -> ship"],
  ["[ship](../resources/Ship.md) collection", "ship[] -> ship"],
  ["Collection([ship](ship.md))", "ship[] -> ship"],
  ["**[ship](ship.md)**", "ship -> ship"],
  ["[`ship`](ship.md)", "ship -> ship"],
  ["[lamp](enums.md#Lamp-Values)", "lamp -> enums#lamp-values"],
  ["[ship](ship.md?view=old)", "ship -> ship"],
  ["[ship](../resources/\\ship.md)", "ship -> ship"],
  ["[ship][ref]", "ship -> ref"],
  ["[ship][ref] collection", "ship[] -> ref"],
  ["[berth]", "berth -> berth"],
  ["[berth] collection", "berth[] -> berth"],
  ["[unknown]", "unknown"],
  ["[unknown] collection", "unknown[]"],
  ["[site](https://a.example/b)", "site"],
  ["a list of [ship](ship.md) objects", "ship[] -> ship"],
])("%s", (cell, expected) => {
  expect(typeOf(cell)).toBe(expected);
});

test("a cell as long as a page is no type, and takes no time", () => {
  for (const filler of ["- ", ".", "(", "a ", "collection of "]) {
    expect(typeOf(`x${filler.repeat(30_000)}`).length).toBeLessThan(1000);
  }
});

test.each([
  ["a.md", "a"],
  ["/b/c/A.md", "a"],
  ["b\\c\\a.MD", "a"],
  ["a", "a"],
  ["intune-a-b.md", "intune-a-b"],
])("the page of %s is %s", (path, page) => {
  expect(pageName(path)).toBe(page);
});

test.each([[undefined], ["https://a.example/"], ["#anchor"], ["a.png"], [".md"], ["a.md.txt"]])(
  "%s links no page",
  (href) => {
    expect(readPageLink(href)).toBeUndefined();
  },
);
