import { defineDiagnostic } from "../../../source/diagnostic.ts";

export const translatedName = defineDiagnostic(
  "translation/name",
  "warning",
  "Translation changed a name",
  (right: string, found: string) => [`\`${right}\``, `\`${found}\``],
);

export const translatedHeader = defineDiagnostic(
  "translation/header",
  "warning",
  "Translation changed the name of a header",
  (right: string, found: string) => [`\`${right}\``, `\`${found}\``],
);

export const translatedType = defineDiagnostic(
  "translation/type",
  "warning",
  "Translation changed the name of a type",
  (right: string, found: string) => [`\`${right}\``, `\`${found}\``],
);

export const uncertainName = defineDiagnostic(
  "translation/uncertain-name",
  "warning",
  "Translation seems to have changed a name that nothing else on the page spells",
  (candidate: string | undefined, found: string) => [
    candidate === undefined ? "the name as the API spells it" : `perhaps \`${candidate}\``,
    `\`${found}\``,
  ],
);

export const uncertainMember = defineDiagnostic(
  "translation/uncertain-member",
  "warning",
  "Member may have been translated, and the page has no second source for it",
  (candidate: string | undefined, found: string) => [
    candidate === undefined ? "the member as the API spells it" : `perhaps \`${candidate}\``,
    `\`${found}\``,
  ],
);
