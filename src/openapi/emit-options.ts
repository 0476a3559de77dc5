import type { JsonObject } from "./document.ts";

/** What the docs do not say about the document: its head, the language of its text, and the declared defaults. */
export interface EmitOptions {
  readonly title: string;
  /** Version of the described API, e.g. `v1.0`. */
  readonly version: string;
  readonly description?: string;
  /** Licence of the docs. Left out: the document says that none is stated. */
  readonly license?: License;
  /** Replaces the servers found in the docs. */
  readonly servers?: readonly string[];
  /**
   * BCP 47 tag of the text to use, where there are translations (`de` also finds `de-DE`); else the docs' own text.
   * `all` keeps the docs' own text and adds every translation as `x-translations`.
   */
  readonly language?: string;
  /** URL of the docs root, e.g. `https://docs.contoso.com/`: relative links of a page are resolved against its place there. */
  readonly linkBase?: string;
  /** Where OAuth 2.0 tokens come from. Left out: permissions become roles of a bearer token. */
  readonly authorization?: Authorization;
  /** What the API does where its docs are silent. Default `odata`. */
  readonly conventions?: Conventions;
  /** Body of every error that the docs do not describe. Default: the one of the conventions. */
  readonly errorSchema?: JsonObject;
}

/** A License Object. */
export type License =
  | { readonly name: string; readonly identifier: string }
  | { readonly name: string; readonly url: string };

/** Endpoints of an OAuth 2.0 authorization server. */
export interface Authorization {
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
}

/**
 * The declared defaults. *odata*: single values may be null, a collection or a single primitive value comes in an object
 * with a `value` member, errors have OData's body. *plain*: a body is what the docs show.
 */
export type Conventions = "odata" | "plain";

/**
 * Marks what comes from a declared default and not from the docs: `x-md2oas-default: true`. On a response, schema, tag
 * or parameter it covers everything below it. Null for single values is the one default without a mark of its own: it
 * would stand on nearly every property.
 */
export const defaultMark = { "x-md2oas-default": true } as const;
