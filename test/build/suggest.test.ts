import { expect, test } from "vitest";
import { findSuggestion } from "../../src/build/suggest.ts";

const words = ["build", "check", "generate", "mock", "verify", "de"];

test.each([
  ["biuld", "build"],
  ["chek", "check"],
  ["Generate", "generate"],
  ["verfiy", "verify"],
  ["moc", "mock"],
  ["lint", undefined],
  ["", undefined],
])("%s -> %s", (word, expected) => {
  expect(findSuggestion(word, words)).toBe(expected);
});
