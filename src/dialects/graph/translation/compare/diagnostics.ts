import { defineDiagnostic } from "../../../../source/diagnostic.ts";

export const changedMember = defineDiagnostic(
  "translation/member",
  "warning",
  "Translation changed a member of an enumeration",
  (right: string, found: string) => [`\`${right}\``, `\`${found}\``],
);

export const changedLink = defineDiagnostic(
  "translation/link",
  "warning",
  "Translation changed where a link leads",
  (right: string, found: string) => [`\`${right}\``, found],
);

export const changedCode = defineDiagnostic(
  "translation/code",
  "warning",
  "Translation changed code",
  (right: string, found: string) => [right, found],
);

export const changedNumber = defineDiagnostic(
  "translation/number",
  "warning",
  "Translation changed a number",
  (right: string, found: string) => [right, found],
);

export const missingRow = defineDiagnostic(
  "translation/missing-row",
  "error",
  "Translation lost a table row",
  (row: string) => [`a row \`${row}\` after this one`, "none"],
);

export const missingSection = defineDiagnostic(
  "translation/missing-section",
  "error",
  "Translation lost a section",
  (heading: string) => [`a section \`${heading}\` after this one`, "none"],
);
