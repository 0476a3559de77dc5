import type { Text } from "../../model/text.ts";
import type { Located, SourceLocation } from "../../source/location.ts";
import type { TypeExpression } from "../common/type-expression.ts";

/** An object type that a page describes. */
export interface ResourceFacts extends Located {
  /** Full name where the page states it, else the short name of its title. */
  readonly name: string;
  readonly isFullName: boolean;
  /** The base type as the annotation and as the prose state it. */
  readonly baseTypes: readonly TypeExpression[];
  /** The types that inherit from it, as its prose states them. */
  readonly derivedTypes: readonly TypeExpression[];
  readonly isAbstract: boolean;
  readonly isOpen: boolean;
  readonly key: readonly string[];
  /** Names that the annotation gives as optional, relationships mostly. */
  readonly optional: readonly string[];
  readonly properties: readonly PropertyFacts[];
  /** Heading and prose of the section that describes it, where the page's are about another type. */
  readonly title?: string;
  readonly description?: Text;
}

/** A property, relationship or body member. */
export interface PropertyFacts extends Located {
  readonly name: string;
  readonly type?: TypeExpression;
  readonly isNavigation: boolean;
  readonly description?: Text;
  readonly required?: boolean;
  readonly readOnly: boolean;
  readonly nullable?: boolean;
  readonly deprecated: boolean;
  readonly defaultValue?: string | number | boolean;
  readonly maxLength?: number;
  /** Values that the description lists. */
  readonly values: readonly ValueFacts[];
  /** The values stand as plain words, not as code: a translator may have changed them. */
  readonly arePlain?: boolean;
  /** What the page's JSON shows for it. */
  readonly json?: JsonForm;
  /** Its place among the members of the page's JSON, and on the page. */
  readonly jsonPosition?: number;
  readonly jsonLocation?: SourceLocation;
  /** The name may be the work of a translator. */
  readonly isUncertain?: boolean;
  /** The name cell of a translated page holds no name; `name` is what it says. */
  readonly isUnreadable?: boolean;
  readonly evidence: "table" | "json";
}

/** A value of an enumeration. */
export interface ValueFacts extends Located {
  readonly name: string;
  /** The name may be the work of a translator. */
  readonly isUncertain?: boolean;
  readonly description?: Text;
}

/** The shape of a value in a JSON representation. */
export type JsonForm =
  | { readonly kind: "primitive"; readonly text: string }
  | { readonly kind: "boolean" | "number" | "null" }
  | { readonly kind: "object"; readonly type?: string; readonly properties: readonly PropertyFacts[] }
  | { readonly kind: "array"; readonly items?: JsonForm };

/** An enumeration that a page describes. */
export interface EnumFacts extends Located {
  readonly name: string;
  readonly isFullName: boolean;
  readonly anchor?: string;
  readonly description?: Text;
  readonly members: readonly ValueFacts[];
  readonly isFlags: boolean;
}
