import type { PrimitiveName } from "../../../model/type-ref.ts";
import type { Column } from "../vocabulary.ts";
import german from "./de.json" with { type: "json" };
import english from "./en.json" with { type: "json" };
import spanish from "./es.json" with { type: "json" };
import french from "./fr.json" with { type: "json" };
import japanese from "./ja.json" with { type: "json" };
import portuguese from "./pt.json" with { type: "json" };
import russian from "./ru.json" with { type: "json" };
import chinese from "./zh.json" with { type: "json" };

/**
 * The words of one language that carry structure in API docs. They are data, so that a translator can add words without
 * touching code; a new language is a new file, named in the list below.
 *
 * All words are lower case. A `*` stands for the letters that a language adds at the end of a word, or puts before it in
 * a compound: `boolesch*`, `*sammlung`.
 */
export interface LanguageWords {
  /** Primary BCP 47 subtag, e.g. `de`. */
  readonly language: string;
  readonly types: Readonly<Partial<Record<PrimitiveName, readonly string[]>>>;
  /** `String collection`. */
  readonly collectionSuffixes: readonly string[];
  /** `collection of strings`. */
  readonly collectionPrefixes: readonly string[];
  readonly columns: Readonly<Record<Column, readonly string[]>>;
  /** Headers of the first column where a table lists values, not fields. */
  readonly valueHeaders: readonly string[];
  /** Headers of the first column where a table lists relationships. */
  readonly relationshipHeaders: readonly string[];
  /** Headers of the first column where a table of a query section lists what to filter by. */
  readonly propertyHeaders: readonly string[];
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** What a cell of a "Required" column says. */
  readonly yes: readonly string[];
  readonly readOnly: readonly string[];
  /** What stands before a word that says something of the property: `This property is read-only`. */
  readonly itIs: readonly string[];
  /** What says of a property that it identifies the object. */
  readonly key: readonly string[];
  readonly notNullable: readonly string[];
  readonly nullable: readonly string[];
  readonly deprecated: readonly string[];
  /** What stands before a default value. */
  readonly default: readonly string[];
  /** What stands behind a number of characters. */
  readonly characters: readonly string[];
  /** What stands before a number that is the largest. */
  readonly notExceed: readonly string[];
  /** What stands before the number of characters that a text may have. */
  readonly maxLength: readonly string[];
  /** What stands in the place of an empty table. */
  readonly none: readonly string[];
  readonly notSupported: readonly string[];
  /** What a sentence says of things that do not work: `$search` is not supported. */
  readonly unsupported: readonly string[];
  /** "in this case": what is refused then is supported otherwise. */
  readonly inThisCase: readonly string[];
  readonly noRequestBody: readonly string[];
  readonly noResponseBody: readonly string[];
  /** Words for the parameters of an action. */
  readonly parameterWords: readonly string[];
  /** Words for a body that is a stream of bytes. */
  readonly binaryWords: readonly string[];
  readonly collectionWords: readonly string[];
  /** Words that stand beside the name of a type: `androidLobApp object`. */
  readonly objectWords: readonly string[];
  /** What stands before the base type: `inherits from x`. */
  readonly inheritsFrom: readonly string[];
  /** Labels of the base type: `Base type: x`. */
  readonly baseLabels: readonly string[];
  /** Words that a sentence on the base type begins with, where within a sentence they say other things: `Extends x`. */
  readonly startsWithBase: readonly string[];
  /** What stands behind the base type, where a language has its verbs at the end: `von x abgeleitet`. */
  readonly inherits: readonly string[];
  /** What stands between a base type and the types that inherit from it. */
  readonly baseOf: readonly string[];
  /** What says of a type that there are only objects of types that inherit from it. */
  readonly abstractType: readonly string[];
  /** What says of a type that its objects may have members of any name. */
  readonly openType: readonly string[];
  readonly possibleValues: readonly string[];
  /** What stands behind a list of values, where a language puts "one of" at its end. */
  readonly oneOfThem: readonly string[];
  /** Words right before a list of values in code; before other words, they say other things: ``Can be `a` or `b` ``. */
  readonly canBe: readonly string[];
  /** Such a word at the start of a sentence. */
  readonly either: readonly string[];
  /** Words before values of which there are more: `For example: a, b`. */
  readonly exampleWords: readonly string[];
  /** What joins names in a list; two scopes that are both needed, two that are alternatives, and one that is needed besides. */
  readonly and: readonly string[];
  readonly or: readonly string[];
  readonly plus: readonly string[];
  /** What stands before the largest size of a text: `String, maximum size 20`. */
  readonly maximum: readonly string[];
  readonly permissions: PermissionWords;
  /** How translations spell the names of HTTP headers, by the right name. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  /** How translations spell OData's query options behind the `$`, by the right name: `$erweitern` for `$expand`. */
  readonly queryOptions: Readonly<Record<string, readonly string[]>>;
}

/** The words of permission tables. */
export interface PermissionWords {
  /** The labels of the rows. */
  readonly delegated: readonly string[];
  readonly personal: readonly string[];
  readonly application: readonly string[];
  /** `from least to most privileged`. */
  readonly least: readonly string[];
  readonly most: readonly string[];
  /** What a cell says where a call needs a token, but no scope. */
  readonly noScope: readonly string[];
  /** What stands before scopes, and says how they go together: `One from A, B`. */
  readonly choice: readonly string[];
}

/** All languages with a vocabulary. */
export const languages: readonly LanguageWords[] = [
  english,
  german,
  spanish,
  french,
  japanese,
  portuguese,
  russian,
  chinese,
];
