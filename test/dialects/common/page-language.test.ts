import { expect, test } from "vitest";
import { languageOf } from "../../../src/dialects/common/page-language.ts";
import { readPage } from "../../../src/markdown/read-page.ts";
import { SourceFile } from "../../../src/source/source-text.ts";

const anchored = (heading: string, section: string, table: string) =>
  `# <a name="get-tree"></a>${heading}\n\n## <a name="properties"></a>${section}\n\n${table}\n|:---|:---|:---|\n|id|String|x|`;

test.each([
  ["what the front matter says", `---\nms.contentlocale: ja-JP\n---\n# Tree`, "ja-JP"],
  [
    "no front matter",
    "# Get tree\n\n## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n|id|String|x|",
    "en-US",
  ],
  ["German", anchored("Baum abrufen", "Eigenschaften", "|Eigenschaft|Typ|Beschreibung|"), "de"],
  ["Portuguese", anchored("Obter árvore", "Propriedades", "|Propriedade|Tipo|Descrição|"), "pt"],
  ["Spanish", anchored("Obtener árbol", "Propiedades", "|Propiedad|Tipo|Descripción|"), "es"],
  ["French", anchored("Obtenir l’arbre", "Propriétés", "|Propriété|Type|Description|"), "fr"],
  ["Russian", anchored("Получение дерева", "Свойства", "|Свойство|Тип|Описание|"), "ru"],
  ["Chinese", anchored("获取树", "属性", "|属性|类型|说明|"), "zh"],
  ["Japanese", anchored("木を取得する", "プロパティ", "|プロパティ|型|説明|"), "ja"],
  ["a language without a vocabulary", anchored("Hae puu", "Ominaisuudet", "|Ominaisuus|Tyyppi|Kuvaus|"), "und"],
  ["anchors of English headings", anchored("Get tree", "Properties", "|Property|Type|Description|"), "en-US"],
])("%s", (_name, text, language) => {
  expect(languageOf(readPage(new SourceFile("page.md", text), {}, () => undefined))).toBe(language);
});
