import type { Report } from "../../../source/diagnostic.ts";
import { type JsonValue, memberOf, readJsonBody } from "../../common/json-value.ts";
import { splitUrl } from "../../common/request-line.ts";
import type { ExampleFacts, OperationFacts, ParameterFacts, PropertyFacts } from "../facts.ts";
import { readJsonForm } from "../read-json-form.ts";
import { alignNames } from "./align-names.ts";
import { translatedName } from "./diagnostics.ts";
import { type NameSlot, type Shape, shapeOfJson } from "./name-slot.ts";
import type { NameRestorer } from "./restorer.ts";

/** An operation of a translated page, with the names of its parameters and body as its paths and examples spell them. */
export function restoreOperation(facts: OperationFacts, restorer: NameRestorer, report: Report): OperationFacts {
  const requests = facts.examples.filter((example) => example.kind === "request");
  const responses = facts.examples.filter((example) => example.kind === "response");
  return {
    ...facts,
    parameters: restoreParameters(facts, report),
    requestBody: { ...facts.requestBody, properties: fromExamples(facts.requestBody.properties, requests, restorer) },
    response: { ...facts.response, properties: fromExamples(facts.response.properties, responses, restorer) },
  };
}

/** The same for what only other pages know. */
export function settleOperation(facts: OperationFacts, restorer: NameRestorer): OperationFacts {
  return {
    ...facts,
    requestBody: { ...facts.requestBody, properties: restorer.fromSet(facts.requestBody.properties) },
    response: { ...facts.response, properties: restorer.fromSet(facts.response.properties) },
  };
}

/** Each example body in turn: one may show what another leaves out. */
function fromExamples(
  rows: readonly PropertyFacts[],
  examples: readonly ExampleFacts[],
  restorer: NameRestorer,
): PropertyFacts[] {
  return examples
    .map(({ body }) => membersOf(readJsonBody(body)))
    .filter((members) => members.length > 0)
    .reduce((restored, members) => restorer.fromJson(restored, members), [...rows]);
}

/** The members of a body, or of the first object of a list. */
function membersOf(body: JsonValue | undefined): NameSlot[] {
  const listed = memberOf(body, "value");
  const value = listed?.kind === "array" && listed.items[0]?.kind === "object" ? listed.items[0] : body;
  if (value?.kind !== "object") return [];
  return value.members
    .filter(({ name }) => !name.includes("@"))
    .map((member) => ({ name: member.name, shape: shapeOfJson(readJsonForm(member.value)) }));
}

/**
 * Functions name their parameters in the path (`getX(period='{period}')`), queries in the URLs of examples. A row that is none of
 * them stands for the one that is left over, or for those that are left over in the same order.
 */
function restoreParameters({ parameters, requests, examples }: OperationFacts, report: Report): ParameterFacts[] {
  const inPath = requests.flatMap(({ path, query }) => [
    ...path.placeholders.map(({ argument, name, documentedName }) => argument ?? documentedName ?? name),
    ...query.map(({ name }) => name),
  ]);
  const inQuery = examples.flatMap((example) =>
    example.kind === "request" ? splitUrl(example.url).query.map(({ name }) => name) : [],
  );
  const rows = parameters.filter((row) => row.in !== "header");
  const arguments_ = requests.flatMap(({ path }) => path.placeholders.flatMap(({ argument }) => argument ?? []));
  const names = namesFor(rows, [...new Set([...inPath, ...inQuery])], [...new Set([...arguments_, ...inQuery])]);
  return parameters.map((row) => {
    const name = names.get(row);
    if (name === undefined) return row;
    report(translatedName(row.location, name, row.name));
    return { ...row, name };
  });
}

const anyShape: Shape = { kind: "any", isCollection: undefined };

function namesFor(
  rows: readonly ParameterFacts[],
  known: readonly string[],
  candidates: readonly string[],
): Map<ParameterFacts, string> {
  const slots = rows.map((row) => {
    const match = candidates.findIndex((name) => name.toLowerCase() === row.name.toLowerCase());
    const isAttested = match < 0 && known.some((name) => name.toLowerCase() === row.name.toLowerCase());
    return { name: row.name, shape: anyShape, isAttested, ...(match >= 0 && { match }) };
  });
  const found = alignNames(
    slots,
    candidates.map((name) => ({ name, shape: anyShape })),
  );
  return new Map(
    [...found].flatMap(([row, candidate]) => {
      const [written, name] = [rows[row], candidates[candidate]];
      return written && name !== undefined ? [[written, name] as const] : [];
    }),
  );
}
