import type { Inline, Link, Section } from "../../markdown/page.ts";
import type { Located } from "../../source/location.ts";
import { paragraphsIn } from "../common/outline.ts";
import { readPageLink, readTypeExpression, readTypeName, type TypeExpression } from "../common/type-expression.ts";
import { afterWord, endOfWord, isWord } from "../common/vocabulary.ts";
import { roleOf } from "./profile.ts";
import { cleanTypeName } from "./read-json-form.ts";

/** The base type, by annotation and by the page's first sentences: "Inherits from [x](x.md)", "A subclass of [x](x.md)". */
export function readBases(root: Section, annotated: unknown, annotation: Located): TypeExpression[] {
  const stated = proseOf(root).flatMap(
    (content) => baseBeforeVerb(content) ?? baseInSentence(content) ?? baseAtStart(content) ?? [],
  );
  const labelled = [...proseOf(root), ...itemsOf(root)].flatMap((content) => baseAfterLabel(content) ?? []);
  return [...readBase(annotated, annotation), ...[...stated, ...labelled].slice(0, 1)];
}

/** The base type that an annotation names. */
export function readBase(annotated: unknown, { location }: Located): TypeExpression[] {
  if (typeof annotated !== "string" || annotated.trim() === "") return [];
  return [{ text: annotated, ...readTypeName(cleanTypeName(annotated)), location }];
}

/** "The base type for [x](x.md) and [y](y.md)": links alone, since prose would say what else they have to do with it. */
export function readDerived(root: Section): TypeExpression[] {
  // `基类型：x` is a label: x is the base.
  const prose = proseOf(root).filter((content) => baseAfterLabel(content) === undefined);
  return prose.flatMap((content) => {
    const end = endOfWord(content.markdown, "baseOf");
    const [list = ""] =
      end < 0
        ? []
        : (/^[\s:：]*(?:\[[^\]]*\]\([^)]*\)[\s,、，]*(?:[a-z和或及и]{1,4}\s+)?)+/.exec(content.markdown.slice(end)) ??
          []);
    return content.links
      .filter(({ text, href }) => list.includes(`](${href})`) && readPageLink(href) && text !== "")
      .map((link) => readTypeExpression({ ...content, text: link.text, links: [link] }));
  });
}

/** The paragraphs that speak of the type itself. */
export function proseOf(root: Section): Inline[] {
  const tables = root.sections.filter((child) => /^(?:properties|relationships)$/.test(roleOf(child) ?? ""));
  return [root, ...tables].flatMap(({ blocks }) => paragraphsIn(blocks).map(({ content }) => content));
}

/** The items of lists below the title, where facts on the type stand with their labels. */
function itemsOf({ blocks }: Section): Inline[] {
  return blocks.flatMap((block) => (block.kind === "list" ? block.items.map(({ content }) => content) : []));
}

/** `von [x](x.md) abgeleitet`, in languages that have their verbs at the end: the link right before it. */
function baseBeforeVerb(content: Inline): TypeExpression | undefined {
  const before = content.text.slice(0, Math.max(endOfWord(content.text, "inherits"), 0));
  const links = content.links.filter(({ text, href }) => text !== "" && /\.md/i.test(href));
  const link = links.find(({ text }) => {
    const at = before.lastIndexOf(text);
    return at >= 0 && before.length - at - text.length < 20;
  });
  return link && readTypeExpression({ ...content, text: link.text, links: [link] });
}

function baseInSentence(content: Inline): TypeExpression | undefined {
  const end = endOfWord(content.text, "inheritsFrom");
  if (end < 0) return undefined;
  const rest = content.text.slice(end);
  const link = linkAround(end, content) ?? firstLinkIn(rest, content);
  const isNear = link && rest.indexOf(link.text) < 40;
  if (link && isNear) return readTypeExpression({ ...content, text: link.text, links: [link] });
  const word = bareType(rest);
  return word === undefined ? undefined : readTypeExpression({ ...content, text: word, links: [] });
}

/** `Extends [x](x.md).`, `The following properties are inherited from [x](x.md).`; not `Extends the time of [x](x.md)`. */
function baseAtStart(content: Inline): TypeExpression | undefined {
  for (const sentence of content.text.split(/(?<=[.。])\s+|\n/)) {
    const rest = afterWord(sentence, "startsWithBase");
    const stated = rest === undefined ? undefined : typeAtStart(rest, content);
    if (stated) return stated;
  }
  return undefined;
}

/** `**Base type**: [x](x.md)`, `Base class: x`. */
function baseAfterLabel(content: Inline): TypeExpression | undefined {
  for (const line of content.text.split("\n")) {
    const [, label = "", rest = ""] = /^([^:：]{1,40})[:：]\s*(.+)$/.exec(line) ?? [];
    if (!isWord(label, "baseLabels")) continue;
    const word = bareType(rest);
    const isNamed = word !== undefined && !isWord(word, "none") && word !== "null";
    return (
      typeAtStart(rest, content) ?? (isNamed ? readTypeExpression({ ...content, text: word, links: [] }) : undefined)
    );
  }
  return undefined;
}

/** The type that a text begins with: a link, a code span, or what can only be a name. */
function typeAtStart(rest: string, content: Inline): TypeExpression | undefined {
  const text = rest.replace(/^\s*(?:(?:an?|the)\s+)?(?:(?:type|entity|resource)\s+)?/i, "");
  const link = firstLinkIn(text, content);
  // `Extends [x](x.md)'s stay`
  if (link && text.startsWith(link.text) && !/^[\w'’]/.test(text.slice(link.text.length)))
    return readTypeExpression({ ...content, text: link.text, links: [link] });
  const [word = ""] = /^[A-Za-z][\w.]*\w/.exec(text) ?? [];
  const isName = content.codes.includes(word) || /[a-z][A-Z]|\w\.\w/.test(word);
  return isName ? readTypeExpression({ ...content, text: word, links: [] }) : undefined;
}

/** In `Herda [de navio](ship.md)`, the link has taken in the last of the words. */
function linkAround(end: number, { text: whole, links }: Inline): Link | undefined {
  return links.find(({ text, href }) => {
    const at = whole.indexOf(text, Math.max(end - text.length + 1, 0));
    return text !== "" && /\.md/i.test(href) && at >= 0 && at < end;
  });
}

/** The link whose text stands first, the longest of them: `[tug](tug.md)` before the verb is no part of `[tugboat](tugboat.md)`. */
function firstLinkIn(rest: string, { links }: Inline): Link | undefined {
  const found = links.filter(({ text, href }) => text !== "" && /\.md/i.test(href) && rest.includes(text));
  return found.sort((a, b) => rest.indexOf(a.text) - rest.indexOf(b.text) || b.text.length - a.text.length)[0];
}

/** ` directoryObject and ...`, ` contoso.vessel and ...`, ` vessel.`; in "derived from descendants (like ...)" no type is named. */
function bareType(rest: string): string | undefined {
  const [, word = "", after = ""] = /^[\s:]*(?:(?:an?|the)\s+)?([A-Za-z][\w.]*\w)\s*(.?\w*)/.exec(rest) ?? [];
  const isName = /[a-z][A-Z]|\w\.\w/.test(word) || /^(?:$|[.,;。]|(?:resource|type|entity|object)$)/.test(after);
  return word !== "" && isName ? word : undefined;
}
