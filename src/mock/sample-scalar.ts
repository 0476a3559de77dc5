import { integerBetween, type Random } from "./random.ts";

/** Keywords that bound a number or a text (JSON Schema 2020-12 validation, sections 6.2 and 6.3). */
export interface Bounds {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly format?: string;
}

/** Texts by format; the fixed ones are those that Prism gives. */
const TEXTS: ReadonlyMap<string, (random: Random) => string> = new Map([
  ["date-time", (random: Random) => `${dateOf(random)}T${timeOf(random)}Z`],
  ["date", dateOf],
  ["time", (random: Random) => `${timeOf(random)}Z`],
  ["time-local", timeOf],
  ["duration", (random: Random) => `PT${integerBetween(random, 1, 59)}M`],
  ["uuid", (random: Random) => "xxxxxxxx-xxxx-4xxx-axxx-xxxxxxxxxxxx".replace(/x/g, () => hexOf(random))],
  ["email", (random: Random) => `${wordOf(random)}@example.com`],
  ["uri", (random: Random) => `https://example.com/${wordOf(random)}`],
  ["hostname", (random: Random) => `${wordOf(random)}.example.com`],
  ["ipv4", (random: Random) => `192.0.2.${integerBetween(random, 1, 254)}`],
  ["ipv6", (random: Random) => `2001:db8::${hexOf(random)}${hexOf(random)}`],
  ["byte", (random: Random) => btoa(wordOf(random))],
]);

const FIXED_TEXTS: ReadonlyMap<string, string> = new Map([
  ["date-time", "2019-08-24T14:15:22Z"],
  ["date", "2019-08-24"],
  ["time", "14:15:22Z"],
  // Prism does not know it and gives "string".
  ["time-local", "14:15:22"],
  ["duration", "P1D"],
  ["uuid", "497f6eca-6276-4993-bfeb-53cbbbba6f08"],
  ["email", "user@example.com"],
  ["idn-email", "user@example.com"],
  ["uri", "http://example.com"],
  ["uri-reference", "../dictionary"],
  ["iri", "http://example.com"],
  ["iri-reference", "../dictionary"],
  ["uri-template", "http://example.com/{endpoint}"],
  ["hostname", "example.com"],
  ["idn-hostname", "example.com"],
  ["ipv4", "192.168.0.1"],
  ["ipv6", "2001:0db8:85a3:0000:0000:8a2e:0370:7334"],
  ["json-pointer", "/json/pointer"],
  ["relative-json-pointer", "1/relative/json/pointer"],
  ["regex", "/regex/"],
  ["password", "pa$$word"],
  ["byte", "c3RyaW5n"],
]);

const WORDS = [
  "amber",
  "birch",
  "cedar",
  "delta",
  "ember",
  "fjord",
  "grove",
  "harbor",
  "island",
  "juniper",
  "lagoon",
  "meadow",
];

/** A text; without a random source the one that Prism gives. */
export function sampleText({ format = "", minLength = 0, maxLength }: Bounds, random?: Random): string {
  const fixed = FIXED_TEXTS.get(format) ?? "string";
  const text = random ? (TEXTS.get(format)?.(random) ?? (FIXED_TEXTS.has(format) ? fixed : wordOf(random))) : fixed;
  const long = text.length < minLength ? text.repeat(Math.ceil(minLength / text.length)).slice(0, minLength) : text;
  return maxLength !== undefined && long.length > maxLength ? long.slice(0, maxLength) : long;
}

/** A number; without a random source the one that Prism gives, where that is valid. */
export function sampleNumber(bounds: Bounds, isInteger: boolean, random?: Random): number {
  const step = bounds.multipleOf ?? (isInteger ? 1 : undefined);
  const [least, most] = rangeOf(bounds, step ?? 1);
  if (least !== undefined && most !== undefined && least > most) return middleOf(bounds);
  if (random) return randomBetween(random, least ?? (most ?? 1000) - 1000, most ?? (least ?? 0) + 1000, step);
  const value = least ?? Math.min(0, most ?? 0);
  return step === undefined ? value : Math.ceil(value / step) * step;
}

/** Bounds that leave no room for a whole step, as in `0 < x < 0.5`. */
function middleOf(bounds: Bounds): number {
  const [least = 0, most = least] = rangeOf(bounds, 0);
  return (least + most) / 2;
}

function randomBetween(random: Random, least: number, most: number, step: number | undefined): number {
  const value = least + random() * (most - least);
  if (step !== undefined) return Math.max(Math.ceil(least / step), Math.floor(value / step)) * step;
  const short = Number(value.toFixed(2));
  return short >= least && short <= most ? short : value;
}

/** The least and the greatest value, `step` away from bounds that are excluded. */
function rangeOf(bounds: Bounds, step: number): [least: number | undefined, most: number | undefined] {
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } = bounds;
  const above = [minimum, exclusiveMinimum === undefined ? undefined : exclusiveMinimum + step];
  const below = [maximum, exclusiveMaximum === undefined ? undefined : exclusiveMaximum - step];
  const least = Math.max(...above.filter((bound) => bound !== undefined));
  const most = Math.min(...below.filter((bound) => bound !== undefined));
  return [Number.isFinite(least) ? least : undefined, Number.isFinite(most) ? most : undefined];
}

function wordOf(random: Random): string {
  return WORDS[integerBetween(random, 0, WORDS.length - 1)] ?? "amber";
}

function hexOf(random: Random): string {
  return integerBetween(random, 0, 15).toString(16);
}

function dateOf(random: Random): string {
  return `20${pad(integerBetween(random, 10, 29))}-${pad(integerBetween(random, 1, 12))}-${pad(integerBetween(random, 1, 28))}`;
}

function timeOf(random: Random): string {
  return `${pad(integerBetween(random, 0, 23))}:${pad(integerBetween(random, 0, 59))}:${pad(integerBetween(random, 0, 59))}`;
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
