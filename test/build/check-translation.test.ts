import { expect, test } from "vitest";
import { checkDocs } from "../../src/build/check-docs.ts";
import { UsageError } from "../../src/source/usage-error.ts";
import { createFolder } from "./folder.ts";

const english = `# Get tree

## Permissions

|Permission type|Permissions|
|:---|:---|
|Application|Tree.Read.All|

## HTTP request

\`\`\`http
GET /trees/{id}
\`\`\`

## Response

Returns \`200 OK\`.
`;

const german = `---
title: Baum abrufen
ms.contentlocale: de-DE
---
# <a name="get-tree"></a>Baum abrufen

## <a name="permissions"></a>Berechtigungen

|Berechtigungstyp|Berechtigungen|
|:---|:---|
|Anwendung|Tree. Read. alle|

## <a name="http-request"></a>HTTP-Anforderung

\`\`\`http
GET /trees/{id}
\`\`\`

## <a name="response"></a>Antwort

Gibt \`200 OK\` zurück.
`;

const sideBySide = german
  .replace("Tree. Read. alle", pair("Tree. Read. alle", "Tree.Read.All"))
  .replace("abrufen\n\n", `${pair("abrufen", "Get")}\n\n`);

function pair(target: string, source: string): string {
  return `<span data-ttu-id="0a1b2-101">${target}</span><span class="sxs-lookup"><span data-stu-id="0a1b2-101">${source}</span></span>`;
}

async function scopesReported(docs: string, original?: string): Promise<(string | number)[][]> {
  const { diagnostics } = await checkDocs({ docs, root: docs, ...(original !== undefined && { original }) });
  return diagnostics
    .filter(({ code }) => /^permissions\/(?:mangled|unreadable)/.test(code))
    .map(({ code, location, expected }) => [code, location.line, expected]);
}

test("a translation is compared with the page of the same path, wherever the two sets start", async () => {
  const root = createFolder({ "en/v1/api/tree-get.md": english, "de/v1/api/tree-get.md": german });
  for (const original of [`${root}/en`, `${root}/en/v1`]) {
    expect(await scopesReported(`${root}/de`, original)).toContainEqual([
      "permissions/mangled-scope",
      11,
      "`Tree.Read.All`",
    ]);
  }
});

test("without its original, a translation tells what it can by itself", async () => {
  const root = createFolder({ "de/api/tree-get.md": german });
  const reported = await scopesReported(`${root}/de`);
  expect(reported.map(([code, line]) => [code, line])).toEqual([["permissions/unreadable", 11]]);
});

test("a side-by-side page is its own original", async () => {
  const root = createFolder({ "api/tree-get.md": sideBySide });
  expect(await scopesReported(root)).toEqual([["permissions/mangled-scope", 11, "`Tree.Read.All`"]]);
});

test("pages without an original are left alone, a folder that is not there is refused", async () => {
  const root = createFolder({ "de/api/tree-get.md": german, "en/api/other.md": english });
  expect((await scopesReported(`${root}/de`, `${root}/en`)).map(([code]) => code)).toEqual(["permissions/unreadable"]);
  await expect(scopesReported(`${root}/de`, `${root}/nowhere`)).rejects.toThrow(UsageError);
});

test("what a page alone is suspected of is confirmed or refuted by its original", async () => {
  const root = createFolder({
    "en/api/tree-get.md": english.replace("Tree.Read.All|", "Tree.Read.All plus Soil.Read.All|"),
    "de/api/tree-get.md": german.replace("Tree. Read. alle|", "Tree.Read.All mitsamt Soil.Read.All|"),
  });
  const suspected = async (original?: string) => {
    const docs = `${root}/de`;
    const { diagnostics } = await checkDocs({ docs, root: docs, ...(original !== undefined && { original }) });
    return diagnostics
      .filter(({ code }) => code.startsWith("translation/"))
      .map(({ code, location: { line } }) => [code, line]);
  };
  expect(await suspected()).toEqual([["translation/uncertain-scopes", 11]]);
  expect(await suspected(`${root}/en`)).toEqual([["translation/contract", 11]]);
});
