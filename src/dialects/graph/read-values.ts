import type { Inline } from "../../markdown/page.ts";
import { endOfWord, hasWord } from "../common/vocabulary.ts";
import type { ValueFacts } from "./facts.ts";

/**
 * The values that a description lists: after "Possible values are:" (in any language with a vocabulary), or as all that
 * its first sentence says after a colon.
 *
 * Values in code spans are taken as they are, up to the end of the list; plain words are taken only if the list is
 * nothing but words, commas and a conjunction, since prose follows the same phrase.
 */
export function readValues(description: Inline | undefined): ValueFacts[] {
  if (!description) return [];
  const { markdown, location } = description;
  const end = endOfWord(markdown, "possibleValues");
  // `... for **type** are: ` names the property once more.
  const list = markdown.slice(end).replace(/^[^:：`.]{0,60}\*\*\s+\p{L}+\s*[:：]/u, "");
  const names = end < 0 ? readFirstSentence(markdown) : (readCodes(list) ?? readQuoted(list) ?? readPlain(list));
  return [...new Set(names)].map((name) => ({ name, location }));
}

/** ``The importance of the message: `low`, `normal`, `high`.`` */
function readFirstSentence(markdown: string): string[] {
  const [, before = "", list = ""] =
    /^([^:：.。]{1,300})[:：]\s*((?:`[^`]{1,100}`[\s,、，]*(?:[a-z和或及и]{1,4}\s+)?){2,100})(?:[.。;]|$)/.exec(
      markdown,
    ) ?? [];
  const names = [...list.matchAll(/`([^`]+)`/g)].map((code) => code[1] ?? "");
  return names.every(isValue) && !hasWord(before, "exampleWords") ? names : [];
}

/** `` `a`, `b` or `c`. `` : code spans with nothing but separators, notes and equal signs between them. */
function readCodes(list: string): string[] | undefined {
  const names: string[] = [];
  let at = 0;
  for (const match of list.matchAll(/`([^`]+)`|\*\*([^*`]+)\*\*/g)) {
    const between = list.slice(at, match.index);
    if (!isSeparator(between, names.length === 0)) break;
    const value = (match[1] ?? match[2] ?? "").trim();
    if (isValue(value)) names.push(value);
    else names.push(...value.split(/\s*[,|]\s*/).filter(isValue));
    at = match.index + match[0].length;
  }
  return names.length > 0 ? names : undefined;
}

function isSeparator(between: string, isFirst: boolean): boolean {
  if (isFirst) return !/[.。]\s/.test(between) && between.length < 60;
  // A note in parentheses, `(default)`, or a meaning, `0 - none`, may follow a value.
  const bare = between.replace(/\([^()]*\)/g, "").replace(/\s-\s[^,;]*(?=[,;]|$)/g, "");
  return (
    /^[\s,;|/、，；*<>br-]*(?:(?:and|or|und|oder|e|ou|y|o|et|и|или|和|或|及)[\s,:]*)?$/i.test(bare) && bare.length < 40
  );
}

function readQuoted(list: string): string[] | undefined {
  const match = /^[\s:]*((?:["'“‘][\w.-]+["'”’][\s,]*(?:(?:and|or)\s+)?)+)/i.exec(list);
  if (!match) return undefined;
  return [...(match[1] ?? "").matchAll(/["'“‘]([\w.-]+)["'”’]/g)].map((value) => value[1] ?? "");
}

/** `: low, medium, high.` */
function readPlain(list: string): string[] {
  const match =
    /^\s*:\s*((?:[A-Za-z][\w-]*\s*[,|]\s*(?:(?:and|or)\s+)?)+(?:(?:and|or)\s+)?[A-Za-z][\w-]*)\s*(?:[.;(]|$)/.exec(
      list,
    );
  if (!match) return [];
  return (match[1] ?? "").split(/\s*[,|]\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+/).filter(isValue);
}

function isValue(value: string): boolean {
  return /^[A-Za-z_][\w.-]*$/.test(value) && !/^(?:true|false|null)$/i.test(value);
}
