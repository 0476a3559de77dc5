import { memberOf, readJsonBody } from "../../common/json-value.ts";
import type { ExampleFacts } from "../example-facts.ts";
import type { GraphFacts, OperationFacts } from "../facts.ts";
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
  /** By the type that the response links, and by the one that the annotation of its example names. */
  readonly #linked = new Map<string, Reached[]>();
  readonly #annotated = new Map<string, Reached[]>();
  readonly #pageTypes: ReadonlyMap<string, string>;
  /** Short names of the types of single objects, by path. */
  readonly #types = new Map<string, string>();

  constructor(pages: readonly GraphFacts[], pageTypes: ReadonlyMap<string, string>) {
    this.#pageTypes = pageTypes;
    for (const { page, operation } of pages) if (operation) this.#addOperation(operation, page);
  }

  /**
   * The one name under which paths reach values of this shape from an object of the page's type: whose parent is of that type, or whose
   * operation the page's Methods table links; else, for a single object, the one name that leads there from where no type is stated.
   */
  find(shape: Shape, from: Pick<GraphFacts, "methods" | "page">, taken: ReadonlySet<string>): string | undefined {
    const linked = this.#find(this.#linked, shape, from, taken);
    return linked ?? this.#find(this.#annotated, shape, from, taken);
  }

  #find(
    byType: ReadonlyMap<string, readonly Reached[]>,
    { type, isCollection }: Shape,
    from: Pick<GraphFacts, "methods" | "page">,
    taken: ReadonlySet<string>,
  ): string | undefined {
    const methods = new Set(from.methods.map(({ page }) => page));
    const reached = (byType.get(type ?? "") ?? []).filter(
      ({ name, isList, parent }) => isList === isCollection && parent !== "" && !taken.has(name),
    );
    const ownerOf = ({ parent }: Reached) => this.#types.get(parent.toLowerCase());
    const own = reached.filter((entry) => ownerOf(entry) === this.#typeOf(from.page) || methods.has(entry.page));
    return onlyName(own) ?? onlyName(reached.filter((entry) => !entry.isList && ownerOf(entry) === undefined));
  }

  #addOperation({ requests, response, examples }: OperationFacts, page: string): void {
    const paths = requests.flatMap(({ method, path }) =>
      method === "get" ? [path.path.replace(/\{[^}]*\}/g, "{}")] : [],
    );
    // Sentences lose the word for a list; examples do not.
    const isList = response.isCollection || examples.some(showsList);
    const link = response.types.find((type) => type.link !== undefined)?.link;
    if (link) {
      for (const path of paths) this.#add(this.#linked, path, this.#typeOf(link.page), isList, page);
      if (!isList) for (const path of paths) this.#types.set(path.toLowerCase(), this.#typeOf(link.page));
    }
    const named = examples.flatMap((example) => (example.kind === "response" ? (example.annotation.type ?? []) : []));
    const type = named[0]?.split(".").at(-1)?.toLowerCase();
    if (type !== undefined)
      for (const path of paths) this.#add(this.#annotated, path, type, examples.some(showsList), page);
  }

  #typeOf(page: string): string {
    return this.#pageTypes.get(page) ?? typeOfPage(page);
  }

  #add(byType: Map<string, Reached[]>, path: string, type: string, isCollection: boolean, page: string): void {
    // `/worksheets/{}` reaches one of a list.
    const [, parent = "", name, item] = /^(.*)\/([a-z]\w*)(\/\{\})?$/i.exec(path) ?? [];
    if (name === undefined) return;
    byType.set(type, [...(byType.get(type) ?? []), { name, isList: item !== undefined || isCollection, parent, page }]);
  }
}

function showsList(example: ExampleFacts): boolean {
  return example.kind === "response" && memberOf(readJsonBody(example.body), "value")?.kind === "array";
}

function onlyName(reached: readonly Reached[]): string | undefined {
  const names = new Set(reached.map(({ name }) => name));
  return names.size === 1 ? [...names][0] : undefined;
}
