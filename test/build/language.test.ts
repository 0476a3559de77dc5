import { expect, test } from "vitest";
import { compile } from "../../src/build/compile.ts";
import { createFolder } from "./folder.ts";

const pair = (target: string, source: string) =>
  `<span data-ttu-id="0a1b2-101">${target}</span><span class="sxs-lookup"><span data-stu-id="0a1b2-101">${source}</span></span>`;

const sideBySide = `---
ms.contentlocale: de-DE
---
# <a name="tree-resource-type"></a>${pair("Baum", "tree resource type")}

${pair("Wächst.", "Grows.")}

## <a name="json-representation"></a>${pair("JSON-Darstellung", "JSON representation")}

\`\`\`json
{ "@odata.type": "orchard.tree", "id": "String" }
\`\`\`
`;

function compileIn(language: string | undefined): { text: unknown; problems: string[] } {
  const docs = createFolder({ "resources/tree.md": sideBySide });
  const { openapi, diagnostics } = compile({ docs, root: docs, ...(language !== undefined && { language }) });
  const document = JSON.parse(JSON.stringify(openapi.document));
  const { description, "x-translations": translations } = document.components.schemas["orchard.tree"];
  return {
    text: translations ? [description, translations["de-DE"].description] : description,
    problems: diagnostics.flatMap(({ code, found }) => (code === "translation/missing-language" ? [found] : [])),
  };
}

test.each<[string | undefined, unknown]>([
  [undefined, "Grows."],
  ["en", "Grows."],
  ["en-GB", "Grows."],
  ["de", "Wächst."],
  ["de-AT", "Wächst."],
  ["all", ["Grows.", "Wächst."]],
])("side-by-side pages have text for --language %s", (language, text) => {
  expect(compileIn(language)).toEqual({ text, problems: [] });
});

test("a language that no page has is reported, with those that are there", () => {
  expect(compileIn("fr")).toEqual({ text: "Grows.", problems: ["text in de-DE, en-US"] });
});
