import type { Inline } from "../../markdown/page.ts";
import { afterWord, endOfWord, endsOfWord, hasWord, patternText } from "../common/vocabulary.ts";
import { hasScatteredValues, sentencesWithCode } from "./scattered-code.ts";
import type { PropertyFacts } from "./type-facts.ts";

/**
 * The values that a description lists: after "Possible values are:" (in any language with a vocabulary), or as all that
 * its first sentence says after a colon.
 *
 * Values in code spans are taken as they are, up to the end of the list; plain words are taken only if the list is
 * nothing but words, commas and a conjunction, since prose follows the same phrase.
 */
export function readValues(description: Inline | undefined): Pick<PropertyFacts, "values" | "arePlain"> {
  if (!description) return { values: [] };
  const { markdown, location } = description;
  // Code spans get escaped by accident: `` \`a\`, \`b\` ``.
  const listed = listsIn(markdown).map((list) => readList(list.replaceAll("\\`", "`")));
  const list =
    readScattered(markdown) ??
    listed.find(({ names }) => names.length > 1) ??
    listed.find(({ names }) => names.length > 0) ??
    readListOfPlaceholder(markdown) ??
    readListBefore(markdown) ??
    readAlternatives(markdown) ??
    readFirstSentence(markdown);
  const values = [...new Set(list.names)].map((name) => ({ name, location }));
  return { values, ...(list.arePlain && { arePlain: true }) };
}

interface List {
  readonly names: readonly string[];
  /** Whether they are no code, but words. */
  readonly arePlain: boolean;
}

const nothing: List = { names: [], arePlain: false };

/** The words of a sentence that translation has moved values out of. */
export function wordsOfScattered(description: Inline | undefined): string | undefined {
  return sentencesWithCode(description?.markdown ?? "")
    .find(hasScatteredValues)
    ?.bare.trim()
    .slice(0, 60);
}

/** ``Os valores possíveis `a` são , , `b` `c` .``: all code of the sentence. */
function readScattered(markdown: string): List | undefined {
  const sentence = sentencesWithCode(markdown).find(hasScatteredValues);
  const names = sentence?.codes.flatMap((code) => code.split(/\s*[,|]\s*/)).filter(isValue) ?? [];
  return names.length > 1 ? { names, arePlain: false } : undefined;
}

/** `` `a`、`b` 或 `c` 之一 ``: the list stands before the words. */
function readListBefore(markdown: string): List | undefined {
  const [end] = endsOfWord(markdown, "oneOfThem");
  const codes = /(?:`[^`]{1,100}`(?:[^`.。;；：:]|\.(?!\s)){0,12}){2,100}$/.exec(markdown.slice(0, end ?? 0))?.[0];
  const list = codes === undefined ? undefined : readCodes(codes);
  return list && list.names.length > 1 ? list : undefined;
}

/** `The supported values for {period_value} are: D7, D30, and D90.`, in the words of any language. */
function readListOfPlaceholder(markdown: string): List | undefined {
  const [whole = ""] = /\{[^{}]{1,60}\}[^.。:：{}]{1,40}(?=[:：])/.exec(markdown) ?? [];
  const names = whole === "" ? [] : readPlain(markdown.slice(markdown.indexOf(whole) + whole.length));
  return names.length > 1 ? { names, arePlain: true } : undefined;
}

