import { defineDiagnostic } from "../../source/diagnostic.ts";

export const pageWithoutRequest = defineDiagnostic(
  "page/no-operation",
  "error",
  "API page documents no operation",
  (found: string) => ["a code block with a request line under `HTTP request`", found],
);

export const pageUnused = defineDiagnostic(
  "page/unused",
  "info",
  "Page describes neither an operation nor a type",
  () => ["a request, a properties table, a JSON representation or a list of members", "none of them"],
);

export const noPermissions = defineDiagnostic(
  "permissions/missing",
  "warning",
  "API page has no permissions table",
  () => ["a table with a row for each permission type", "none"],
);

export const permissionUnreadable = defineDiagnostic(
  "permissions/unreadable",
  "warning",
  "Permissions cell cannot be read",
  (text: string) => ["scopes such as `User.Read`, or that the type is not supported", `\`${text}\``],
);

export const permissionProse = defineDiagnostic(
  "permissions/prose",
  "warning",
  "Permissions cell says more than its scopes",
  (text: string) => ["scopes, and `and` or `or` between them", `\`${text}\``],
);

export const permissionsUndivided = defineDiagnostic(
  "permissions/undivided",
  "warning",
  "Nothing tells which rows of a permissions table are for a request line",
  (most: number, rows: number, line: string) => [
    `up to ${most} resources that the path names`,
    `${rows} rows for \`${line}\``,
  ],
);

export const permissionsParallel = defineDiagnostic(
  "permissions/parallel",
  "info",
  "Nothing tells which of several permissions tables is for a request line",
  (line: string, title: string, others: number) => [
    `a title that names what \`${line}\` is about`,
    `\`${title}\` and ${others} ${others === 1 ? "other" : "others"}`,
  ],
);

export const scopeMangled = defineDiagnostic(
  "permissions/mangled-scope",
  "warning",
  "Scope is not spelt like a scope",
  (scope: string, text: string) => [`\`${scope}\``, `\`${text}\``],
);

export const headerUnreadable = defineDiagnostic(
  "headers/unreadable-name",
  "warning",
  "Header name cannot be read",
  (text: string) => ["a header name such as `If-Match`", `\`${text}\``],
);

export const responseMissing = defineDiagnostic("response/missing", "warning", "Page states no response", () => [
  "a status code in the Response section or in an example",
  "none",
]);

export const statusConflict = defineDiagnostic(
  "response/status-conflict",
  "warning",
  "Text and example state different status codes",
  (text: string, example: string) => [`${text} as in the text`, example],
);

export const responseUntyped = defineDiagnostic(
  "response/no-type",
  "warning",
  "Response has a body of unknown type",
  () => ["a link to a resource, or an example with `@odata.type`", "neither"],
);

export const bodyUntyped = defineDiagnostic("request/no-body-type", "warning", "Request body has no type", () => [
  "a property table, a link to a resource or a JSON example",
  "none of them",
]);

export const propertyForeign = defineDiagnostic(
  "request/foreign-property",
  "warning",
  "Request body lists a property that its type does not have",
  (name: string, type: string) => [`a property of \`${type}\``, `\`${name}\``],
);

export const parameterUnlisted = defineDiagnostic(
  "request/unlisted-parameter",
  "info",
  "Code sample names a parameter that the Request body section does not list",
  (name: string) => [`a row for \`${name}\` in the table of parameters`, "it in a code sample only"],
);

export const responseTypeConflict = defineDiagnostic(
  "response/type-conflict",
  "warning",
  "Text and example state different response types",
  (text: string, example: string) => [`\`${text}\` as in the text`, `\`${example}\``],
);

export const responseListConflict = defineDiagnostic(
  "response/list-conflict",
  "warning",
  "Text and example disagree whether the response is a list",
  (text: string, example: string) => [`${text} as in the text`, example],
);

export const pathConflict = defineDiagnostic(
  "operation/path-conflict",
  "warning",
  "Page contradicts the path of its operation about the type of a body",
  (path: string, page: string) => [`\`${path}\` as the path says`, `\`${page}\``],
);

export const exampleUnmatched = defineDiagnostic(
  "example/no-operation",
  "warning",
  "Example request fits no request line of its page",
  (found: string) => ["one of the page's operations", `\`${found}\``],
);

export const exampleUnlisted = defineDiagnostic(
  "example/unlisted-operation",
  "warning",
  "Example shows an operation that no request line lists",
  (found: string) => [`\`${found}\` below an HTTP request heading`, "it in an example only"],
);

export const exampleMethod = defineDiagnostic(
  "example/method-conflict",
  "warning",
  "Example uses another method than the request line",
  (expected: string, found: string) => [`\`${expected}\``, `\`${found}\``],
);

export const exampleForeign = defineDiagnostic(
  "example/other-service",
  "info",
  "Example is a call of another service and is left out",
  (own: string, other: string) => [`a request to \`${own}\``, `\`${other}\``],
);

export const exampleOrphan = defineDiagnostic(
  "example/no-request",
  "warning",
  "Example response has no request",
  () => ["a request before it", "none"],
);

export const operationMerged = defineDiagnostic(
  "operation/several-pages",
  "info",
  "Operation is documented on several pages, which are merged",
  (operation: string) => [`one page for \`${operation}\``, "another one"],
);

export const operationConflict = defineDiagnostic(
  "operation/conflict",
  "warning",
  "Pages contradict each other about an operation",
  (what: string, first: string, second: string) => [`${what} ${first}`, second],
);
