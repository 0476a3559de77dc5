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
  const listed = listsIn(markdown).map(readList);
  const names = listed.find(({ length }) => length > 1) ?? listed.find(({ length }) => length > 0);
  return [...new Set(names ?? readFirstSentence(markdown))].map((name) => ({ name, location }));
}

/** What follows each of the phrases: "One of the lines that ... Possible values are:" has two. */
function listsIn(markdown: string): string[] {
  const lists: string[] = [];
  for (let rest = markdown; lists.length < 10; ) {
    const end = endOfWord(rest, "possibleValues");
    if (end < 0) break;
    rest = rest.slice(end);
    // `... for **type** are: ` names the property once more.
    lists.push(rest.replace(/^[^:：`.]{0,60}\*\*\s+\p{L}+\s*[:：]/u, ""));
  }
  return lists;
}

function readList(list: string): string[] {
  return readItems(list) ?? readCodes(list) ?? readQuoted(list) ?? readPlain(list);
}

/** ``<ul><li>`low`: nobody cares</li><li>`high`: all do</li></ul>``, also parted by `<br>`: what stands first in each item. */
function readItems(list: string): string[] | undefined {
  const [before = "", ...items] = list.split(/<\/ul>/i, 1)[0]?.split(/<li>|<\/?br\s*\/?>/i) ?? [];
  if (/[`.]/.test(before) || items.length > 200) return undefined;
  const names = items.flatMap((item) => {
    const [, code, bold, plain] =
      /^\s*(?:`([^`]+)`|\*\*([^*]+)\*\*|([A-Za-z]\w*)(?=\s*(?:--|<\/li>)))/i.exec(item) ?? [];
    const name = (code ?? bold ?? plain ?? "").trim();
    return isValue(name) ? [name] : [];
  });
  return names.length > 1 ? names : undefined;
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
  for (const match of list.matchAll(/(`+)([^`]+)\1|\*\*([^*`]+)\*\*/g)) {
    const between = list.slice(at, match.index);
    if (!isSeparator(between, names.length === 0)) break;
    const value = (match[2] ?? match[3] ?? "").trim();
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
