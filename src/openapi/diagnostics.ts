import { defineDiagnostic } from "../source/diagnostic.ts";

export const duplicateOperation = defineDiagnostic(
  "operation/duplicate",
  "warning",
  "Method and path are documented by two operations",
  (first: string, second: string) => [`one operation, \`${first}\``, `another one, \`${second}\``],
);

export const duplicateParameter = defineDiagnostic(
  "parameter/duplicate",
  "warning",
  "Parameter is documented twice",
  (name: string) => ["one parameter of a name", `a second \`${name}\``],
);

export const parameterNotInPath = defineDiagnostic(
  "parameter/not-in-path",
  "error",
  "Path parameter does not occur in the path",
  (name: string, path: string) => [`\`{${name}}\` in the path`, `\`${path}\``],
);

export const noGrant = defineDiagnostic(
  "permission/none-supported",
  "warning",
  "No kind of permission is supported, so nobody may call the operation",
  () => ["a permission for at least one kind of token", "none"],
);

export const invalidBodySyntax = defineDiagnostic(
  "example/invalid-json",
  "warning",
  "Body of the example is not JSON",
  (expected: string, found: string) => [expected, found],
);

export const invalidBody = defineDiagnostic(
  "example/invalid-body",
  "warning",
  "Body of the example contradicts the documented type",
  (expected: string, found: string) => [expected, found],
);

export const placeholderValue = defineDiagnostic(
  "example/placeholder",
  "warning",
  "Example says what to put in place of a value instead of showing one",
  (expected: string, found: string) => [expected, found],
);

export const undeclaredMember = defineDiagnostic(
  "example/undeclared-property",
  "warning",
  "Example shows a property that its type does not document",
  (name: string, type: string) => [`a property of ${type}`, `\`${name}\``],
);

export const readOnlyMember = defineDiagnostic(
  "example/read-only-property",
  "warning",
  "Example request sends a read-only property",
  (name: string) => ["only properties that can be written", `\`${name}\``],
);

export const undocumentedBody = defineDiagnostic(
  "example/undocumented-body",
  "warning",
  "Example has a body that the docs do not describe",
  (documented: string, shown: string) => [documented, shown],
);

export const undocumentedStatus = defineDiagnostic(
  "example/undocumented-status",
  "warning",
  "Example response has a status that the docs do not name",
  (documented: string, shown: string) => [documented, shown],
);

export const invalidParameterValue = defineDiagnostic(
  "example/invalid-parameter",
  "warning",
  "Example value contradicts the type of its parameter",
  (name: string, expected: string, found: string) => [`${expected} for \`${name}\``, found],
);
