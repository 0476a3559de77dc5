import type { Inline } from "../../markdown/page.ts";
import type { Located } from "../../source/location.ts";
import { patternText, primitiveOf, readSize, withoutCollection } from "./vocabulary.ts";

/** A type as a page names it, before the name is looked up across pages. */
export interface TypeExpression extends Located {
  /** The whole cell, for the report. */
  readonly text: string;
  /** The name without decoration, e.g. `String`, `user`, `microsoft.graph.user`. */
  readonly name: string;
  /** Page that the name links to, if it does. */
  readonly link?: PageLink;
  readonly isCollection: boolean;
  /** From `String, maximum size 20`. */
  readonly maxLength?: number;
  /** From `String (timestamp)`: what stands in parentheses. */
  readonly note?: string;
  /** From `[ship](ship.md) or [raft](raft.md)`: each of the types, this one included. */
  readonly alternatives?: readonly TypeExpression[];
}

/** A link to another page of the docs. */
export interface PageLink {
  /** File name without folder and `.md`, in lower case: file systems and links differ in case. */
  readonly page: string;
  readonly anchor?: string;
}

/**
 * Reads a type cell: `String`, `[user](user.md) collection`, `Collection(Edm.String)`, `` `Int32` ``, `[identitySet]`,
 * `String, maximum size 50`, `microsoft.graph.user`.
 */
export function readTypeExpression(cell: Inline): TypeExpression {
  const links = cell.links.filter(({ href }) => isPage(href));
  const link = readPageLink(links[0]?.href);
  const read = readTypeName(cell.text);
  // `[list](list.md)` links a type of that name.
  const parsed = link && read.name === "" ? { name: cell.text, isCollection: false } : read;
  const isEither = links.some(({ href }) => href !== links[0]?.href);
  const alternatives = isEither && links.map((one) => readTypeExpression({ ...cell, text: one.text, links: [one] }));
  return {
    text: cell.text,
    ...parsed,
    ...(link && { link }),
    ...(alternatives && { alternatives }),
    location: cell.location,
  };
}

/** The name in a type's text, and what is said around it. */
export function readTypeName(whole: string): Pick<TypeExpression, "name" | "isCollection" | "maxLength" | "note"> {
  const text = whole.slice(0, longestType);
  const limited = readSize(text);
  const outer = splitNote(cleanName(limited?.rest ?? text));
  const item = withoutCollection(outer.name);
  const inner = splitNote(item === undefined ? outer.name : cleanName(item));
  const note = inner.note ?? outer.note;
  const name = inner.name.replace(/^#/, "").replace(/^Edm\./i, "");
  return {
    name,
    isCollection: item !== undefined || /^collection$/i.test(note ?? ""),
    // What is largest of a number is its value.
    ...(limited && primitiveOf(name) === "string" && { maxLength: limited.size }),
    ...(note && { note }),
  };
}

/** `String (timestamp)`, `String collection (optional)`; `Collection(String)` has no note. */
function splitNote(text: string): { name: string; note?: string } {
  const [, name = "", note = ""] = /^([^()]+?)\s*\(([^()]*)\)?$/.exec(text) ?? [];
  const isType = primitiveOf(name) !== undefined || Boolean(withoutCollection(name));
  return isType ? { name, note } : { name: text };
}

/** Characters that a type may have; a cell with more is a slip, and must not take more time for it. */
const longestType = 300;

/** `user object`, `user -Objekt`, `user 对象`. */
const nounPattern = new RegExp(
  `(?<=[\\p{L}\\p{N}])[\\s-]*(?:(?<=[\\s-])(?:resource type|type|values?|enum|enumeration|complex type)|${patternText("objectWords")})$`,
  "iu",
);

function cleanName(text: string): string {
  return (
    joinNamespace(text.trim())
      .replace(/[`*"“”„«»「」]|(?<![A-Za-z\d])_+|_+(?![A-Za-z\d])/g, "")
      .replace(/^\[([^\]]*)\]/, "$1")
      .replace(/（/g, "(")
      .replace(/）/g, ")")
      .replace(/\s+/g, " ")
      // `DateTimeOffset?` may be null, as all may.
      .replace(/[.,;:?。，；：\s]+$/, "")
      .replace(/^(?:an?|the)\s+/i, "")
      .replace(nounPattern, "")
      .trim()
  );
}

/** `Microsoft. Graph. callRecords. failureStage`: a translator took the dots for the ends of sentences. */
export function joinNamespace(text: string): string {
  const isTorn = /^[A-Za-z]\w*(?:\.\s?[A-Za-z]\w*)+$/.test(text) && /\.\s/.test(text);
  return isTorn ? text.replace(/(?:^|\.\s?)[A-Za-z]/g, (start) => start.replace(/\s/, "").toLowerCase()) : text;
}

/** The page a link leads to; undefined for links elsewhere. Writers mix up slashes and letter case. */
export function readPageLink(href: string | undefined): PageLink | undefined {
  if (href === undefined || !isPage(href)) return undefined;
  const [path = "", anchor] = href.split("#");
  const page = pageName(path.split("?")[0] ?? "");
  if (page === "") return undefined;
  return { page, ...(anchor && { anchor: anchor.toLowerCase() }) };
}

/** The name by which pages refer to each other: file name without folder and extension, in lower case. */
export function pageName(path: string): string {
  const file = path.replaceAll("\\", "/").split("/").at(-1) ?? "";
  return file.replace(/\.md$/i, "").toLowerCase();
}

function isPage(href: string): boolean {
  return /\.md(?:[?#]|$)/i.test(href);
}
