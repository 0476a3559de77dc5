import { isObjectId } from "./object-id.ts";
import { type PathTemplate, readPathTemplate } from "./path-template.ts";

/** The page that shows an example. */
export class ExamplePage {
  /** The parts of its file name, in lower case. */
  readonly words: ReadonlySet<string>;
  readonly #lines: ReadonlyMap<string, readonly string[][]>;

  constructor(name: string, templates: readonly PathTemplate[]) {
    this.words = new Set(name.split("-"));
    this.#lines = Map.groupBy(
      templates.map(({ path }) => path.toLowerCase().split("/").filter(Boolean)),
      formOf,
    );
  }

  /** The request lines, in segments in lower case, that have as many segments as a path and end like it. */
  linesLike(segments: readonly string[]): readonly (readonly string[])[] {
    return this.#lines.get(formOf(segments)) ?? [];
  }
}

function formOf(segments: readonly string[]): string {
  return `${segments.length} ${segments.at(-1)?.toLowerCase()}`;
}

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
   * `/chats/{chat-id}/members`, since documented paths have a key after `chats`. A word of the page's file name is no key:
   * `names-addlocal.md` shows `/names/addLocal`.
   */
  templateOf(path: string, page?: ExamplePage): PathTemplate | undefined {
    if (/[{}<>\s]/.test(path.replace(/\{[^{}]*\}|\([^()]*\)/g, ""))) return undefined;
    const segments = foldItemPaths(path.split("/").filter(Boolean));
    const other = this.#keyBehindNewName(segments, page);
    const written = segments.map((segment, index) => {
      const isKey = !page?.words.has(segment.toLowerCase()) && this.#isKey(segments[index - 1], segment);
      return isKey || index === other ? "{id}" : this.#asDocumented(segment);
    });
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
      if (isPlaceholder(segment) || isObjectId(segment)) this.#keyed.add(previous);
      else this.#literals.set(previous, (this.#literals.get(previous) ?? new Set()).add(segment));
    });
  }

  /**
   * Where the key is in a path that is like a request line of its page but for a name that no request line has:
   * `/tugs/Ada/crew` beside `GET /ships/{id}/crew`. Negative if there is none.
   */
  #keyBehindNewName(segments: readonly string[], page: ExamplePage | undefined): number {
    const isNew = (segment: string | undefined) => !this.#spellings.has(segment?.toLowerCase() ?? "");
    const at = segments.findIndex((segment, index) => isNew(segment) && isNew(segments[index + 1]));
    const isLike = (line: readonly string[]) =>
      isPlaceholder(line[at + 1]) &&
      line.every((own, index) => index === at || isPlaceholder(own) || own === segments[index]?.toLowerCase());
    return at >= 0 && page?.linesLike(segments).some(isLike) ? at + 1 : -1;
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

function isPlaceholder(segment: string | undefined): boolean {
  return /^\{[^}]*\}$/.test(segment ?? "");
}
