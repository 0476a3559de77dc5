import { defineDiagnostic } from "../source/diagnostic.ts";

export const fileUnreadable = defineDiagnostic("file/unreadable", "error", "File cannot be read", (problem: string) => [
  "a readable file",
  problem,
]);

export const fileNotUtf8 = defineDiagnostic(
  "file/not-utf8",
  "error",
  "File is not encoded in UTF-8",
  (found: string) => ["UTF-8", found],
);

export const fileBinary = defineDiagnostic("file/binary", "error", "File is not text", () => [
  "Markdown",
  "binary data",
]);

export const fileTooLarge = defineDiagnostic(
  "file/too-large",
  "error",
  "File is too large",
  (limit: number, size: number) => [`at most ${limit} MB`, `${Math.ceil(size)} MB`],
);

export const fileOutsideRoot = defineDiagnostic(
  "file/outside-root",
  "warning",
  "Symbolic link leaves the docs root and is not followed",
  () => ["a target inside the root", "one outside"],
);

export const changedContract = defineDiagnostic(
  "translation/contract",
  "warning",
  "Translation changed what the document says",
  (right: string, found: string) => [right, found],
);

export const missingLanguage = defineDiagnostic(
  "translation/missing-language",
  "warning",
  "No page has text in the language asked for",
  (wanted: string, known: readonly string[]) => [
    `text in \`${wanted}\``,
    `text in ${known.join(", ") || "no language"}`,
  ],
);
