import { expect, test } from "vitest";
import { readValues } from "../../../src/dialects/graph/read-values.ts";
import { blocksOf, read } from "../../markdown/read.ts";

function valuesIn(markdown: string): string[] {
  const [block] = blocksOf(read(markdown).page);
  return readValues(block?.kind === "paragraph" ? block.content : undefined).values.map(({ name }) => name);
}

test.each([
  ["code", "Possible values are: `low`, `high`.", ["low", "high"]],
  ["without a colon", "Possible values are `low` and `high`.", ["low", "high"]],
  ["and", "Possible values are: `low`, `middle`, and `high`.", ["low", "middle", "high"]],
  ["or", "The possible values are `low`, `middle` or `high`", ["low", "middle", "high"]],
  ["slashes", "Possible values: `low`/`high`", ["low", "high"]],
  ["pipes", "Possible values: `low` | `high`", ["low", "high"]],
  ["semicolons", "Possible values: `low`; `high`", ["low", "high"]],
  ["line breaks", "Possible values are:<br>`low`<br/>`high`", ["low", "high"]],
  ["one code span of all", "Possible values: `low, high`", ["low", "high"]],
  ["one code span with pipes", "Possible values: `low | high`", ["low", "high"]],
  ["notes", "Possible values are: `low` (the default), `high`.", ["low", "high"]],
  ["meanings", "Possible values are: `low` - nobody cares, `high` - all do.", ["low", "high"]],
  ["bold", "Possible values are: **low**, **high**.", ["low", "high"]],
  ["quoted", 'Possible values are: "low", "high".', ["low", "high"]],
  ["curly quotes", "Possible values are “low” and “high”.", ["low", "high"]],
  ["plain", "Possible values are: low, middle, high.", ["low", "middle", "high"]],
  ["plain with and", "Possible values are: low, middle, and high.", ["low", "middle", "high"]],
  ["other phrases", "Allowed values: `low`, `high`. One of", ["low", "high"]],
  ["one of", "One of: `low`, `high`.", ["low", "high"]],
  ["in other languages", "Mögliche Werte sind: `low`, `high`.", ["low", "high"]],
  ["followed by prose", "Possible values are: `low`, `high`. Default is `low`. See `other`.", ["low", "high"]],
  ["followed by a sentence with code", "Possible values are: `low`, `high`. You must use `Prefer`.", ["low", "high"]],
  ["the same twice", "Possible values are: `low`, `low`.", ["low"]],
  ["names with signs", "Possible values are: `a.b`, `c-d`, `_e`.", ["a.b", "c-d", "_e"]],
  ["names of JavaScript", "Possible values are: `constructor`, `__proto__`.", ["constructor", "__proto__"]],
  ["code with two marks", "The value can be ``low``, ``middle``, and ``high``.", ["low", "middle", "high"]],
  ["a phrase that is said of the property", "The supported values for **level** are: `low`, `high`.", ["low", "high"]],
  [
    "of a placeholder",
    "How far. The supported values for {depth_value} are: D1, D2, and D9. More is dark.",
    ["D1", "D2", "D9"],
  ],
  [
    "of a placeholder in German",
    "Die Werte für {depth_value} sind: D1, D2 und D9. Mehr ist dunkel.",
    ["D1", "D2", "D9"],
  ],
  ["of a placeholder in Chinese", "支持的 {depth_value} 值为：D1、D2 和 D9。", ["D1", "D2", "D9"]],
  ["of a placeholder in Portuguese", "Os valores para {depth_value} são: D1, D2 e D9. Mais", ["D1", "D2", "D9"]],
  ["of a placeholder in Japanese", "{depth_value} でサポートされている値は D1、D2、D9 です。", ["D1", "D2", "D9"]],
  ["prose behind a placeholder", "The form of {depth_value} is free: see the tide tables, and so on.", []],
  ["the second of two phrases", "One of the levels of need. Possible values are: `low`, `high`.", ["low", "high"]],
  [
    "items",
    "Possible values are:<ul><li>`low`: nobody `cares`. None.</li><li>`high`: all do</li></ul>`x`",
    ["low", "high"],
  ],
  ["items in bold or plain", "Supported values are: <li>Low</li><li>High -- all do</li> **Other**", ["Low", "High"]],
  [
    "lines with meanings",
    "Possible values are:</br>`low` — Nobody does.</br>`high` — All do.<br>Default.",
    ["low", "high"],
  ],
  ["the first sentence", "How much it matters: `low`, `middle` or `high`. See `other`.", ["low", "middle", "high"]],
  ["an open list", "Possible values are: `low`, `unknownFutureValue`.", ["low", "unknownFutureValue"]],
])("%s", (_name, markdown, values) => {
  expect(valuesIn(markdown)).toEqual(values);
});

test.each([
  ["nothing", ""],
  ["no list", "The kind of ship."],
  ["code without the phrase", "Use `low` or `high`."],
  ["prose behind the phrase", "Possible values are listed in the manifest."],
  ["a link behind the phrase", "Possible values are described [here](kinds.md)."],
  ["examples", "For example: `low`, `high`."],
  ["prose among the codes of the first sentence", "How it is: `low`, `high` if asked."],
  ["a later sentence", "How it is. Compare: `low`, `high`."],
  ["items of prose", "Possible values:<ul><li>none: nobody cares</li><li>Whatever the captain says</li></ul>"],
  ["numbers", "Possible values are: `1`, `2`."],
  ["yes and no", "Possible values are: `true`, `false`."],
  ["a sentence in code", "Possible values are: `any text at all`."],
  ["plain words of a sentence", "Possible values are: low or whatever the captain says, within reason."],
])("no values: %s", (_name, markdown) => {
  expect(valuesIn(markdown)).toEqual([]);
});
