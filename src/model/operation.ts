import type { Located, SourceLocation } from "../source/location.ts";
import type { Example } from "./example.ts";
import type { Property } from "./resource.ts";
import type { Text } from "./text.ts";
import type { TypeRef } from "./type-ref.ts";

/** The methods of an OpenAPI Path Item Object. */
export type HttpMethod = "get" | "put" | "post" | "delete" | "patch" | "head" | "options";

/** One method on one path. */
export interface Operation extends Located {
  /** Unique in the model, stable between runs, e.g. `message-update`. */
  readonly id: string;
  readonly method: HttpMethod;
  /** Path template in OpenAPI's syntax, e.g. `/users/{user-id}/messages/{message-id}`. */
  readonly path: string;
  readonly summary: Text;
  readonly description?: Text;
  readonly deprecated?: Text | true;
  /** Names of tags of the model. */
  readonly tags: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: RequestBody;
  readonly responses: readonly OperationResponse[];
  /** Left out: the docs have no permissions table (which is not anonymity). */
  readonly permissions?: readonly Permission[];
  /** What the docs say of this operation and of others like it, where `permissions` is a part of a table by resource. */
  readonly permissionsByResource?: readonly ResourcePermissions[];
  readonly examples: readonly Example[];
  readonly codeSamples: readonly CodeSample[];
  /** Further pages that document the same method and path. */
  readonly alsoAt?: readonly SourceLocation[];
}

/** A path, query or header parameter. */
export interface Parameter extends Located {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly type: TypeRef;
  readonly required: boolean;
  readonly description?: Text;
  /** The spelling in the docs, where the path template uses another one. */
  readonly documentedName?: string;
  /** Values seen in example requests or in the docs' tables. */
  readonly examples?: readonly string[];
  /** What the service takes where the parameter is left out. */
  readonly defaultValue?: string | number | boolean;
  /** Whether a list is one comma-separated value (`$select=id,name`), as OData writes it. */
  readonly commaSeparated?: boolean;
}

/** What a request carries. */
export interface RequestBody extends Located {
  readonly required: boolean;
  readonly description?: Text;
  readonly contents: readonly Content[];
}

/** One media type of a body. */
export interface Content extends Located {
  /** e.g. `application/json`. */
  readonly mediaType: string;
  readonly type: TypeRef;
  /** Members of a named type that this body must have, although the type itself does not require them. */
  readonly required?: readonly string[];
  /** Members that this body can have besides those of the type. */
  readonly extra?: readonly Property[];
}

/** Not called `Response`: that is a global, so a forgotten import would go unseen. */
export interface OperationResponse extends Located {
  /** Status code as OpenAPI writes it: `200`, `4XX` or `default`. */
  readonly status: string;
  readonly description?: Text;
  /** Empty: the response has no body. */
  readonly contents: readonly Content[];
  readonly headers: readonly ResponseHeader[];
}

/** A header that a response carries. */
export interface ResponseHeader extends Located {
  readonly name: string;
  readonly type: TypeRef;
  readonly description?: Text;
  readonly example?: string;
}

/** Who may call an operation. */
export interface Permission extends Located {
  readonly grant: Grant;
  /** Alternatives, from least to most privileged; of each, all scopes are needed. Empty: the grant is not supported. */
  readonly alternatives: readonly ScopeSet[];
}

/** A row of a table that lists permissions by resource. */
export interface ResourcePermissions {
  /** As the row calls it: `group event`. */
  readonly resource: string;
  readonly permissions: readonly Permission[];
}

/** Scopes that are needed together. None: any token of the grant will do. */
export interface ScopeSet extends Located {
  readonly scopes: readonly string[];
}

/** On whose behalf a token was issued. */
export type Grant = "delegatedWork" | "delegatedPersonal" | "application";

/** A request in a programming language. */
export interface CodeSample extends Located {
  /** Language name as the docs write it, e.g. `csharp`. */
  readonly language: string;
  readonly source: string;
}
