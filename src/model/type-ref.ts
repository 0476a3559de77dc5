import type { EnumMember } from "./enum.ts";
import type { Property } from "./resource.ts";

/** How the docs name a type. */
export type TypeRef =
  | { readonly kind: "primitive"; readonly name: PrimitiveName }
  /** `extra` are the members that such an object can have in this place, besides those of its type. */
  | { readonly kind: "named"; readonly name: string; readonly extra?: readonly Property[] }
  | { readonly kind: "array"; readonly items: TypeRef }
  | { readonly kind: "object"; readonly properties: readonly Property[]; readonly isOpen?: boolean }
  | { readonly kind: "enum"; readonly members: readonly EnumMember[]; readonly isOpen?: boolean }
  | { readonly kind: "anyOf"; readonly types: readonly TypeRef[] }
  /** A type we could not read. The text is kept for the report; the schema allows anything. */
  | { readonly kind: "unknown"; readonly text: string };

/** The types with a spelling of their own, after OData's Edm primitives (OData CSDL 4.01, section 3.3). */
export type PrimitiveName =
  | "string"
  | "boolean"
  | "byte"
  | "sbyte"
  | "int16"
  | "int32"
  | "int64"
  | "integer"
  | "single"
  | "double"
  | "decimal"
  | "number"
  | "date"
  | "dateTimeOffset"
  | "timeOfDay"
  | "duration"
  | "guid"
  | "binary"
  | "stream"
  | "uri"
  /** Any JSON object, for `Json` and `Object` without further description. */
  | "object";
