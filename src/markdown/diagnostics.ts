import { defineDiagnostic } from "../source/diagnostic.ts";

export const frontMatterUnclosed = defineDiagnostic(
  "front-matter/unclosed",
  "warning",
  "Front matter is never closed",
  () => ["a line `---` after the front matter", "the end of the file"],
);

export const frontMatterInvalid = defineDiagnostic(
  "front-matter/invalid",
  "warning",
  "Front matter cannot be read",
  (problem: string) => ["YAML with one key per line", problem],
);

export const includeUnresolved = defineDiagnostic(
  "include/unresolved",
  "warning",
  "Include cannot be read",
  (path: string, problem: string) => [`a Markdown file at \`${path}\``, problem],
);

export const includeCycle = defineDiagnostic("include/cycle", "warning", "Include includes itself", (path: string) => [
  "includes that end",
  `\`${path}\` inside itself`,
]);

export const fenceUnclosed = defineDiagnostic(
  "code/unclosed",
  "warning",
  "Code block is never closed",
  (next: string) => ["a closing fence", next],
);

export const fenceGlued = defineDiagnostic(
  "code/glued-fence",
  "warning",
  "Closing fence stands at the end of a line of code",
  () => ["the fence on a line of its own", "code before it"],
);

export const tableDelimiter = defineDiagnostic(
  "table/delimiter-width",
  "warning",
  "Table has a different number of header cells and delimiters",
  (header: number, delimiter: number) => [`${header} delimiters`, `${delimiter}`],
);

export const rowBroken = defineDiagnostic(
  "table/broken-row",
  "warning",
  "Table row is broken over lines",
  (rest: string) => ["one line", `its rest on a line of its own: \`${rest}\``],
);

export const rowWidth = defineDiagnostic(
  "table/row-width",
  "warning",
  "Table row is not as wide as its header",
  (header: number, row: number) => [`${header} cells`, `${row}`],
);

export const headingSpace = defineDiagnostic(
  "heading/missing-space",
  "warning",
  "Heading has no space after `#`",
  () => ["a space after the number signs", "text"],
);

export const nestingTooDeep = defineDiagnostic(
  "list/too-deep",
  "warning",
  "List is nested deeper than can be read",
  (found: number) => ["at most 80 columns of indentation and marks", `${found}`],
);

export const commentUnclosed = defineDiagnostic("comment/unclosed", "warning", "Comment is never closed", () => [
  "`-->`",
  "the end of the file",
]);

export const annotationInvalid = defineDiagnostic(
  "annotation/invalid-json",
  "warning",
  "Annotation is not valid JSON",
  (problem: string) => ["a JSON object", problem],
);

export const bilingualBroken = defineDiagnostic(
  "bilingual/broken-pair",
  "warning",
  "Side-by-side markup is broken",
  (problem: string) => ["a translated span followed by its source span", problem],
);

export const bilingualIds = defineDiagnostic(
  "bilingual/id-mismatch",
  "warning",
  "Halves of a side-by-side pair have different ids",
  (target: string, source: string) => [`\`${target}\` on both`, `\`${source}\` on the source half`],
);

export const tocInvalid = defineDiagnostic(
  "toc/invalid",
  "warning",
  "Table of contents cannot be read",
  (problem: string) => ["YAML with a list of entries", problem],
);

export const textTooLong = defineDiagnostic(
  "text/too-long",
  "warning",
  "Text is too long to be read as Markdown",
  (size: string) => ["a paragraph or cell of at most 64 kB with at most 2000 brackets", size],
);
