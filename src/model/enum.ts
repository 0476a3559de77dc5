import type { Located } from "../source/location.ts";
import type { Text } from "./text.ts";

/** A named list of values. */
export interface Enum extends Located {
  /** Full name, e.g. `microsoft.graph.alertSeverity`. */
  readonly name: string;
  readonly description?: Text;
  readonly members: readonly EnumMember[];
  /** Whether the server may add members: clients then see any string. */
  readonly isOpen?: boolean;
  /** Whether a value may be several members, joined by commas (OData flags). */
  readonly isFlags?: boolean;
}

/** One value of an enumeration. */
export interface EnumMember extends Located {
  readonly name: string;
  /** The name may be the work of a translator: nothing else in the docs spells it. */
  readonly isUncertain?: boolean;
  readonly description?: Text;
}
