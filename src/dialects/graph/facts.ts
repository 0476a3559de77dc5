import type { CodeSample, Grant } from "../../model/operation.ts";
import type { Text } from "../../model/text.ts";
import type { Located, SourceLocation } from "../../source/location.ts";
import type { RequestLine } from "../common/request-line.ts";
import type { PageLink, TypeExpression } from "../common/type-expression.ts";
import type { ExampleFacts } from "./example-facts.ts";
import type { EnumFacts, PropertyFacts, ResourceFacts, ValueFacts } from "./type-facts.ts";

/** What one page says, before names are resolved across pages. Plain data. */
export interface GraphFacts extends Located {
  readonly file: string;
  /** Name by which other pages link here: file name in lower case, without `.md`. */
  readonly page: string;
  readonly language: string;
  readonly title: string;
  readonly titleText: Text;
  readonly description?: Text;
  readonly deprecated?: true;
  /** From the `Namespace:` line, e.g. `microsoft.graph.callRecords`. */
  readonly namespace?: string;
  readonly operation?: OperationFacts;
  readonly resources: readonly ResourceFacts[];
  readonly enums: readonly EnumFacts[];
  /** Pages that a Methods table links, with the return type it states. */
  readonly methods: readonly MethodFacts[];
}

/** A row of a Methods table. */
export interface MethodFacts extends Located {
  readonly page: string;
  readonly returns?: TypeExpression;
}

/** What a page says about the operations it documents. */
export interface OperationFacts {
  readonly requests: readonly RequestLine[];
  /** Left out: the page has no permissions table. */
  readonly permissions?: readonly PermissionFacts[];
  /** The sections of a page with several permissions tables, outer ones before inner ones; of others, none. */
  readonly sections: readonly SectionFacts[];
  readonly parameters: readonly ParameterFacts[];
  /** Query options that prose names (`$filter`), or `all` where it speaks of all of them. */
  readonly queryOptions: readonly QueryOptionFacts[];
  readonly requestBody: RequestBodyFacts;
  readonly response: ResponseFacts;
  readonly errors: readonly ErrorFacts[];
  readonly examples: readonly ExampleFacts[];
  /** Programs that no request stands before; the others stand with their request. */
  readonly codeSamples: readonly CodeSample[];
}

/** A row of a permissions table; several rows may hold the scopes of one permission type. */
export interface PermissionFacts extends Located {
  readonly grant: Grant;
  /** Where scopes stand, as text: translation breaks them, and only all pages together tell how they are spelt. */
  readonly cells: readonly (Located & { readonly text: string })[];
  /** Whether scopes run from most to least privileged. */
  readonly isMostFirst: boolean;
  /** In a table with a row for each resource, what the row is about. */
  readonly resource?: RowResource;
  readonly table: PermissionTable;
}

/** A permissions table, with what stands above it: a caption (`For crews:`), else the heading. */
export interface PermissionTable extends Located {
  readonly caption: string;
  /** As the language-neutral id of the heading has it, if it is one. */
  readonly title: string;
}

/** A section of a page. */
export interface SectionFacts extends Located {
  readonly id: string;
}

/** The first cell of a row: its text, and the page that it links. */
export interface RowResource {
  readonly label: string;
  readonly page?: string;
}

/** A row of a parameter or header table. */
export interface ParameterFacts extends Located {
  readonly in: "path" | "query" | "header" | "function";
  readonly name: string;
  readonly type?: TypeExpression;
  readonly required?: boolean;
  readonly description?: Text;
  readonly examples?: readonly string[];
  readonly defaultValue?: string | number | boolean;
  readonly values: readonly ValueFacts[];
  /** The values stand as plain words, not as code: a translator may have changed them. */
  readonly arePlain?: boolean;
}

/** An OData system query option. */
export interface QueryOptionFacts extends Located {
  readonly name: string;
  /** Options that the page excludes from `all`. */
  readonly except?: readonly string[];
}

/** What the Request body section says. */
export interface RequestBodyFacts {
  /** The page says that there is none. */
  readonly isNone: boolean;
  /** The page says that none is needed, and may describe one all the same. */
  readonly isOptional: boolean;
  readonly properties: readonly PropertyFacts[];
  /** Members that prose calls required. */
  readonly required: readonly string[];
  /** Whether prose speaks of several objects: `a collection of [ship] objects`. */
  readonly isCollection: boolean;
  /** Types that the section links or names. */
  readonly types: readonly TypeMention[];
  /** Whether the section speaks of parameters (of an action), not of properties (of a resource). */
  readonly hasParameters: boolean;
  /** Whether the section speaks of a stream of bytes. */
  readonly isBinary: boolean;
  /** The media types that the row on `Content-Type` names. */
  readonly mediaTypes: readonly (Located & { readonly mediaType: string })[];
  readonly description?: Text;
  readonly location?: SourceLocation;
}

/** A type that prose links or names. */
export interface TypeMention extends Located {
  readonly text: string;
  readonly link?: PageLink;
  /** Whether the text offers it beside the mention before it: `a [user] or [group]`. */
  readonly isAlternative?: true;
  /** The status code that the text of a response names before it. */
  readonly status?: number;
}

/** What the Response section says. */
export interface ResponseFacts {
  readonly statuses: readonly (Located & { readonly status: number })[];
  readonly types: readonly TypeMention[];
  /** Headers that the text names, each with the status code before it. */
  readonly headers: readonly (Located & { readonly name: string; readonly status?: number })[];
  /** The rows of a table of response headers. */
  readonly headerRows: readonly (Located & { readonly name: string; readonly description?: Text })[];
  readonly isCollection: boolean;
  /** What the words around the link of a type say: `a collection of [user] objects`, `a [user] object`. */
  readonly number?: "one" | "many";
  /** The page says that the response has no body. */
  readonly isNone: boolean;
  readonly isBinary: boolean;
  readonly properties: readonly PropertyFacts[];
  readonly description?: Text;
  readonly location?: SourceLocation;
}

/** A row of a table of error responses. */
export interface ErrorFacts extends Located {
  readonly status: number;
  readonly description?: Text;
}

/** The grants in the order in which permission tables list them. */
export const grants: readonly Grant[] = ["delegatedWork", "delegatedPersonal", "application"];
