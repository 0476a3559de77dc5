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

export const uncertainScopes = defineDiagnostic(
  "translation/uncertain-scopes",
  "info",
  "Translated words tell how scopes go together",
  (found: string) => [
    "commas between alternatives, and a word for `and` between scopes that are needed together",
    `\`${found}\``,
  ],
);

export const uncertainType = defineDiagnostic(
  "translation/uncertain-type",
  "warning",
  "Translation seems to have changed the name of a type",
  (found: string) => ["the name of a type that the docs describe", `\`${found}\``],
);

export const uncertainValue = defineDiagnostic(
  "translation/uncertain-value",
  "info",
  "Translated words state values",
  (found: string) => ["values as the API spells them, in code spans", `\`${found}\``],
);

export const scatteredValues = defineDiagnostic(
  "translation/scattered-values",
  "info",
  "Translation moved values out of the list that they stand in",
  (found: string) => ["the values one after another, with commas between them", `\`${found}\``],
);
