import type { GraphFacts } from "../facts.ts";
import { type Shape, typeOfPage } from "./name-slot.ts";

/** A name under which a path reaches objects of a type: `/me/contacts` reaches a list of contacts. */
interface Reached {
  readonly name: string;
  readonly isList: boolean;
  /** The path before the name, keys left out. */
  readonly parent: string;
  /** Page of the operation. */
  readonly page: string;
}

/**
 * The names of relationships, as paths have them. `GET /groups/{id}/members` returning directory objects makes `members` a name for
 * a list of them; JSON representations leave relationships out.
 */
export class NavigationNames {
  readonly #byType = new Map<string, Reached[]>();
  /** Short names of the types of single objects, by path. */
  readonly #types = new Map<string, string>();

  constructor(pages: readonly GraphFacts[]) {
    for (const { page, operation } of pages) {
      const link = operation?.response.types.find((type) => type.link !== undefined)?.link;
      if (!operation || !link) continue;
      for (const { method, path } of operation.requests) {
        if (method === "get")
          this.#add(
            path.path.replace(/\{[^}]*\}/g, "{}"),
            typeOfPage(link.page),
            operation.response.isCollection,
            page,
          );
      }
    }
  }

  /**
   * The one name under which paths reach values of this shape from an object of the page's type: whose parent is of that type, or whose
   * operation the page's Methods table links; else, for a single object, the one name that leads there from where no type is stated.
   */
  find(
    { type, isCollection }: Shape,
    from: Pick<GraphFacts, "methods" | "page">,
    taken: ReadonlySet<string>,
  ): string | undefined {
    const linked = new Set(from.methods.map(({ page }) => page));
    const reached = (this.#byType.get(type ?? "") ?? []).filter(
      ({ name, isList, parent }) => isList === isCollection && parent !== "" && !taken.has(name),
    );
    const ownerOf = ({ parent }: Reached) => this.#types.get(parent.toLowerCase());
    const own = reached.filter((entry) => ownerOf(entry) === typeOfPage(from.page) || linked.has(entry.page));
    return onlyName(own) ?? onlyName(reached.filter((entry) => !entry.isList && ownerOf(entry) === undefined));
  }

  #add(path: string, type: string, isCollection: boolean, page: string): void {
    // `/worksheets/{}` reaches one of a list.
    const [, parent = "", name, item] = /^(.*)\/([a-z]\w*)(\/\{\})?$/i.exec(path) ?? [];
    if (name === undefined) return;
    const isList = item !== undefined || isCollection;
    if (!isCollection) this.#types.set(path.toLowerCase(), type);
    this.#byType.set(type, [...(this.#byType.get(type) ?? []), { name, isList, parent, page }]);
  }
}

function onlyName(reached: readonly Reached[]): string | undefined {
  const names = new Set(reached.map(({ name }) => name));
  return names.size === 1 ? [...names][0] : undefined;
}
