import { formatSuggestion } from "./suggest.ts";

/** What is wrong with a value at a key, as sentences that name the key. */
type Check = (value: unknown, key: string) => readonly string[];

type Shape = Readonly<Record<string, Check>>;

const text: Check = (value, key) => (typeof value === "string" && value !== "" ? [] : expected("a string", value, key));
const url: Check = (value, key) =>
  typeof value === "string" && URL.canParse(value) ? [] : expected("an absolute URL", value, key);
const severity = oneOf("error", "warning", "info", "off");

const configShape: Shape = {
  docs: oneOrMore(text),
  root: text,
  exclude: oneOrMore(text),
  out: text,
  client: text,
  dialect: text,
  language: text,
  title: text,
  version: text,
  description: text,
  license: allOf(object({ name: text, identifier: text, url }, ["name"]), hasOneOf("identifier", "url")),
  servers: oneOrMore(url),
  linkBase: url,
  authorization: object({ authorizationUrl: url, tokenUrl: url }, ["authorizationUrl", "tokenUrl"]),
  conventions: oneOf("odata", "plain"),
  errorSchema: (value, key) => (isObject(value) ? [] : expected("an object", value, key)),
  lint: text,
  failOn: oneOf("error", "warning", "never"),
  severity: recordOf(severity),
  suppress: listOf(object({ code: text, file: text, reason: text }, ["code", "reason"])),
  // Editors write it into JSON files.
  $schema: text,
};

/** What is wrong with a config, one sentence per problem. Empty: it is a `Config`. */
export function findConfigProblems(config: unknown): readonly string[] {
  return object(configShape, [])(config, "");
}

function allOf(...checks: readonly Check[]): Check {
  return (value, key) => checks.flatMap((check) => check(value, key));
}

function hasOneOf(...names: readonly string[]): Check {
  return (value, key) => {
    if (!isObject(value) || names.filter((name) => value[name] !== undefined).length === 1) return [];
    return [`"${key}" must have either ${names.map((name) => `"${name}"`).join(" or ")}`];
  };
}

function oneOf(...words: readonly string[]): Check {
  const choice = words.map((word) => `"${word}"`).join(", ");
  return (value, key) => {
    if (typeof value === "string" && words.includes(value)) return [];
    const hint = typeof value === "string" ? formatSuggestion(value, words) : "";
    return [`"${key}" must be one of ${choice}, not ${name(value)}${hint}`];
  };
}

function oneOrMore(check: Check): Check {
  const list = listOf(check);
  return (value, key) => (Array.isArray(value) ? list(value, key) : check(value, key));
}

function listOf(check: Check): Check {
  return (value, key) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => check(item, `${key}[${index}]`))
      : expected("a list", value, key);
}

function recordOf(check: Check): Check {
  return (value, key) =>
    isObject(value)
      ? Object.entries(value).flatMap(([name, item]) => check(item, `${key}.${name}`))
      : expected("an object", value, key);
}

function object(shape: Shape, required: readonly string[]): Check {
  return (value, key) => {
    if (!isObject(value)) return expected("an object", value, key);
    const inside = (name: string) => (key === "" ? name : `${key}.${name}`);
    const missing = required.filter((name) => value[name] === undefined);
    return [
      ...Object.entries(value).flatMap(([name, item]) => {
        if (!Object.hasOwn(shape, name)) return [unknownKey(inside(name), name, shape)];
        return item === undefined ? [] : shape[name]!(item, inside(name));
      }),
      ...missing.map((name) => `"${inside(name)}" is missing`),
    ];
  };
}

function unknownKey(key: string, name: string, shape: Shape): string {
  const known = Object.keys(shape).filter((candidate) => !candidate.startsWith("$"));
  return `"${key}" is not a known key${formatSuggestion(name, known)}`;
}

function expected(what: string, value: unknown, key: string): readonly string[] {
  return [`${key === "" ? "the config" : `"${key}"`} must be ${what}, not ${name(value)}`];
}

function name(value: unknown): string {
  if (typeof value === "string") return `"${value}"`;
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" && value !== null ? "an object" : String(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
