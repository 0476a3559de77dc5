import type { Report } from "../../../source/diagnostic.ts";
import { type JsonValue, memberOf, readJsonBody } from "../../common/json-value.ts";
import type { ExampleFacts, OperationFacts, PropertyFacts } from "../facts.ts";
import { readJsonForm } from "../read-json-form.ts";
import { type NameSlot, shapeOfJson } from "./name-slot.ts";
import { restoreParameters } from "./restore-parameters.ts";
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
