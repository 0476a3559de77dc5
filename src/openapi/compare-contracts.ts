import type { SourceLocation } from "../source/location.ts";
import type { Json, JsonObject, OpenApiDocument } from "./document.ts";
import { isJsonObject } from "./json-object.ts";
import { toPointer } from "./locations.ts";

/** A fact that two documents of one API state differently. */
export interface ContractDifference {
  /** What the first document states; undefined if it says nothing. */
  readonly right: Statement | undefined;
  /** What the second one states. */
  readonly found: Statement | undefined;
}

/**
 * What a document states, in OpenAPI's words, and its place in the docs: `responses.200: message` of an operation, which operations on
 * other paths may state, too, and `message.id.readOnly: true` of a type.
 */
export interface Statement {
  readonly text: string;
  readonly location: SourceLocation | undefined;
}

/**
 * The differences between what two documents say of operations and types. Texts for people, examples and extensions (`x-...`) are left
 * out, and so is what follows from other parts: servers, the lists of scopes, tags and unused types, discriminators. The order of lists is free.
 */
export function compareContracts(first: OpenApiDocument, second: OpenApiDocument): ContractDifference[] {
  const differences: ContractDifference[] = [];
  const state = ({ locations }: OpenApiDocument, words: Words, part: Part | undefined): Statement | undefined =>
    part && { text: describe(words, part.value), location: locations.find(toPointer(placeOf(part))) };
  const report: ReportParts = (words, right, found) => {
    differences.push({ right: state(first, words, right), found: state(second, words, found) });
  };
  const [rights, founds] = [subjectsOf(first.document), subjectsOf(second.document)];
  for (const name of new Set([...rights.keys(), ...founds.keys()])) {
    const [right, found] = [rights.get(name), founds.get(name)];
    const isOperation = name.includes(" ");
    if (right && found) compareParts(isOperation ? [] : [shortNameOf(name)], right, found, report);
    else report([isOperation ? name : shortNameOf(name)], right, found);
  }
  return differences;
}

/** Part of a document. */
interface Part {
  readonly path: readonly (string | number)[];
  readonly value: Json;
  /** Whether its keys are names from the docs, not OpenAPI's. */
  readonly isMap: boolean;
}

/** The way from an operation or type to one of its parts. */
type Words = readonly string[];
type ReportParts = (words: Words, right: Part | undefined, found: Part | undefined) => void;

/** A list stands where its first item does. */
function placeOf({ path, value }: Part): Part["path"] {
  return Array.isArray(value) && value.length > 0 ? [...path, 0] : path;
}

/** Operations and types, by what a reader calls them. */
function subjectsOf(document: JsonObject): Map<string, Part> {
  const outer = (key: string): Part => ({ path: [key], value: document[key] ?? {}, isMap: true });
  const operations = [...membersOf(outer("paths"))].flatMap(([path, item]) =>
    [...membersOf(item)].map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
  );
  const schemas = membersOf(outer("components")).get("schemas");
  return new Map([...operations, ...(schemas ? membersOf({ ...schemas, isMap: true }) : [])]);
}

function compareParts(words: Words, right: Part | undefined, found: Part | undefined, report: ReportParts): void {
  if (!right || !found) report(words, right, found);
  else if (Array.isArray(right.value) && Array.isArray(found.value)) compareLists(words, right, found, report);
  else if (isJsonObject(right.value) && isJsonObject(found.value)) compareObjects(words, right, found, report);
  else if (right.value !== found.value) report(words, right, found);
}

function compareObjects(words: Words, right: Part, found: Part, report: ReportParts): void {
  const isOtherType = typeForm(right) !== typeForm(found);
  if (isOtherType) report(words, right, found);
  const [rights, founds] = [membersOf(right), membersOf(found)];
  for (const name of new Set([...rights.keys(), ...founds.keys()])) {
    if (!isOtherType || !typeWords.has(name)) {
      compareParts([...words, name], rights.get(name), founds.get(name), report);
    }
  }
}

/** How a schema states its type; undefined if it does not, or if it is no schema. */
function typeForm({ value, isMap }: Part): string | undefined {
  if (!isJsonObject(value) || isMap) return undefined;
  const form = ["$ref", "allOf", "anyOf", "enum"].find((keyword) => keyword in value);
  const types = [value["type"]].flat();
  return form ?? types.find((type) => type === "array" || type === "object")?.toString() ?? types[0]?.toString();
}

