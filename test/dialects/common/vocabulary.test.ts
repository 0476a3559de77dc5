import { expect, test } from "vitest";
import { languages } from "../../../src/dialects/common/vocabulary/languages.ts";
import {
  columnOf,
  hasWord,
  headerOf,
  isWord,
  primitiveOf,
  withoutCollection,
} from "../../../src/dialects/common/vocabulary.ts";

test.each([
  ["String collection", "String"],
  ["Collection(Edm.String)", "Edm.String"],
  ["Zeichenfolgenauflistung", "Zeichenfolgen"],
  ["setting -Sammlung", "setting"],
  ["Sammlung von Objekten des Typs setting", "setting"],
  ["Sammlung (setting)", "setting"],
  ["Coleção de cadeias de caracteres", "cadeias de caracteres"],
  ["conjunto setting", "setting"],
  ["String 集合", "String"],
  ["字符串集合", "字符串"],
  ["文字列コレクション", "文字列"],
  ["Коллекция String", "String"],
  ["resourceCollection", undefined],
  ["String", undefined],
])("%s is a collection of %s", (text, item) => {
  expect(withoutCollection(text)).toBe(item);
});

test.each([
  ["Zeichenfolge", "de-DE", "string"],
  ["Boolescher Wert", "de", "boolean"],
  ["Data", "pt-BR", "date"],
  ["Data", "en-US", undefined],
  ["双精度", "zh-CN", "double"],
  ["String", "ru-RU", "string"],
  ["строка", undefined, "string"],
])("%s in %s is %s", (word, language, name) => {
  expect(primitiveOf(word, language)).toBe(name);
});

test("words stand alone in languages with spaces, and anywhere in those without", () => {
  expect(hasWord("eine Sammlung von Bäumen", "collectionWords")).toBe(true);
  expect(hasWord("die Baumsammlung", "collectionWords")).toBe(true);
  expect(hasWord("a recollection", "collectionWords")).toBe(false);
  expect(hasWord("返回树集合。", "collectionWords")).toBe(true);
  expect(isWord("Erforderlich.", "required")).toBe(true);
  expect(isWord("必需。", "required")).toBe(true);
  expect(isWord("erforderlich, wenn", "required")).toBe(false);
});

test("columns and headers are known in every language", () => {
  expect(["Eigenschaft", "Propriedade", "属性", "Свойство"].map(columnOf)).toEqual(["name", "name", "name", "name"]);
  expect(["Annehmen", "Aceitar", "接受"].map(headerOf)).toEqual(["Accept", "Accept", "Accept"]);
});

test("every language has words for everything that carries structure", () => {
  // Words before or after what they are about: languages differ in their order.
  const places = new Set(["inheritsFrom", "inherits", "startsWithBase", "oneOfThem", "canBe", "either"]);
  for (const words of languages) {
    for (const [list, entries] of Object.entries(words)) {
      if (Array.isArray(entries) && !places.has(list)) expect(entries, `${words.language}: ${list}`).not.toEqual([]);
    }
    expect([...words.inheritsFrom, ...words.inherits], words.language).not.toEqual([]);
    expect(Object.keys(words.columns), words.language).toEqual(Object.keys(languages[0]!.columns));
  }
});
