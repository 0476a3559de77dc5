import { describe, expect, test } from "vitest";
import { isRequiredField, readColumns, readFieldName, readFields } from "../../../src/dialects/common/field-table.ts";
import type { Table } from "../../../src/markdown/page.ts";
import { blocksOf, read } from "../../markdown/read.ts";

function tableOf(header: string, ...rows: string[]): Table {
  const delimiters = header.replace(/[^|]+/g, "--");
  const [table] = blocksOf(read([header, delimiters, ...rows].join("\n")).page);
  if (table?.kind !== "table") throw new Error("expected a table");
  return table;
}

describe("columns", () => {
  test.each([
    ["|Property|Type|Description|", { name: 0, type: 1, description: 2 }],
    ["|Name|Description|Type|", { name: 0, type: 2, description: 1 }],
    ["|Property|Type|", { name: 0, type: 1 }],
    ["|Header|Value|", { name: 0, value: 1 }],
    ["|Name|Value|Description|", { name: 0, value: 1, description: 2 }],
    ["|Value|Member|Description|", { name: 1, value: 0, description: 2 }],
    ["|Parameter|Type|Required|Description|", { name: 0, type: 1, required: 2, description: 3 }],
    [
      "|Property|Type|Required (y/n)|Default|Description|",
      { name: 0, type: 1, required: 2, default: 3, description: 4 },
    ],
    ["|Property|Type|Required|Nullable|Description|", { name: 0, type: 1, required: 2, nullable: 3, description: 4 }],
    ["|PROPERTY NAME|type:|Remarks|", { name: 0, type: 1, description: 2 }],
    ["|Α|Β|Γ|", { name: 0, type: 1, description: 2 }],
    ["|Property|Β|Γ|", { name: 0, type: 1, description: 2 }],
    ["|Α|Β|", { name: 0, description: 1 }],
    ["|constructor|toString|", { name: 0, description: 1 }],
  ])("%s", (header, columns) => {
    expect(readColumns(tableOf(header, header))).toEqual(columns);
  });
});

test.each([
  ["name", "name", undefined],
  ["**name**", "name", undefined],
  ["`name`", "name", undefined],
  ["_name_", "name", undefined],
  ["a_b_c", "a_b_c", undefined],
  ["__proto__", "__proto__", undefined],
  ["a\\_b", "a_b", undefined],
  ['"name"', "name", undefined],
  ["name (deprecated)", "name", "deprecated"],
  ["name(deprecated)", "name", "deprecated"],
  ["name（已弃用）", "name", "已弃用"],
  ["name (a", "name", "a"],
  ["name:", "name", undefined],
  ["name,", "name", undefined],
  ["@harbour.rank", "@harbour.rank", undefined],
  ["a/b~c", "a/b~c", undefined],
  ["$top", "$top", undefined],
  ["two words (note)", "two words (note)", undefined],
  ["", "", undefined],
])("the name in %j is %j", (text, name, note) => {
  expect(readFieldName(text)).toEqual({ name, ...(note !== undefined && { note }) });
});

test("caption rows and empty rows are no fields; a row without a name is", () => {
  const table = tableOf(
    "|Property|Type|Description|",
    "|**Deck**|",
    "|**Hull**| | |",
    "|&nbsp; **Keel**||",
    "| | | |",
    "|a|String|b|",
    "||String|c|",
    "|**d**|String|e|",
  );
  expect(readFields(table).map(({ name }) => name)).toEqual(["a", "", "d"]);
});

test.each([
  ["|a|String|Required. The name.|", true],
  ["|a|String|The name. Required.|", true],
  ["|a|String|The name (required).|", true],
  ["|a|String|The name [Required]|", true],
  ["|a (required)|String|The name.|", true],
  ["|a|String (required)|The name.|", true],
  ["|a|String|**Required**. The name.|", true],
  ["|a|String|Optional. The name.|", false],
  ["|a|String|The name, optional.|", undefined],
  ["|a|String|Required if there is one.|", undefined],
  ["|a|String|The required name.|", undefined],
  ["|a|String|Not required.|", undefined],
  ["|a|String||", undefined],
])("%s is required: %s", (row, expected) => {
  const [field] = readFields(tableOf("|Property|Type|Description|", row));
  expect(field && isRequiredField(field)).toBe(expected);
});

test.each([
  ["Yes", true],
  ["Y", true],
  ["Required", true],
  ["No", false],
  ["Optional", false],
  ["", undefined],
])("a Required column that says %j", (cell, expected) => {
  const [field] = readFields(tableOf("|Property|Type|Required|Description|", `|a|String|${cell}|b|`));
  expect(field && isRequiredField(field)).toBe(expected);
});
