import type { Block } from "../../markdown/page.ts";

/** The members of a body that prose calls required. */
export interface RequiredMembers {
  readonly names: readonly string[];
  /** `All the properties in the following table are required.` */
  readonly isAll: boolean;
}

/**
 * `The request body must contain **name**`, `Only the body property is mandatory`, `The only required property is `id``, `You must
 * include the following properties:` and a list. What is required in some cases only is not said to be required.
 */
export function readRequired(blocks: readonly Block[]): RequiredMembers {
  const names = new Set<string>();
  let isAll = false;
  blocks.forEach((block, at) => {
    if (block.kind !== "paragraph") return;
    for (const sentence of sentencesOf(block.content.markdown)) {
      isAll ||= everyRow.test(sentence);
      for (const name of namesIn(requiredPart(sentence))) names.add(name);
      if (announcesList.test(sentence)) for (const name of leadingNames(blocks[at + 1])) names.add(name);
    }
  });
  return { names: [...names], isAll };
}

function sentencesOf(markdown: string): string[] {
  return markdown
    .split(/(?<=[.;!?])\s+|\n\n/)
    .map((sentence) => sentence.replace(/^[>\s]+/, "").replace(/\s+/g, " "))
    .filter((sentence) => sentence.length < longestSentence && !isConditional.test(sentence));
}

const longestSentence = 400;

const isConditional = /\b(?:if|when|unless|either|or|whether|depending|for (?:an?|each|every)|except)\b/i;

const everyRow =
  /^all (?:of )?(?:the )?(?:properties|parameters|fields)(?: (?:that are )?(?:listed|shown|described))? in the (?:following )?table(?: below)? are (?:required|mandatory)\b/i;

const announcesList =
  /^(?:the )?(?:request(?: body| payload)?|body|you) must (?:contain|include|specify|provide|supply|have) the following (?:required )?(?:properties|parameters|fields|members)\W*$/i;

const patterns = [
  /^(?:the )?(?:request(?: body| payload)?|body|you) must (?:contain|include|specify|provide|supply|have) (.+)/i,
  /^(?:only )?(?:the )?(.+?) (?:propert(?:y|ies)|parameters?|fields?|members?) (?:is|are) (?:required|mandatory)(?=\W*$|,)/i,
  /^the only required (?:propert(?:y|ies)|parameters?|fields?|members?) (?:is|are) (.+)/i,
];

function requiredPart(sentence: string): string {
  return patterns.map((pattern) => pattern.exec(sentence)?.[1]).find((part) => part !== undefined) ?? "";
}

/** Names in code or bold, or the one word that there is. */
function namesIn(part: string): string[] {
  const marked = [...part.matchAll(/`([\w.@]+)`|\*\*([\w.@]+)\*\*/g)].map(([, code, bold]) => code ?? bold ?? "");
  return marked.length === 0 && /^\w+$/.test(part) ? [part] : marked;
}

/** The names with which the items of a list begin. */
function leadingNames(block: Block | undefined): string[] {
  if (block?.kind !== "list") return [];
  return block.items.flatMap(({ content }) => namesIn(content.markdown.split(/[\s:,–-]/, 1)[0] ?? ""));
}
