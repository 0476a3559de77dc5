import { defineDiagnostic } from "../../source/diagnostic.ts";

export const requestMalformed = defineDiagnostic(
  "request/malformed",
  "error",
  "Request line names no path",
  (line: string) => ["a method and a path such as `GET /users/{id}`", `\`${line}\``],
);

export const requestIgnored = defineDiagnostic(
  "request/not-a-request",
  "warning",
  "Line among the request lines is none and is left out",
  (line: string) => ["a method and a path such as `GET /users/{id}`", `\`${line}\``],
);

export const requestEllipsis = defineDiagnostic(
  "request/ellipsis",
  "warning",
  "Request line stands for any depth, which OpenAPI cannot express",
  (path: string) => ["a path without `...`", `\`${path}\``],
);

export const requestOpenAddress = defineDiagnostic(
  "request/open-address",
  "info",
  "Address by path ends without the colon that OpenAPI needs; it is added",
  (path: string) => [`\`${path}:\``, `\`${path}\``],
);

export const requestRepaired = defineDiagnostic(
  "request/repaired",
  "warning",
  "Request line is not well-formed",
  (expected: string, found: string) => [expected, found],
);

export const requestLetterCase = defineDiagnostic(
  "request/letter-case",
  "warning",
  "Request lines spell a path in different letter case",
  (right: string, found: string) => [`\`${right}\``, `\`${found}\``],
);

export const requestLiteralKey = defineDiagnostic(
  "request/literal-key",
  "warning",
  "Request line names one object, not any",
  (id: string) => ["a placeholder such as `{id}`", `\`${id}\``],
);
