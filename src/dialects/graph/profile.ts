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
  // With slips: `HTTPS request`, `HTTP reqest`.
  ["request", /^https?-?req[a-z]*(?:-|$)/],
  ["query", /^(?:optional-|odata-|supported-)*query-(?:parameters?|options)(?:-|$)/],
  ["function", /^function-parameters?(?:-|$)/],
  ["path", /^(?:path|uri|url)-parameters?(?:-|$)/],
  ["headers", /^(?:optional-)?request-headers?(?:-|$)/],
  ["body", /^(?:request-body|request-parameters|body-parameters)(?:-|$)/],
  ["errors", /^error(?:-responses?|-codes|-handling|s)?$/],
  ["example", /^(?:json-)?examples?(?:-|$)/],
  ["response", /^(?:responses?|response-body|response-code)$/],
  ["methods", /^(?:methods|tasks|functions|actions)$/],
  [
    "properties",
    // `Properties and relationships`, `Relationships & properties`, `Properties/Relationships`.
    /^(?:(?:common-)?propert(?:ies|y)|properties-*(?:and)?-*(?:relationships|navigation-properties)|(?:relationships|navigation-properties)-*(?:and)?-*properties)$/,
  ],
  ["relationships", /^(?:relationships?|navigation-properties)$/],
  ["json", /^json(?:-representation)?$/],
  ["members", /^(?:members|values|enum-members|enumeration-members)$/],
];

/** The role of a section, if its heading has one. */
export function roleOf(section: Section): Role | undefined {
  return roles.find(([, pattern]) => pattern.test(section.id))?.[0];
}

/** Where OAuth2 tokens come from, by the host of the service: a declared default, since reference pages never say it. */
export const authorizations: ReadonlyMap<string, { readonly authorizationUrl: string; readonly tokenUrl: string }> =
  new Map([
    [
      "graph.microsoft.com",
      {
        authorizationUrl: "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
        tokenUrl: "https://login.microsoftonline.com/common/oauth2/v2.0/token",
      },
    ],
  ]);
