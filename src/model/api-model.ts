import type { Located } from "../source/location.ts";
import type { Enum } from "./enum.ts";
import type { Operation } from "./operation.ts";
import type { Resource } from "./resource.ts";
import type { Text } from "./text.ts";

/** What the docs say about an API. Knows nothing of Markdown, and nothing of OpenAPI. */
export interface ApiModel {
  /** URL of the service with base path and version, e.g. `https://graph.microsoft.com/v1.0`, from the example requests. */
  readonly servers: readonly string[];
  /** In the order of the output: sorted by path, then method. */
  readonly operations: readonly Operation[];
  readonly resources: readonly Resource[];
  readonly enums: readonly Enum[];
  /** In the order of the output. */
  readonly tags: readonly Tag[];
  /** Groups of tags, as the table of contents makes them. */
  readonly tagGroups?: readonly TagGroup[];
  /** Where OAuth2 tokens come from, where the dialect knows it of the service. */
  readonly authorization?: { readonly authorizationUrl: string; readonly tokenUrl: string };
  /** Language tag of the docs' own text (`Text.markdown`), e.g. `en-US`. */
  readonly language: string;
}

/** A group of tags: a top entry of the table of contents. */
export interface TagGroup extends Located {
  readonly name: string;
  /** Names of tags of the model. */
  readonly tags: readonly string[];
}

/** A group of operations. */
export interface Tag extends Located {
  readonly name: string;
  readonly description?: Text;
}
