import { defineDiagnostic } from "../source/diagnostic.ts";

export const requestPath = defineDiagnostic(
  "verify/request-path",
  "error",
  "Example request does not lead to one operation",
  (expected: string, found: string) => [expected, found],
);

export const requestParameter = defineDiagnostic(
  "verify/request-parameter",
  "error",
  "Client has no such parameter for the example request",
  (expected: string, found: string) => [expected, found],
);

export const requestBody = defineDiagnostic(
  "verify/request-body",
  "error",
  "Body of the example request contradicts the docs",
  (expected: string, found: string) => [expected, found],
);

export const placeholder = defineDiagnostic(
  "verify/placeholder",
  "warning",
  "Example says what to put in place of a value instead of showing one",
  (expected: string, found: string) => [expected, found],
);

export const looseJson = defineDiagnostic(
  "verify/loose-json",
  "warning",
  "Body of the example is JSON only after its form is mended",
  (expected: string, found: string) => [expected, found],
);

export const clientFailure = defineDiagnostic(
  "verify/client",
  "error",
  "Generated client fails on the example",
  (expected: string, found: string) => [expected, found],
);

export const responseStatus = defineDiagnostic(
  "verify/status",
  "error",
  "Server answers the example request with another status",
  (expected: string, found: string) => [expected, found],
);

export const responseMediaType = defineDiagnostic(
  "verify/media-type",
  "error",
  "Server answers the example request in another media type",
  (expected: string, found: string) => [expected, found],
);

export const responseHeader = defineDiagnostic(
  "verify/header",
  "error",
  "Server answers the example request with another header",
  (expected: string, found: string) => [expected, found],
);

export const undocumentedResponse = defineDiagnostic(
  "verify/undocumented-response",
  "error",
  "Example response is none that the docs describe",
  (expected: string, found: string) => [expected, found],
);

export const responseBody = defineDiagnostic(
  "verify/response-body",
  "error",
  "Body of the example response contradicts the docs",
  (expected: string, found: string) => [expected, found],
);

export const answeredBody = defineDiagnostic(
  "verify/answered-body",
  "error",
  "Server answers the example request with another body",
  (expected: string, found: string) => [expected, found],
);

export const gate = defineDiagnostic(
  "verify/gate",
  "error",
  "Mock lets a wrong request pass",
  (expected: string, found: string) => [expected, found],
);
