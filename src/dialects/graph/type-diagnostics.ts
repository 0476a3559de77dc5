import { defineDiagnostic } from "../../source/diagnostic.ts";

export const typeUnknown = defineDiagnostic("type/unknown", "warning", "Type is described nowhere", (text: string) => [
  "a primitive type or a type with a page",
  `\`${text}\``,
]);

export const typeMissing = defineDiagnostic("type/missing", "warning", "Row states no type", (name: string) => [
  `a type for \`${name}\``,
  "an empty cell",
]);

export const typeConflict = defineDiagnostic(
  "type/conflict",
  "warning",
  "Two places state different types",
  (name: string, first: string, second: string) => [`\`${name}\` to be \`${first}\``, `\`${second}\``],
);

export const propertyMissing = defineDiagnostic(
  "resource/undocumented-property",
  "warning",
  "JSON shows a property that no table lists",
  (name: string, type: string) => [`a row for \`${name}\` in the tables of \`${type}\``, "none"],
);

export const representationInvalid = defineDiagnostic(
  "resource/invalid-json",
  "warning",
  "JSON representation is not JSON",
  (text: string) => ["JSON", text === "" ? "its end" : `\`${text}\``],
);

export const propertyName = defineDiagnostic(
  "resource/property-name",
  "warning",
  "Table and JSON spell a property differently",
  (json: string, table: string) => [`\`${json}\` as in the JSON`, `\`${table}\``],
);

export const propertyTitle = defineDiagnostic(
  "resource/title-name",
  "warning",
  "Name cell holds a title, not a name",
  (name: string, title: string) => [`\`${name}\`, as its type is spelt`, `\`${title}\``],
);

export const propertyDuplicate = defineDiagnostic(
  "resource/duplicate-property",
  "warning",
  "Property is listed twice",
  (name: string) => [`one row for \`${name}\``, "a second one"],
);

export const nameUnreadable = defineDiagnostic(
  "resource/unreadable-name",
  "warning",
  "Name cell holds no name",
  (text: string) => ["an identifier", `\`${text}\``],
);

export const typeDuplicate = defineDiagnostic(
  "resource/several-pages",
  "info",
  "Type is described on several pages, which are merged",
  (name: string) => [`one page for \`${name}\``, "another one"],
);

export const baseUnknown = defineDiagnostic(
  "resource/unknown-base",
  "warning",
  "Base type is described nowhere",
  (base: string) => [`a page for \`${base}\``, "none"],
);

export const baseCycle = defineDiagnostic(
  "resource/base-cycle",
  "error",
  "Type inherits from itself",
  (name: string) => [`a base type of \`${name}\` that ends`, "a cycle"],
);

export const baseConflict = defineDiagnostic(
  "resource/base-conflict",
  "warning",
  "Page states two base types",
  (first: string, second: string) => [`\`${first}\``, `\`${second}\``],
);

export const memberDuplicate = defineDiagnostic(
  "enum/duplicate-member",
  "warning",
  "Member is listed twice",
  (name: string) => [`one row for \`${name}\``, "a second one"],
);

export const memberEmpty = defineDiagnostic("enum/empty-member", "warning", "Member has no name", () => [
  "a name in the first cell",
  "an empty cell",
]);

export const valueUnlisted = defineDiagnostic(
  "enum/unlisted-value",
  "warning",
  "Description lists a value that its enumeration does not have",
  (type: string, values: string) => [`members of \`${type}\``, values],
);
