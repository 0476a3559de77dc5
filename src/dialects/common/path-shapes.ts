import { pathOfUrl } from "./match-path.ts";
import { type PathTemplate, readPathTemplate } from "./path-template.ts";

/** What the documented paths teach about the path of an example: which segments are followed by a key. */
export class PathShapes {
  readonly #keyed = new Set<string>();
  readonly #literals = new Map<string, Set<string>>();

  constructor(templates: readonly PathTemplate[]) {
    for (const { path } of templates) this.#learn(path.toLowerCase().split("/").filter(Boolean));
  }

  /**
   * The template that an example's URL is an instance of: `/chats/19:8b08@unq.gbl.spaces/members` ->
   * `/chats/{chat-id}/members`, since documented paths have a key after `chats`.
   */
  templateOf(url: string): PathTemplate | undefined {
    const path = pathOfUrl(url);
    if (/[{}<>\s]/.test(path.replace(/\{[^{}]*\}|\([^()]*\)/g, ""))) return undefined;
    const segments = path.split("/").filter(Boolean);
    const written = segments.map((segment, index) => (this.#isKey(segments[index - 1], segment) ? "{id}" : segment));
    return readPathTemplate(`/${written.join("/")}`);
  }

  #learn(segments: readonly string[]): void {
    segments.forEach((segment, index) => {
      const previous = segments[index - 1];
      if (previous === undefined || previous.includes("{")) return;
      if (/^\{[^}]*\}$/.test(segment)) this.#keyed.add(previous);
      else this.#literals.set(previous, (this.#literals.get(previous) ?? new Set()).add(segment));
    });
  }

  #isKey(previous: string | undefined, segment: string): boolean {
    if (previous === undefined || !this.#keyed.has(previous.toLowerCase())) return false;
    const isLiteral = this.#literals.get(previous.toLowerCase())?.has(segment.toLowerCase());
    return !isLiteral && !/^\$|^[a-z]+(?:\.[a-z]+)+$|[()]/i.test(segment);
  }
}
