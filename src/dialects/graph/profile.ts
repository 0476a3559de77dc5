import type { Section } from "../../markdown/page.ts";

/** What a section of a Graph-style page is about. */
export type Role =
  | "permissions"
  | "request"
  | "query"
  | "function"
  | "path"
  | "headers"
  | "body"
  | "response"
  | "errors"
  | "example"
  | "methods"
  | "properties"
  | "relationships"
  | "json"
  | "members";

/**
 * Sections by the slug of their English heading. Translated pages carry it as an anchor, so that these patterns hold
 * in every language.
 */
const roles: readonly (readonly [Role, RegExp])[] = [
  ["permissions", /^(?:permissions?|prerequisites|scope-options)(?:-|$)/],
  ["request", /^http-?requests?(?:-|$)/],
  ["query", /^(?:optional-|odata-|supported-)*query-(?:parameters?|options)(?:-|$)/],
  ["function", /^function-parameters?(?:-|$)/],
  ["path", /^(?:path|uri|url)-parameters?(?:-|$)/],
  ["headers", /^(?:optional-)?request-headers?(?:-|$)/],
  ["body", /^(?:request-body|request-parameters|body-parameters)(?:-|$)/],
  ["errors", /^error(?:-responses?|-codes|-handling|s)?$/],
  ["example", /^(?:json-)?examples?(?:-|$)/],
  ["response", /^(?:responses?|response-body|response-code)$/],
  ["methods", /^(?:methods|tasks|functions|actions)$/],
  ["properties", /^(?:common-)?propert(?:ies|y)$/],
  ["relationships", /^(?:relationships?|navigation-properties)$/],
  ["json", /^json(?:-representation)?$/],
  ["members", /^(?:members|values|enum-members|enumeration-members)$/],
];

/** The role of a section, if its heading has one. */
export function roleOf(section: Section): Role | undefined {
  return roles.find(([, pattern]) => pattern.test(section.id))?.[0];
}

/** Where OAuth2 tokens for Microsoft Graph come from: the declared default of the dialect's security schemes. */
export const authorization = {
  authorizationUrl: "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
  tokenUrl: "https://login.microsoftonline.com/common/oauth2/v2.0/token",
} as const;
