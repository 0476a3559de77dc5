import type { GraphFacts } from "../facts.ts";
import { type Shape, typeOfPage } from "./name-slot.ts";

/** A name under which a path reaches objects of a type: `/me/contacts` reaches a list of contacts. */
interface Reached {
  readonly name: string;
  readonly isList: boolean;
  /** Page of the operation. */
  readonly page: string;
}

/**
 * The names of relationships, as paths have them. `GET /groups/{id}/members` returning directory objects makes `members` a name for
 * a list of them; JSON representations leave relationships out.
 */
export class NavigationNames {
  readonly #byType = new Map<string, Reached[]>();

  constructor(pages: readonly GraphFacts[]) {
    for (const { page, operation } of pages) {
      if (!operation) continue;
      const link = operation.response.types.find((type) => type.link !== undefined)?.link;
      if (!link) continue;
      const type = typeOfPage(link.page);
      for (const { method, path } of operation.requests) {
        // `/worksheets/{id}` reaches one of a list; POST has actions at the end of its path.
        const [, name, key] = /\/([a-z]\w*)(\/\{[^}]*\})?$/.exec(path.path) ?? [];
        if (name === undefined || method !== "get") continue;
        const isList = key !== undefined || operation.response.isCollection;
        this.#byType.set(type, [...(this.#byType.get(type) ?? []), { name, isList, page }]);
      }
    }
  }

  /**
   * The one name under which paths reach values of this shape: among the operations that the page's Methods table links, else
   * anywhere.
   */
  find(
    { type, isCollection }: Shape,
    from: Pick<GraphFacts, "methods">,
    taken: ReadonlySet<string>,
  ): string | undefined {
    if (type === undefined) return undefined;
    const all = (this.#byType.get(type) ?? []).filter(
      ({ name, isList }) => isList === isCollection && !taken.has(name),
    );
    const linked = new Set(from.methods.map(({ page }) => page));
    return onlyName(all.filter(({ page }) => linked.has(page))) ?? onlyName(all);
  }
}

function onlyName(reached: readonly Reached[]): string | undefined {
  const names = new Set(reached.map(({ name }) => name));
  return names.size === 1 ? [...names][0] : undefined;
}
