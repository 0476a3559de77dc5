import type { Inline } from "../../markdown/page.ts";
import { isTranslated } from "../common/page-language.ts";
import { readPageLink } from "../common/type-expression.ts";
import { isWord, patternText, primitiveOf, primitiveWithin } from "../common/vocabulary.ts";
import type { TypeMention } from "./facts.ts";

/**
 * The types that a sentence names: by link to a page, or as a word before "object", "collection", "in the response
 * body" (`a `200 OK` response code and an updated androidLobApp object`).
 */
export function readTypeMentions(content: Inline, language: string): TypeMention[] {
  const linked = readLinks(content);
  const bare = isTranslated(language) ? namesIn(content, language) : typesBeforeNouns(content.text);
  return [...linked, ...bare.map((text) => ({ text, location: content.location }))];
}

function namesIn(content: Inline, language: string): string[] {
  const names = [...identifiersIn(content), ...boldIn(content)];
  return names.length === 0 && content.links.length === 0 ? primitivesIn(content, language) : names;
}

function readLinks({ text, links, location }: Inline): TypeMention[] {
  let end = 0;
  return links.flatMap(({ text: name, href }, index) => {
    const start = text.indexOf(name, end);
    const isAlternative = index > 0 && start > end && joinsAlternatives(text.slice(end, start));
    if (start >= 0) end = start + name.length;
    const link = readPageLink(href);
    return link ? [{ text: name, link, location, ...(isAlternative && { isAlternative }) }] : [];
  });
}

/** Whether nothing but a comma or a conjunction stands between two links: `, `, ` and/or `. */
function joinsAlternatives(between: string): boolean {
  if (between.length > 20) return false;
  const words = between.split(/[\s,、，/]+/).filter((word) => word !== "");
  return words.length > 0 ? words.every((word) => isWord(word, "and") || isWord(word, "or")) : /[,、，/]/.test(between);
}

function typesBeforeNouns(text: string): string[] {
  const nouns = text.matchAll(
    /(?<![\w.])([A-Za-z][\w.]*)\s+(?:objects?|collections?|resources?|entit(?:y|ies)|in the (?:response|request) body)(?!\w)/g,
  );
  const named = [...nouns]
    .map((match) => match[1] ?? "")
    .filter(
      (word) =>
        !/^(?:the|an?|of|and|or|json|response|request|this|new|updated|these|following|collection|object|code|that|body|anything|propert(?:y|ies)|parameters?|items?|files?|lists?|results?)$/i.test(
          word,
        ),
    );
  // `a Boolean value`; what is no primitive has values, too.
  const values = [...text.matchAll(/\b([A-Za-z]\w*) values?\b/g)].map((match) => match[1] ?? "");
  return [...named, ...values.filter((word) => primitiveOf(word) !== undefined)];
}

/** Word order differs between languages; a word with a capital inside is a name in all of them. */
function identifiersIn({ text, codes }: Inline): string[] {
  return (text.match(/(?<![\w.])[A-Za-z][\w.]*[a-z][A-Z]\w*/g) ?? []).filter((word) => !codes.includes(word));
}

/** Writers set types in bold where they do not link them; translators take the noun along: `**objeto navio.**`. */
function boldIn({ markdown }: Inline): string[] {
  return [...markdown.matchAll(boldPattern)].map((match) => match[1] ?? "");
}

const boldPattern = new RegExp(
  `\\*\\*(?:(?:${patternText("objectWords")})\\s+)?(\\p{L}[\\p{L}\\p{N}.]*?)\\.?\\*\\*`,
  "giu",
);

/** `um Stream no corpo da resposta`, `uma coleção de cadeias de caracteres`: what a sentence without names returns. */
function primitivesIn({ text }: Inline, language: string): string[] {
  const named = text.match(/(?<![\p{L}\p{N}.])(?:String|Stream|Boolean|Int32|Int64|Double|Guid)(?![\p{L}\p{N}.])/gu);
  return named ?? [primitiveWithin(text, language)].filter((name) => name !== undefined);
}