/** What one list lacks is set beside what the other has in its stead. Parameters have names, and scopes belong together. */
function compareLists(words: Words, right: Part, found: Part, report: ReportParts): void {
  const [rights, founds] = [itemsOf(right), itemsOf(found)];
  for (const [name, item] of rights) {
    const same = founds.get(name);
    if (same) compareParts([...words, name], item, same, report);
  }
  const [lost, added] = [
    [...rights].flatMap(([name, item]) => (founds.has(name) ? [] : [item])),
    [...founds].flatMap(([name, item]) => (rights.has(name) ? [] : [item])),
  ];
  const compareDeep: ReportParts = (path, item, instead) => compareParts(path, item, instead, report);
  const areNamed = [...lost, ...added].some(({ value }) => parameterName(value) !== undefined);
  if (areNamed) {
    for (const item of lost) report([...words, nameOf(item.value)], item, undefined);
    for (const item of added) report([...words, nameOf(item.value)], undefined, item);
  } else {
    const compare = words.at(-1) === "security" ? report : compareDeep;
    for (let index = 0; index < Math.max(lost.length, added.length); index++) {
      compare(words, lost[index], added[index]);
    }
  }
}

/** The members of OpenAPI's objects whose own keys are names. */
const maps = new Set(["content", "headers", "properties", "responses"]);
/** What is for people, and what follows from other schemas. */
const ignored = new Set([
  "$comment",
  "$defs",
  "description",
  "discriminator",
  "example",
  "examples",
  "externalDocs",
  "summary",
  "title",
]);
/** The members of a schema that together state a type. */
const typeWords = new Set(
  [
    "$ref",
    "additionalProperties",
    "allOf",
    "anyOf",
    "contentEncoding",
    "enum",
    "format",
    "items",
    "pattern",
    "properties",
  ].concat(["required", "type", "unevaluatedProperties"]),
);

function membersOf({ path, value, isMap }: Part): Map<string, Part> {
  const members = isJsonObject(value) ? Object.entries(value) : [];
  return new Map(
    members
      .filter(([name]) => isMap || !(ignored.has(name) || name.startsWith("x-")))
      .map(([name, member]) => [name, { path: [...path, name], value: member, isMap: !isMap && maps.has(name) }]),
  );
}

function itemsOf({ path, value }: Part): Map<string, Part> {
  const items: readonly Json[] = Array.isArray(value) ? value : [];
  return new Map(items.map((item, index) => [nameOf(item), { path: [...path, index], value: item, isMap: false }]));
}

/** What tells an item of a list from others: all that it says, or a parameter's name. */
function nameOf(item: Json): string {
  return parameterName(item) ?? JSON.stringify(withoutTexts({ path: [], value: item, isMap: false }));
}

function parameterName(item: Json): string | undefined {
  if (!isJsonObject(item)) return undefined;
  const { name, in: place } = item;
  return typeof name === "string" && typeof place === "string" ? `${name} (${place})` : undefined;
}

function withoutTexts(part: Part): unknown {
  if (Array.isArray(part.value)) return [...itemsOf(part).keys()].sort();
  if (!isJsonObject(part.value)) return part.value;
  const members = [...membersOf(part)].sort(([a], [b]) => (a < b ? -1 : 1));
  return members.map(([name, member]) => [name, withoutTexts(member)]);
}

/** Words that lead to a statement and do not change what it is about. */
const silent = new Set(["$ref", "allOf", "anyOf", "application/json", "content", "items", "properties", "schema"]);

function describe(words: Words, value: Json): string {
  const subject = words.filter((word) => !silent.has(word)).join(".");
  const stated = summarize(value);
  return [subject, stated].filter((part) => part !== undefined && part !== "").join(": ");
}

/** A value in few words: a type by its name or members, scopes as they go together. */
function summarize(value: Json | undefined): string | undefined {
  if (Array.isArray(value)) return value.flatMap((item: Json) => summarize(item) ?? []).join(" | ");
  if (!isJsonObject(value)) return value === undefined ? undefined : withoutReference(String(value));
  const { $ref: reference, items, properties, type } = value;
  if (isJsonObject(items)) return `array of ${summarize(items) ?? "any"}`;
  if (isJsonObject(properties)) return `object of ${Object.keys(properties).join(", ")}`;
  return summarize(reference ?? value["enum"] ?? value["anyOf"] ?? value["allOf"] ?? type) ?? summarizeScopes(value);
}

function summarizeScopes(value: JsonObject): string | undefined {
  const [scheme, ...others] = Object.entries(value);
  if (!scheme || others.length > 0 || !Array.isArray(scheme[1])) return undefined;
  return `${scheme[0]} ${scheme[1].join(" and ")}`.trim();
}

/** The name of the schema, if the value refers to one. */
function withoutReference(value: string): string {
  const [, name] = /^#\/components\/schemas\/(.*)$/.exec(value) ?? [];
  return name === undefined ? value : shortNameOf(name);
}

function shortNameOf(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}
