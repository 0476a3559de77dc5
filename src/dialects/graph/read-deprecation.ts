import type { Paragraph } from "../../markdown/page.ts";
import { isTranslated } from "../common/page-language.ts";
import { hasWord } from "../common/vocabulary.ts";

/** The paragraph of an introduction that says that what the page is about is deprecated. */
export function findDeprecation(paragraphs: readonly Paragraph[], language: string): Paragraph | undefined {
  return paragraphs.find(({ content: { text }, quote }) => {
    // Notes that translated pages include can still be in English.
    if (!isTranslated(language) || /deprecat/i.test(text)) return text.split(/(?<=[.;!])\s+|\n/).some(isDeprecation);
    return quote !== undefined && hasWord(text, "deprecated");
  });
}

/**
 * `This API is deprecated`, `Note: The Outlook tasks API has been deprecated`, `Deprecated. Use ...`. But not `The older version,
 * [access reviews API], will be deprecated`, nor `Apps should be updated, as Outlook tasks are being deprecated`: there, it is
 * something else that is deprecated.
 */
function isDeprecation(sentence: string): boolean {
  const plain = sentence.slice(0, longestSentence).replace(/^\W*(?:(?:important|note|caution|warning)\b\W*)?/i, "");
  if (/^deprecated\b(?!\s+\w)/i.test(plain)) return true;
  const subject = deprecates.exec(plain.replace(sinceWhen, ""))?.[1];
  return subject !== undefined && !isPart.test(subject);
}

/** `Starting in May, this function is deprecated`. */
const sinceWhen = /^(?:starting|beginning|effective|as of|since|from|on)\b[^,;:]{1,60},\s*/i;

const deprecates =
  /^((?:this|these|the)\b(?!\s+(?:older|old|previous|former)\b)[^,;:]*?)\b(?:is|are|has been|have been|will be)\s+(?:now\s+|being\s+)?deprecated\b/i;

/** What a page is not about, but may tell of. */
const isPart =
  /\b(?:property|properties|parameters?|headers?|values?|fields?|members?|columns?|options?|permissions?|relationships?)\b/i;

/** Where a sentence is longer, it says something else. */
const longestSentence = 500;
