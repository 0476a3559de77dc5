import type { Example } from "../../../src/model/example.ts";
import type { HttpMethod } from "../../../src/model/operation.ts";
import { type Draft, otherType, otherValue, pickSlot, put, remove, type Slot, slotsOf } from "./json.ts";
import type { Mutation, Setting } from "./mutation.ts";
import type { Random } from "./random.ts";

/** Mistakes that authors make in the examples of their docs. */
export const mutationsOfDocs: Readonly<Record<string, Mutation>> = {
  "docs: path": request((example) => {
    const url = example.request.url.replace(/(\/)([a-zA-Z]+)(\/?[^/]*)$/, "$1$2x$3");
    return url === example.request.url ? undefined : { ...example, request: { ...example.request, url } };
  }),
  "docs: method": request((example) => {
    const { method } = example.request;
    const other: HttpMethod = method === "get" ? "put" : "get";
    return { ...example, request: { ...example.request, method: other } };
  }),
  "docs: query option": request((example) => {
    const url = example.request.url.replace(/([?&])(\$?\w+)=/, "$1$2x=");
    return url === example.request.url ? undefined : { ...example, request: { ...example.request, url } };
  }),
  "docs: request header": request((example, random) => {
    const known = example.request.headers.filter(({ name }) => !/^(content|accept|authorization)/i.test(name));
    const header = random.pick(known);
    if (!header) return undefined;
    const headers = example.request.headers.map((other) =>
      other === header ? { ...other, name: `${other.name}X` } : other,
    );
    return { ...example, request: { ...example.request, headers } };
  }),
  "docs: required member of a request": requestBody((body, random, required) => {
    const slot = random.pick(slotsOf(body).filter(({ holder, key }) => holder === body && required.has(key)));
    if (slot) remove(slot);
    return slot;
  }),
  "docs: type in a request": requestBody((body, random) => {
    const slot = pickSlot(body, random, ({ value, key }) => value !== null && !key.startsWith("@"));
    if (slot) put(slot, otherType(slot.value));
    return slot;
  }),
  "docs: request that is no JSON": bodyText("request", (text) => text.replace(/\}\s*$/, "")),
  "docs: status": request((example) => {
    const { response } = example;
    return (
      response && { ...example, response: { ...response, status: response.status === 200 ? 201 : response.status + 3 } }
    );
  }),
  "docs: value in a response": responseBody((body, random) => {
    const slot = pickSlot(body, random, ({ value }) => typeof value !== "object");
    if (slot) put(slot, otherValue(slot.value));
    return slot;
  }),
  "docs: type in a response": responseBody((body, random) => {
    const slot = pickSlot(body, random, ({ value }) => value !== null);
    if (slot) put(slot, otherType(slot.value));
    return slot;
  }),
  "docs: member of a response": responseBody((body, random) => {
    const slot = pickSlot(body, random, () => true);
    if (slot) remove(slot);
    return slot;
  }),
  "docs: response that is no JSON": bodyText("response", (text) => text.replace(/\}\s*$/, "")),
  "docs: media type": request((example) => {
    const { response } = example;
    const headers = response?.headers.map((header) =>
      /^content-type$/i.test(header.name) ? { ...header, value: "application/pdf" } : header,
    );
    const isChanged = response?.body && response.headers.some(({ name }) => /^content-type$/i.test(name));
    return isChanged && headers ? { ...example, response: { ...response, headers } } : undefined;
  }),
  "docs: response header": request((example, random) => {
    const { response } = example;
    const header = random.pick((response?.headers ?? []).filter(({ name }) => !/^(content|date)/i.test(name)));
    if (!response || !header) return undefined;
    const headers = response.headers.map((other) =>
      other === header ? { ...other, value: `${other.value}x` } : other,
    );
    return { ...example, response: { ...response, headers } };
  }),
};

type Change = (example: Example, random: Random, required: ReadonlySet<string>) => Example | undefined;

/** Changes one example. */
function request(change: Change): Mutation {
  return (setting, random) => {
    const operation = random.pick(setting.model.operations.filter(({ examples }) => examples.length > 0));
    const example = operation && random.pick(operation.examples);
    const changed = example && change(example, random, requiredMembers(setting, operation.path, operation.method));
    if (!changed) return undefined;
    const operations = setting.model.operations.map((other) =>
      other === operation
        ? { ...other, examples: other.examples.map((each) => (each === example ? changed : each)) }
        : other,
    );
    return { ...setting, model: { ...setting.model, operations } };
  };
}

function requestBody(
  change: (body: Draft, random: Random, required: ReadonlySet<string>) => Slot | undefined,
): Mutation {
  return jsonBody("request", change);
}

function responseBody(change: (body: Draft, random: Random) => Slot | undefined): Mutation {
  return jsonBody("response", change);
}

function jsonBody(
  side: "request" | "response",
  change: (body: Draft, random: Random, required: ReadonlySet<string>) => Slot | undefined,
): Mutation {
  return request((example, random, required) => {
    const body = example[side]?.body;
    if (!body || !/^\s*[[{]/.test(body.text)) return undefined;
    const value = JSON.parse(body.text) as Draft;
    return change(value, random, required) && withText(example, side, JSON.stringify(value, null, 2));
  });
}

function bodyText(side: "request" | "response", change: (text: string) => string): Mutation {
  return request((example) => {
    const body = example[side]?.body;
    const text = body && change(body.text);
    return text === undefined || text === body?.text ? undefined : withText(example, side, text);
  });
}

function withText(example: Example, side: "request" | "response", text: string): Example {
  const message = example[side];
  return message?.body ? { ...example, [side]: { ...message, body: { ...message.body, text } } } : example;
}

function requiredMembers({ document }: Setting, path: string, method: string): Set<string> {
  const paths = document["paths"] as Record<
    string,
    Record<string, { requestBody?: { content?: Record<string, { schema?: unknown }> } }>
  >;
  const text = JSON.stringify(paths[path]?.[method]?.requestBody?.content?.["application/json"]?.schema ?? {});
  return new Set(
    [...text.matchAll(/"required":\[([^\]]*)\]/g)].flatMap(([, names]) => JSON.parse(`[${names}]`) as string[]),
  );
}