/** ``Can be `a` or `b`.``; in ``Either `id` or `name` is required``, the list is what is spoken of. */
function readAlternatives(markdown: string): List | undefined {
  const starts = markdown.split(/(?<=[.。;:：])\s+/).flatMap((sentence) => afterWord(sentence, "either") ?? []);
  for (const rest of [...endsOfWord(markdown, "canBe").map((end) => markdown.slice(end)), ...starts]) {
    const list = alternativesPattern.exec(rest)?.[0] ?? "";
    const { names } = readCodes(list);
    const codes = list.match(/`[^`]+`/g)?.length ?? 0;
    if (names.length > 1 && names.length === codes && /^\s*(?:[.;,。；，)）]|$)/.test(rest.slice(list.length)))
      return { names, arePlain: false };
  }
  return undefined;
}

/** The first words behind "Possible values are:", for a list that cannot be read. Numbers, `0 to 24`, need no reading. */
export function wordsForValues(description: Inline | undefined): string | undefined {
  const [list] = listsIn(description?.text ?? "");
  const words = list?.replace(/^[\s:：]+/, "") ?? "";
  return /^["'“‘「\p{L}]/u.test(words) ? words.slice(0, 40) : undefined;
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

function readList(list: string): List {
  const items = readItems(list);
  if (items) return items;
  const coded = readCodes(list);
  return coded.names.length > 0 ? coded : { names: [...readQuoted(list), ...readPlain(list)], arePlain: true };
}

/** ``<ul><li>`low`: nobody cares</li><li>`high`: all do</li></ul>``, also parted by `<br>`: what stands first in each item. */
function readItems(list: string): List | undefined {
  const [before = "", ...items] = list.split(/<\/ul>/i, 1)[0]?.split(/<li>|<\/?br\s*\/?>/i) ?? [];
  if (/[`.]/.test(before) || items.length > 200) return undefined;
  const names = items.flatMap((item) => {
    const [, code, bold, plain] =
      /^\s*(?:`([^`]+)`|\*\*([^*]+)\*\*|([A-Za-z]\w*)(?=\s*(?:--|<\/li>)))/i.exec(item) ?? [];
    const name = (code ?? bold ?? plain ?? "").trim();
    return isValue(name) ? [{ name, isPlain: code === undefined }] : [];
  });
  if (names.length < 2) return undefined;
  return { names: names.map(({ name }) => name), arePlain: names.some(({ isPlain }) => isPlain) };
}

/** ``The importance of the message: `low`, `normal`, `high`.`` Japanese has `は、` for the colon, and a verb at the end. */
function readFirstSentence(markdown: string): List {
  const [, before = "", list = ""] =
    /^([^:：.。]{1,300})(?:[:：]|は、)\s*((?:`[^`]{1,100}`[\s,、，]*(?:(?:[a-z和或及и]{1,4}|または)\s+)?){2,100})(?:です)?(?:[.。;]|$)/.exec(
      markdown,
    ) ?? [];
  const names = [...list.matchAll(/`([^`]+)`/g)].map((code) => code[1] ?? "");
  return names.every(isValue) && !hasWord(before, "exampleWords") ? { names, arePlain: false } : nothing;
}

/**
 * `` `a`, `b` or `c`. `` : code spans or bold words with nothing but separators, notes and equal signs between them. Machines that
 * translate to Chinese lose the marks between them: `` `a` `b` ：、、 `c` 。 `d` ``.
 */
function readCodes(list: string): List {
  const names: string[] = [];
  let arePlain = false;
  let at = 0;
  for (const match of list.matchAll(/(`+)([^`]+)\1|\*\*([^*`]+)\*\*/g)) {
    const between = list.slice(at, match.index);
    const isLast = /^[\s、，。]*$/.test(list.slice(match.index + match[0].length));
    if (!isSeparator(between, names.length === 0) && !(isLast && /^\s*。\s*$/.test(between))) break;
    const value = (match[2] ?? match[3] ?? "").trim();
    if (isValue(value)) names.push(value);
    else names.push(...value.split(/\s*[,|]\s*/).filter(isValue));
    arePlain ||= match[2] === undefined;
    at = match.index + match[0].length;
  }
  return { names, arePlain };
}

function isSeparator(between: string, isFirst: boolean): boolean {
  if (isFirst) return !/[.。]\s/.test(between) && between.length < 60;
  // On lines of their own, values may have any note behind them.
  if (/<br\s*\/?>[\s•*-]*$/i.test(between)) return between.length < 300;
  // A note in parentheses, `(default)`, or a meaning, `0 - none`, may follow a value.
  const outside = between.replace(/[(（][^()（）]*[)）]/g, "");
  if (meaningPattern.test(outside)) return true;
  const bare = outside.replace(/(?:^|\s)-\s?[^,;]*?(?=[,;]|<br|$)/g, "");
  return separatorPattern.test(bare.replace(/^\s*[)）](?=\s*[、，])/, "")) && bare.length < 40;
}

const conjunctions = `${patternText("and")}|${patternText("or")}`;
const separatorPattern = new RegExp(
  `^(?:[\\s,;|/、，；：*<>br-]|(?<=[、，：])。)*(?:(?:${conjunctions})[\\s,:、，]*)?$`,
  "iu",
);
/** `` `work` for members, or `guest` `` */
const meaningPattern = new RegExp(`^\\s[^.;:。；：>]{1,60}\\s(?:${patternText("or")})\\s+$`, "iu");
const alternativesPattern = new RegExp(
  `^\\s*[:：]?\\s*(?:\`[^\`]{1,100}\`(?:[\\s,、，]*(?:(?:${conjunctions})\\s*)?(?=\`))?){2,50}`,
  "iu",
);
const plainSeparator = `\\s*(?:[,|、，]\\s*(?:(?:${conjunctions})\\s*)?|(?<=\\s)(?:${conjunctions})\\s+)`;
const quotedPattern = new RegExp(
  `^[\\s:：]*((?:["'“‘„«][\\w.-]+["'”’“»][\\s,、，]*(?:(?:${conjunctions})\\s*)?)+)`,
  "iu",
);
const plainPattern = new RegExp(
  `^\\s*([:：]?)\\s*((?:[A-Za-z][\\w-]*${plainSeparator})+[A-Za-z][\\w-]*)\\s*(?:です)?(?:[.;(。；（]|$)`,
  "iu",
);

function readQuoted(list: string): string[] {
  const match = quotedPattern.exec(list);
  return [...(match?.[1] ?? "").matchAll(/["'“‘„«]([\w.-]+)["'”’“»]/g)].map((value) => value[1] ?? "");
}

/** `: low, medium, high.` Without the colon, ` signin, user, unknownFutureValue.`: one of them at least is no word of a sentence. */
function readPlain(list: string): string[] {
  const [, colon = "", listed = ""] = plainPattern.exec(list) ?? [];
  // `: name and description` is prose.
  if (!/[,|、，]/.test(listed) || (colon === "" && !/[a-z][A-Z]|[A-Z]\d/.test(listed))) return [];
  return listed.split(new RegExp(plainSeparator, "iu")).filter(isValue);
}

function isValue(value: string): boolean {
  return /^[A-Za-z_][\w.-]*$/.test(value) && !/^(?:true|false|null)$/i.test(value);
}
