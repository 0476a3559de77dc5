import type { Located, SourceLocation } from "../source/location.ts";
import type { Text } from "./text.ts";
import type { TypeRef } from "./type-ref.ts";

/** A named object type. OData calls it an entity type if it has a key, else a complex type. */
export interface Resource extends Located {
  /** Full name, e.g. `microsoft.graph.securityAction`. */
  readonly name: string;
  readonly title?: string;
  readonly description?: Text;
  /** Full name of the type it inherits from. */
  readonly baseType?: string;
  readonly isAbstract?: boolean;
  /** Whether objects may have properties that the docs do not list (OData open types). */
  readonly isOpen?: boolean;
  /** Whether the type stands for any JSON value, also a string or a number. */
  readonly isAnyValue?: boolean;
  readonly key?: readonly string[];
  readonly deprecated?: Text | true;
  readonly properties: readonly Property[];
  /** Further pages that describe the same type. */
  readonly alsoAt?: readonly SourceLocation[];
}

/** A member of an object type, or of an object described in place. */
export interface Property extends Located {
  readonly name: string;
  readonly type: TypeRef;
  /** Navigation properties are absent from a response unless the client expands them. */
  readonly isNavigation?: boolean;
  /** Left out: the default of the API applies (mapping.md: single values may be null). */
  readonly nullable?: boolean;
  readonly readOnly?: boolean;
  readonly required?: boolean;
  readonly deprecated?: Text | true;
  readonly description?: Text;
  readonly defaultValue?: string | number | boolean;
  readonly maxLength?: number;
  /** The name may be the work of a translator: nothing else in the docs spells it. */
  readonly isUncertain?: boolean;
  /** Where the property is known from: a table row, a JSON block, a documented path that walks it, or a code sample. */
  readonly evidence?: "table" | "json" | "path" | "sample";
}
