import type { Inline } from "../../markdown/page.ts";
import { isTranslated } from "../common/page-language.ts";
import { readPageLink } from "../common/type-expression.ts";
import type { TypeMention } from "./facts.ts";

/**
 * The types that a sentence names: by link to a page, or as a word before "object", "collection", "in the response
 * body" (`a `200 OK` response code and an updated androidLobApp object`).
 */
export function readTypeMentions(content: Inline, language: string): TypeMention[] {
  const linked = content.links.flatMap(({ text, href }) => {
    const link = readPageLink(href);
    return link ? [{ text, link, location: content.location }] : [];
  });
  const bare = isTranslated(language) ? identifiersIn(content) : typesBeforeNouns(content.text);
  return [...linked, ...bare.map((text) => ({ text, location: content.location }))];
}

function typesBeforeNouns(text: string): string[] {
  return [
    ...text.matchAll(
      /(?<![\w.])([A-Za-z][\w.]*)\s+(?:objects?|collections?|resources?|entit(?:y|ies)|in the (?:response|request) body)(?!\w)/g,
    ),
  ]
    .map((match) => match[1] ?? "")
    .filter(
      (word) =>
        !/^(?:the|an?|of|and|or|json|response|request|this|new|updated|these|following|collection|object|code|that|body|anything|propert(?:y|ies)|parameters?|items?|files?|lists?|results?)$/i.test(
          word,
        ),
    );
}

/** Word order differs between languages; a word with a capital inside is a name in all of them. */
function identifiersIn({ text, codes }: Inline): string[] {
  return (text.match(/(?<![\w.])[A-Za-z][\w.]*[a-z][A-Z]\w*/g) ?? []).filter((word) => !codes.includes(word));
}
