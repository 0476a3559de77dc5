import type { TocEntry } from "../../../../markdown/toc.ts";
import type { Tag, TagGroup } from "../../../../model/api-model.ts";
import { readPageLink } from "../../../common/type-expression.ts";

/** The pages on which a tag is used. */
export type TagPages = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The tags in the order of the table of contents, grouped by its top entries: a tag stands where the first page that uses it
 * stands. Tags that it does not mention follow in their own order.
 */
export function orderTags(
  tags: readonly Tag[],
  pages: TagPages,
  toc: readonly TocEntry[],
): { tags: Tag[]; groups: TagGroup[] } {
  const places = placesOf(toc);
  const placed = tags.map((tag) => ({ tag, place: firstPlace(pages.get(tag.name) ?? new Set(), places) }));
  placed.sort((a, b) => (a.place?.index ?? places.size) - (b.place?.index ?? places.size));
  const groups = new Map<TocEntry, string[]>();
  for (const { tag, place } of placed) if (place) groups.set(place.top, [...(groups.get(place.top) ?? []), tag.name]);
  return {
    tags: placed.map(({ tag }) => tag),
    groups: [...groups].map(([{ name, location }, names]) => ({ name, tags: names, location })),
  };
}

interface Place {
  readonly index: number;
  readonly top: TocEntry;
}

/** Where each page stands first, by its name. */
function placesOf(toc: readonly TocEntry[]): Map<string, Place> {
  const places = new Map<string, Place>();
  const visit = (entry: TocEntry, top: TocEntry) => {
    const page = readPageLink(entry.href)?.page;
    if (page !== undefined && !places.has(page)) places.set(page, { index: places.size, top });
    for (const item of entry.items) visit(item, top);
  };
  for (const entry of toc) visit(entry, entry);
  return places;
}

function firstPlace(pages: ReadonlySet<string>, places: ReadonlyMap<string, Place>): Place | undefined {
  const found = [...pages].flatMap((page) => places.get(page) ?? []);
  return found.sort((a, b) => a.index - b.index)[0];
}
