import { isObjectId } from "./object-id.ts";
import { type PathTemplate, readPathTemplate } from "./path-template.ts";

/** What the documented paths teach about the path of an example: which segments are followed by a key. */
export class PathShapes {
  readonly #keyed = new Set<string>();
  /** The documented spellings of each segment, by its lower case. */
  readonly #spellings = new Map<string, readonly string[]>();
  readonly #literals = new Map<string, Set<string>>();
  /** Names that end a documented path, most of them of actions and functions: `add`, `rowsabove`. */
  readonly #endings: ReadonlySet<string>;
  readonly #namespaces: ReadonlySet<string>;

  /** `namespaces` are those of the documented types, by which casts (`/microsoft.graph.user`) are told from keys with dots. */
  constructor(templates: readonly PathTemplate[], namespaces: ReadonlySet<string>) {
    this.#namespaces = namespaces;
    this.#endings = new Set(
      templates.map(({ path }) => (path.split("/").at(-1) ?? "").replace(/\(.*/s, "").toLowerCase()),
    );
    for (const { path } of templates) {
      const segments = path.split("/").filter(Boolean);
      for (const segment of segments) this.#learnSpelling(segment);
      this.#learn(segments.map((segment) => segment.toLowerCase()));
    }
  }

  /**
   * The template that an example's path is an instance of: `/chats/19:8b08@unq.gbl.spaces/members` ->
   * `/chats/{chat-id}/members`, since documented paths have a key after `chats`.
   */
  templateOf(path: string): PathTemplate | undefined {
    if (/[{}<>\s]/.test(path.replace(/\{[^{}]*\}|\([^()]*\)/g, ""))) return undefined;
    const segments = foldItemPaths(path.split("/").filter(Boolean));
    const written = segments.map((segment, index) =>
      this.#isKey(segments[index - 1], segment) ? "{id}" : this.#asDocumented(segment),
    );
    const template = readPathTemplate(`/${written.join("/")}`);
    if (!template) return undefined;
    const isShown = (name: string) => path.includes(`{${name}}`);
    const placeholders = template.placeholders.map((placeholder) =>
      isShown(placeholder.documentedName) ? placeholder : { ...placeholder, documentedName: placeholder.name },
    );
    return { ...template, placeholders };
  }

  #learnSpelling(segment: string): void {
    const spellings = this.#spellings.get(segment.toLowerCase()) ?? [];
    if (!spellings.includes(segment)) this.#spellings.set(segment.toLowerCase(), [...spellings, segment]);
  }

  /** Services do not care about letter case, and examples are careless: `/groups/1/transitivemembers`. */
  #asDocumented(segment: string): string {
    const spellings = this.#spellings.get(segment.toLowerCase()) ?? [];
    return spellings.includes(segment) ? segment : (spellings[0] ?? segment);
  }

  #learn(segments: readonly string[]): void {
    segments.forEach((segment, index) => {
      const previous = segments[index - 1];
      if (previous === undefined || previous.includes("{")) return;
      if (/^\{[^}]*\}$/.test(segment) || isObjectId(segment)) this.#keyed.add(previous);
      else this.#literals.set(previous, (this.#literals.get(previous) ?? new Set()).add(segment));
    });
  }

  #isKey(previous: string | undefined, segment: string): boolean {
    if (previous === undefined) return false;
    if (isObjectId(segment)) return true;
    if (!this.#keyed.has(previous.toLowerCase())) return false;
    const isLiteral = this.#literals.get(previous.toLowerCase())?.has(segment.toLowerCase());
    const isName = isLiteral || this.#endings.has(segment.toLowerCase());
    return !isName && !/^\$|[(){}]/.test(segment) && !this.#isCast(segment);
  }

  /** `microsoft.graph.user` is a cast; in `/extensions/com.contoso.referral`, what has the dots is a key. */
  #isCast(segment: string): boolean {
    const namespace = /^([a-z]\w*(?:\.\w+)*)\.\w+$/i.exec(segment)?.[1];
    if (namespace === undefined) return false;
    return this.#namespaces.size === 0 || this.#namespaces.has(namespace.toLowerCase());
  }
}

/** `/root:/FolderA/FileB.txt:/content`: between the colons is one path of items, however deep. */
function foldItemPaths(segments: readonly string[]): string[] {
  const folded: string[] = [];
  for (let at = 0; at < segments.length; at++) {
    const segment = segments[at] ?? "";
    folded.push(segment);
    if (!segment.endsWith(":") || at + 1 >= segments.length) continue;
    const end = segments.findIndex((other, index) => index > at && other.endsWith(":"));
    folded.push(end < 0 ? "{path}" : "{path}:");
    if (end < 0) break;
    at = end;
  }
  return folded;
}
