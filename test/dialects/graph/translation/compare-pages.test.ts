import { expect, test } from "vitest";
import { graph } from "../../../../src/dialects/graph/graph.ts";
import { readPage } from "../../../../src/markdown/read-page.ts";
import type { Diagnostic } from "../../../../src/source/diagnostic.ts";
import { SourceFile } from "../../../../src/source/source-text.ts";

/** What is reported of a translation, as `line code expected -> found`. */
function compare(original: string, translation: string): string[] {
  const found: Diagnostic[] = [];
  const read = (text: string) => readPage(new SourceFile("api/page.md", text), {}, () => undefined);
  const german = read(`---\nms.contentlocale: de-DE\n---\n${translation}`);
  graph.compareTranslation?.(
    read(original),
    german,
    (problem) => found.push(problem),
    () => undefined,
  );
  return found.map(
    ({ location, code, expected, found: seen }) => `${location.line - 3} ${code} ${expected} -> ${seen}`,
  );
}

const properties = (rows: string) => `## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n${rows}`;
const eigenschaften = (rows: string) =>
  `## <a name="properties"></a>Eigenschaften\n\n|Eigenschaft|Typ|Beschreibung|\n|:---|:---|:---|\n${rows}`;

test.each([
  ["a name", "|height|Int32|Of the tree.|", "|Höhe|Int32|Des Baums.|", ["5 translation/name `height` -> `Höhe`"]],
  ["letter case", "|height|Int32|", "|Height|Int32|", ["5 translation/name `height` -> `Height`"]],
  ["a note behind a name", "|height (deprecated)|Int32|", "|height (veraltet)|Int32|", []],
  ["a type", "|owner|[gardener](g.md)|", "|owner|[Gärtner](g.md)|", ["5 translation/type `gardener` -> `Gärtner`"]],
  ["a primitive type", "|name|String|", "|name|Zeichenfolge|", []],
  ["a collection", "|owners|[gardener](g.md) collection|", "|owners|[gardener](g.md)-Sammlung|", []],
  [
    "a lost collection",
    "|n|String collection|",
    "|n|Zeichenfolge|",
    ["5 translation/type `String collection` -> `Zeichenfolge`"],
  ],
  ["a link", "|a|Int32|See [b](b.md).|", "|a|Int32|Siehe [b](c.md).|", ["5 translation/link `b.md` -> `c.md`"]],
  ["a lost link", "|a|Int32|See [b](b.md).|", "|a|Int32|Siehe b.|", ["5 translation/link `b.md` -> no such link"]],
  ["a locale", "|a|Int32|[b](https://x.org/en-us/b)|", "|a|Int32|[b](https://x.org/de-de/b)|", []],
  ["a code span", "|a|Int32|`low`, `high`|", "|a|Int32|`low`, `hoch`|", ["5 translation/code `high` -> `hoch`"]],
  [
    "a value in plain words",
    "|a|String|Possible values are: All, None.|",
    "|a|String|Mögliche Werte sind: All, Keine.|",
    ["5 translation/member `None` -> `Keine`"],
  ],
  [
    "values that are left alone",
    "|a|String|Possible values are: All, None.|",
    "|a|String|Mögliche Werte sind: All, None.|",
    [],
  ],
  ["a number", "|a|Int32|Up to 500.|", "|a|Int32|Bis zu 50.|", ["5 translation/number 500 -> 50"]],
  ["a number written otherwise", "|a|Int32|Up to 10,000 or 1.5, 9 PM.|", "|a|Int32|Bis 10.000 oder 1,5, 21 Uhr.|", []],
  ["a number without spaces", "|a|Int32|Up to 256 letters.|", "|a|Int32|最多256个字符。|", []],
  ["a lost number without spaces", "|a|Int32|Up to 256.|", "|a|Int32|最多25个。|", ["5 translation/number 256 -> 25"]],
  ["a number as a word", "|a|Int32|For 3 days.|", "|a|Int32|Drei Tage lang.|", []],
  [
    "a row",
    "|a|Int32|\n|b|Int32|\n|c|Int32|",
    "|a|Int32|\n|c|Int32|",
    ["5 translation/missing-row a row `b` after this one -> none"],
  ],
])("%s in a table", (_name, rows, translated, expected) => {
  expect(compare(properties(rows), eigenschaften(translated))).toEqual(expected);
});

test.each([
  [
    "scopes",
    "## Permissions\n\n|Permission type|Permissions|\n|:---|:---|\n|Application|Tree.Read, Tree.Read.All|",
    '## <a name="permissions"></a>Berechtigungen\n\n|Berechtigungstyp|Berechtigungen|\n|:---|:---|\n|Anwendung|Tree.Read, tree. Read. all|',
    ["5 permissions/mangled-scope `Tree.Read.All` -> `Tree.Read, tree. Read. all`"],
  ],
  [
    "headers",
    "## Request headers\n\n|Name|Description|\n|:---|:---|\n|Accept|What to send.|",
    '## <a name="request-headers"></a>Anforderungsheader\n\n|Name|Beschreibung|\n|:---|:---|\n|Annehmen|Was zu senden ist.|',
    ["5 translation/header `Accept` -> `Annehmen`"],
  ],
  [
    "members",
    "## Members\n\n|Member|Value|\n|:---|:---|\n|none|0|",
    '## <a name="members"></a>Elemente\n\n|Element|Wert|\n|:---|:---|\n|Keine|0|',
    ["5 translation/member `none` -> `Keine`"],
  ],
  [
    "code blocks",
    "## HTTP request\n\n```http\nGET /trees\nGET /trees/{id}\n```",
    '## <a name="http-request"></a>HTTP-Anforderung\n\n```http\nGET /trees\nGET /Bäume/{id}\n```',
    ["5 translation/code `GET /trees/{id}` -> `GET /Bäume/{id}`"],
  ],
  [
    "sections",
    "# Tree\n\n## Properties\n\nNone.\n\n## Relationships\n\nNone.",
    '# <a name="tree"></a>Baum\n\n## <a name="relationships"></a>Beziehungen\n\nKeine.',
    ["1 translation/missing-section a section `Properties` after this one -> none"],
  ],
  [
    "prose",
    "# Tree\n\nGrows for 80 years, see [more](more.md).",
    '# <a name="tree"></a>Baum\n\nWächst 80 Jahre, siehe [mehr](more.md).',
    [],
  ],
])("%s", (_name, original, translation, expected) => {
  expect(compare(original, translation)).toEqual(expected);
});
