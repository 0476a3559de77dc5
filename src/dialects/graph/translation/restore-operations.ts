import type { Report } from "../../../source/diagnostic.ts";
import { type JsonValue, memberOf, readJsonBody } from "../../common/json-value.ts";
import type { ExampleFacts } from "../example-facts.ts";
import type { OperationFacts } from "../facts.ts";
import { readJsonForm } from "../read-json-form.ts";
import type { PropertyFacts } from "../type-facts.ts";
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
    requestBody: { ...facts.requestBody, properties: restoreBody(facts.requestBody.properties, requests, restorer) },
    response: { ...facts.response, properties: restoreBody(facts.response.properties, responses, restorer) },
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

/** The rows of a table as JSON in their section shows them, which is there without a row only if no row is about it; then as examples do. */
function restoreBody(
  properties: readonly PropertyFacts[],
  examples: readonly ExampleFacts[],
  restorer: NameRestorer,
): PropertyFacts[] {
  const rows = properties.filter(({ evidence }) => evidence === "table");
  const shown = properties.filter(({ evidence }) => evidence !== "table");
  const slots = shown.flatMap(({ name, json }) => (json ? [{ name, shape: shapeOfJson(json) }] : []));
  const restored = fromExamples(slots.length > 0 ? restorer.fromJson(rows, slots) : rows, examples, restorer);
  const names = new Set(restored.map(({ name }) => name));
  return [...restored, ...shown.filter(({ name }) => !names.has(name))];
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
