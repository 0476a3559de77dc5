import type { JsonObject } from "../../../src/openapi/document.ts";
import { type Draft, draftOf, otherValue, put, remove, type Slot, slotsOf } from "./json.ts";
import type { Mutation } from "./mutation.ts";
import type { Random } from "./random.ts";

type DraftObject = { [name: string]: Draft };

/** Mistakes of an emitter: the document no longer says what the docs do. Client and mock follow the document. */
export const mutationsOfDocument: Readonly<Record<string, Mutation>> = {
  "document: path": document((draft, random) => {
    const paths = draft["paths"] as DraftObject;
    const path = random.pick(documented(paths));
    return path && rename(paths, path, path.replace(/[a-z](?=[^a-z]*$)/, "x$&"));
  }),
  "document: method": operation((item, method) => rename(item, method, method === "put" ? "get" : "put")),
  "document: operation": operation((item, method) => delete item[method]),
  "document: status": operation((item, method, random) => {
    const responses = (item[method] as DraftObject)["responses"] as DraftObject;
    const status = random.pick(Object.keys(responses).filter((name) => /^[23]\d\d$/.test(name)));
    return status && rename(responses, status, status === "200" ? "206" : "200");
  }),
  "document: response media type": operation((item, method, random) => {
    const slots = slotsOf((item[method] as DraftObject)["responses"] ?? {});
    const shown = slots.filter(
      ({ key, value }) => key === "application/json" && isObject(value) && "examples" in value,
    );
    const slot = random.pick(shown);
    return slot && rename(slot.holder as DraftObject, slot.key, "application/pdf");
  }),
  "document: request body": operation((item, method) => {
    const target = item[method] as DraftObject;
    return "requestBody" in target && delete target["requestBody"];
  }),
  "document: request media type": operation((item, method) => {
    const content = ((item[method] as DraftObject)["requestBody"] as DraftObject | undefined)?.[
      "content"
    ] as DraftObject;
    return content && rename(content, "application/json", "application/pdf");
  }),
  "document: parameter": operation((item, method, random) => {
    const parameters = usedParameters(item[method] as DraftObject);
    const parameter = random.pick(parameters);
    if (parameter) parameter["name"] = `${parameter["name"]}x`;
    return parameter;
  }),
  "document: required parameter": operation((item, method) => {
    const target = item[method] as DraftObject;
    const extra = { name: "added", in: "query", required: true, schema: { type: "string" } };
    target["parameters"] = [...((target["parameters"] as Draft[] | undefined) ?? []), extra];
    return true;
  }),
  "document: example": operation((item, method, random) => {
    const responses = slotsOf((item[method] as DraftObject)["responses"] ?? {});
    const values = responses.filter(({ key, holder }) => key === "value" && "value" in holder);
    const example = random.pick(values);
    const inner = example && random.pick(slotsOf(example.value).filter(({ value }) => typeof value !== "object"));
    if (inner) put(inner, otherValue(inner.value));
    return inner;
  }),
  "document: missing example": operation((item, method, random) => {
    const responses = slotsOf((item[method] as DraftObject)["responses"] ?? {});
    const slot = random.pick(
      responses.filter(({ key, value }) => key === "examples" && JSON.stringify(value).includes('"value"')),
    );
    if (slot) remove(slot);
    return slot;
  }),
  "document: type of a property": schema((schemas, random) => {
    const slot = random.pick(shownProperties(schemas));
    if (slot) put(slot, { type: "integer" });
    return slot;
  }),
  "document: required property": schema((schemas, random) => {
    const slot = random.pick(shownProperties(schemas));
    const owner = slot && slotsOf(schemas).find(({ value }) => isObject(value) && value["properties"] === slot.holder);
    if (owner && isObject(owner.value)) owner.value["required"] = ["added"];
    return owner;
  }),
};

/** Changes a copy of the document; false or undefined: there is nothing to change. */
function document(change: (draft: DraftObject, random: Random) => unknown): Mutation {
  return (setting, random) => {
    const draft = draftOf(setting.document) as DraftObject;
    return change(draft, random) ? { ...setting, document: draft as JsonObject } : undefined;
  };
}

/** Changes one operation. */
function operation(change: (item: DraftObject, method: string, random: Random) => unknown): Mutation {
  return document((draft, random) => {
    const paths = draft["paths"] as DraftObject;
    const path = random.pick(documented(paths));
    const item = path === undefined ? undefined : (paths[path] as DraftObject);
    const method =
      item && random.pick(Object.keys(item).filter((name) => JSON.stringify(item[name]).includes('"examples"')));
    return item && method !== undefined && change(item, method, random);
  });
}

function schema(change: (schemas: Draft, random: Random) => unknown): Mutation {
  return document((draft, random) => change((draft["components"] as DraftObject)["schemas"] ?? {}, random));
}

/** Paths whose operations all have examples, so that a change of them can be seen. */
function documented(paths: DraftObject): string[] {
  return Object.keys(paths).filter((path) => JSON.stringify(paths[path]).includes('"examples"'));
}

function usedParameters(target: DraftObject): DraftObject[] {
  const parameters = (target["parameters"] ?? []) as DraftObject[];
  return parameters.filter((parameter) => parameter["in"] !== "path" && "examples" in parameter);
}

/** Properties of types that the sample shows, which have them wherever they are shown. */
function shownProperties(schemas: Draft): Slot[] {
  const shown = slotsOf(schemas).filter(({ key }) => /\.(exportJob|actionCount|securityAction)$/.test(key));
  return shown
    .flatMap(({ value }) => slotsOf(value))
    .filter(({ holder, key }) => isPropertyMap(schemas, holder) && /^(id|displayName|status|severity)$/.test(key));
}

function isPropertyMap(schemas: Draft, holder: Slot["holder"]): boolean {
  return slotsOf(schemas).some(({ key, value }) => key === "properties" && value === holder);
}

function rename(holder: DraftObject, from: string, to: string): boolean {
  if (from === to || !(from in holder)) return false;
  const value = holder[from] as Draft;
  delete holder[from];
  holder[to] = value;
  return true;
}

function isObject(value: Draft): value is DraftObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
