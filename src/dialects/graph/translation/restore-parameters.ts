import type { Report } from "../../../source/diagnostic.ts";
import type { RequestLine } from "../../common/request-line.ts";
import { splitUrl } from "../../common/request-line.ts";
import type { OperationFacts, ParameterFacts } from "../facts.ts";
import { alignNames } from "./align-names.ts";
import { translatedName, uncertainName } from "./diagnostics.ts";
import type { Shape } from "./name-slot.ts";

/**
 * The parameters of a translated page under the names that its request lines have: functions name their arguments there
 * (`getX(period='{period}')`), and OData's options (`$top`) stand in example URLs.
 */
export function restoreParameters(facts: OperationFacts, report: Report): ParameterFacts[] {
  const options = facts.parameters.filter((row) => row.in !== "header" && row.name.startsWith("$"));
  const others = facts.parameters.filter((row) => row.in !== "header" && !row.name.startsWith("$"));
  const names = new Map([
    ...align(options, optionsIn(facts), (name) => knownOptions.has(name.toLowerCase())),
    ...align(others, argumentsIn(facts), (name) => isWritten(name, facts.requests)),
  ]);
  return facts.parameters.map((row) => {
    const name = names.get(row) ?? row.name;
    if (name !== row.name) report(translatedName(row.location, name, row.name));
    else if (/[^\x20-\x7E]/.test(name)) report(uncertainName(row.location, undefined, name));
    return { ...row, name };
  });
}

const anyShape: Shape = { kind: "any", isCollection: undefined };

function align(
  rows: readonly ParameterFacts[],
  names: readonly string[],
  isAttested: (name: string) => boolean,
): [ParameterFacts, string][] {
  const slots = rows.map(({ name }) => {
    const match = names.findIndex((known) => known.toLowerCase() === name.toLowerCase());
    const known = match < 0 && isAttested(name);
    return { name, shape: anyShape, isAttested: known, ...(match >= 0 && { match }) };
  });
  const found = alignNames(
    slots,
    names.map((name) => ({ name, shape: anyShape })),
  );
  return [...found].flatMap(([row, name]): [ParameterFacts, string][] => {
    const [written, right] = [rows[row], names[name]];
    return written && right !== undefined ? [[written, right]] : [];
  });
}

/** Options of OData 4.01 that no example needs to show. */
const knownOptions: ReadonlySet<string> = new Set(
  "select expand filter orderby top skip count search format compute index deltatoken skiptoken"
    .split(" ")
    .map((name) => `$${name}`),
);

/**
 * The arguments of the function at the end of the request lines, or of the example that calls it: the functions before it have pages of
 * their own (`range(address='A1')/column(column=1)`).
 */
function argumentsIn({ requests, examples }: OperationFacts): string[] {
  const urls = examples.flatMap((example) => (example.kind === "request" ? splitUrl(example.url).path : []));
  const paths = [...requests.map(({ path }) => path.path), ...urls];
  const last = paths.flatMap((path) => argumentNames(/\w\(([^()]*=[^()]*)\)(?:\/(?:\$\w+|content))?$/.exec(path)?.[1]));
  const query = requests.flatMap((request) => request.query.map(({ name }) => name));
  return [...new Set([...last, ...query])].filter((name) => !name.startsWith("$"));
}

function argumentNames(list: string | undefined): string[] {
  return [...(list ?? "").matchAll(/@?(\w+)\s*=/g)].map((match) => match[1] ?? "");
}

/** Whether the name stands anywhere in the request lines, as a placeholder say: some letters of it, or a whole word. */
function isWritten(name: string, requests: readonly RequestLine[]): boolean {
  return requests.some(({ path, query }) =>
    [
      path.path,
      ...path.placeholders.map(({ documentedName }) => documentedName),
      ...query.map(({ value }) => value),
    ].some((text) => writes(text, name)),
  );
}

function writes(text: string, name: string): boolean {
  const isShort = name.length < 3;
  return isShort ? text.split(/[^\p{L}\p{N}]+/u).includes(name) : text.toLowerCase().includes(name.toLowerCase());
}

function optionsIn({ requests, examples, queryOptions }: OperationFacts): string[] {
  const found = [
    ...requests.flatMap(({ query }) => query),
    ...examples.flatMap((example) => (example.kind === "request" ? splitUrl(example.url).query : [])),
    ...queryOptions,
  ];
  return [...new Set(found.map(({ name }) => name).filter((name) => name.startsWith("$")))];
}
