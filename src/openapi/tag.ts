import type { Json, JsonObject } from "./document.ts";
import type { EmitContext } from "./emit-context.ts";
import { defaultMark } from "./emit-options.ts";
import type { Locations } from "./locations.ts";
import { emitTexts } from "./text.ts";

/**
 * The Tag Objects: those of the model in its order, then those that only operations name.
 *
 * @see https://spec.openapis.org/oas/v3.1.0#tag-object
 */
export function emitTags(context: EmitContext, locations: Locations): Json[] {
  const { tags, operations } = context.model;
  const byName = new Map(tags.toReversed().map((tag) => [tag.name, tag]));
  const names = new Set([...tags.map(({ name }) => name), ...operations.flatMap((operation) => operation.tags)]);
  const firstUse = new Map(
    operations.toReversed().flatMap((operation) => operation.tags.map((tag) => [tag, operation])),
  );
  return [...names].map((name, index): JsonObject => {
    const tag = byName.get(name);
    const from = tag ?? firstUse.get(name);
    if (!from) return { name };
    locations.under("tags", index)([], from);
    const description = emitTexts(context, from, { description: tag?.description });
    return "description" in description
      ? { name, ...description }
      : { name, description: `Operations on ${name}.`, ...defaultMark };
  });
}

/** The groups of tags, in the extension that Redocly's tools and others read: every tag is in one, or none is shown. */
export function emitTagGroups({ model }: EmitContext, locations: Locations): JsonObject {
  const { tagGroups = [], tags } = model;
  if (tagGroups.length === 0) return {};
  const grouped = new Set(tagGroups.flatMap((group) => group.tags));
  const rest = tags.map(({ name }) => name).filter((name) => !grouped.has(name));
  tagGroups.forEach((group, index) => {
    locations.under("x-tagGroups", index)([], group);
  });
  const groups = tagGroups.map((group): JsonObject => ({ name: group.name, tags: group.tags }));
  return { "x-tagGroups": rest.length > 0 ? [...groups, { name: "Other", tags: rest }] : groups };
}
