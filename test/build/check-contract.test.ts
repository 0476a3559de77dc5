import { expect, test } from "vitest";
import { checkContract } from "../../src/build/check-contract.ts";
import { checkDocs } from "../../src/build/check-docs.ts";
import { compile } from "../../src/build/compile.ts";
import { PlacePairs } from "../../src/build/place-pairs.ts";
import { createFolder } from "./folder.ts";

const resource = `# tree resource type

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|Key. Read-only.|
|height|Int32|In metres.|

## JSON representation

\`\`\`json
{ "@odata.type": "orchard.tree", "id": "String", "height": 1 }
\`\`\`
`;

const ressource = `---
title: Ressourcentyp
ms.contentlocale: de-DE
---
# <a name="tree-resource-type"></a>Ressourcentyp "tree"

## <a name="properties"></a>Eigenschaften

|Eigenschaft|Typ|Beschreibung|
|:---|:---|:---|
|id|Zeichenfolge|Schlüssel. Schreibgeschützt.|
|height|Int32|In Metern.|

## <a name="json-representation"></a>JSON-Darstellung

\`\`\`json
{ "@odata.type": "orchard.tree", "id": "String", "height": 1 }
\`\`\`
`;

const operation = `# Get tree

## HTTP request

\`\`\`http
GET /me/trees/{id}
GET /trees/{id}
\`\`\`

## Response

Returns \`200 OK\` and a [tree](../resources/tree.md) object.
`;

const vorgang = `---
title: Baum abrufen
ms.contentlocale: de-DE
---
# <a name="get-tree"></a>Baum abrufen

## <a name="http-request"></a>HTTP-Anforderung

\`\`\`http
GET /me/trees/{id}
GET /trees/{id}
\`\`\`

## <a name="response"></a>Antwort

Gibt \`200 OK\` und ein [tree](../resources/tree.md)-Objekt zurück.
`;

const originals = { "en/resources/tree.md": resource, "en/api/tree-get.md": operation };
const translations = { "de/resources/tree.md": ressource, "de/api/tree-get.md": vorgang };

/** What the translation is told, without the lint of the document. */
async function check(files: Record<string, string>, docs = "de"): Promise<string[]> {
  const cwd = createFolder(files);
  const { diagnostics } = await checkDocs({ docs, root: "de", original: "en", cwd });
  return diagnostics
    .filter(({ code }) => code.startsWith("translation/"))
    .map(({ code, location, expected, found, related = [] }) => {
      const places = related.map((place) => ` (${place.location.file}:${place.location.line})`);
      return `${location.file}:${location.line} ${code} ${expected} -> ${found}${places.join("")}`;
    });
}

test("a translation that gives the same document has no difference", async () => {
  expect(await check({ ...originals, ...translations })).toEqual([]);
});

test("what only the document shows is reported at its line, with the place in the original", async () => {
  const damaged = ressource.replace("Schlüssel. Schreibgeschützt.", "Schlüssel, den niemand ändern soll.");
  expect(await check({ ...originals, ...translations, "de/resources/tree.md": damaged })).toEqual([
    "resources/tree.md:11 translation/contract `tree.id.readOnly: true` -> nothing (../en/resources/tree.md:7)",
  ]);
});

test("operations that differ alike on all paths of a page are one fact", async () => {
  const table = (scopes: string) => `|A|B|\n|:---|:---|\n|Application|${scopes}|\n\n`;
  const docs = {
    "en/api/tree-get.md": operation.replace("## HTTP", `## Permissions\n\n${table("Tree.Read plus Soil.Read")}$&`),
    "de/api/tree-get.md": vorgang.replace(
      '## <a name="http',
      `## <a name="permissions"></a>Rechte\n\n${table("Tree.Read mitsamt Soil.Read")}$&`,
    ),
  };
  expect(await check({ ...originals, ...translations, ...docs })).toEqual([
    "api/tree-get.md:11 translation/contract `security: application Tree.Read and Soil.Read` -> `security: application Tree.Read`, `security: application Soil.Read` (../en/api/tree-get.md:7)",
  ]);
});

test("what follows from damage of the same page that is named elsewhere is not told again", async () => {
  const damaged = { "de/resources/tree.md": ressource.replace('"height": 1', '"weight": 1') };
  expect(await check({ ...originals, ...translations, ...damaged })).toEqual([
    'resources/tree.md:17 translation/code `{ "@odata.type": "orchard.tree", "id": "String", "height": 1 }` -> `{ "@odata.type": "orchard.tree", "id": "String", "weight": 1 }`',
  ]);
});

test("what the comparison of the pages has named is not told again", async () => {
  const damaged = ressource.replace("|height|Int32", "|Höhe|Int32");
  expect(await check({ ...originals, ...translations, "de/resources/tree.md": damaged })).toEqual([
    "resources/tree.md:12 translation/name `height` -> `Höhe`",
  ]);
});

test("pages that were not translated, or have no original, have no part in it", async () => {
  const { "en/api/tree-get.md": _, ...withoutOperation } = originals;
  expect(await check({ ...withoutOperation, ...translations })).toEqual([]);
  expect(await check({ ...originals, "de/resources/tree.md": ressource })).toEqual([]);
  expect(await check({ ...originals, ...translations }, "de/resources/tree.md")).toEqual([]);
});

test("what nothing in the translation corresponds to is reported in the original", () => {
  const cwd = createFolder({ ...originals, "de/api/tree-get.md": vorgang });
  const of = (docs: string) => ({ ...compile({ docs, root: docs, cwd }) });
  const problems = checkContract({ original: of("en"), translation: of("de"), places: new PlacePairs(), found: [] });
  const lost = problems.find(({ expected }) => expected.includes("tree: object of id, height"));
  expect(lost?.location).toMatchObject({ file: "../en/resources/tree.md", line: 12 });
});
