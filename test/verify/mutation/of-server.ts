import { type Draft, otherType, otherValue, pickSlot, put, remove, type Slot } from "./json.ts";
import type { Mutation } from "./mutation.ts";
import type { Random } from "./random.ts";

/** Mistakes of a server: one of its answers is not as documented. */
export const mutationsOfServer: Readonly<Record<string, Mutation>> = {
  "server: status": answer((body, init) => new Response(body, { ...init, status: init.status === 200 ? 203 : 200 })),
  "server: error": answer((_body, init) => Response.json({ error: {} }, { ...init, status: 500 })),
  "server: media type": answer((body, init) =>
    body === null
      ? undefined
      : new Response(body, { ...init, headers: { ...init.headers, "content-type": "text/xml" } }),
  ),
  "server: no media type": answer((body, init) => {
    const { "content-type": _, ...headers } = init.headers;
    return body === null ? undefined : new Response(new TextEncoder().encode(body), { ...init, headers });
  }),
  "server: no body": answer((body, init) => (body === null ? undefined : new Response("", init))),
  "server: half a body": answer((body, init) =>
    body === null ? undefined : new Response(body.slice(0, body.length / 2), init),
  ),
  "server: a body where there is none": answer((body, init) =>
    body === null ? Response.json({ a: 1 }, { ...init, status: init.status === 204 ? 200 : init.status }) : undefined,
  ),
  "server: member": json((value, random) => {
    const slot = pickSlot(value, random, () => true);
    if (slot) remove(slot);
    return slot;
  }),
  "server: type": json((value, random) => {
    const slot = pickSlot(value, random, () => true);
    if (slot) put(slot, otherType(slot.value));
    return slot;
  }),
  "server: value": json((value, random) => {
    const slot = pickSlot(value, random, () => true);
    if (slot) put(slot, otherValue(slot.value));
    return slot;
  }),
  "server: header": answer((body, { headers, ...init }, random) => {
    const name = random.pick(Object.keys(headers).filter((each) => /^(location|retry-after|etag)$/.test(each)));
    return name === undefined ? undefined : new Response(body, { ...init, headers: { ...headers, [name]: "changed" } });
  }),
  "server: no header": answer((body, { headers, ...init }, random) => {
    const name = random.pick(Object.keys(headers).filter((each) => /^(location|retry-after|etag)$/.test(each)));
    if (name === undefined) return undefined;
    const rest = Object.fromEntries(Object.entries(headers).filter(([each]) => each !== name));
    return new Response(body, { ...init, headers: rest });
  }),
  "server: takes any token": (setting) => ({
    ...setting,
    forge: (request) => {
      const headers = new Headers(request.headers);
      headers.set("authorization", "Bearer any");
      return new Request(request, { headers });
    },
  }),
  "server: takes anything": (setting) => ({
    ...setting,
    change: async (_request, response) => (response.status >= 400 ? Response.json({}, { status: 200 }) : response),
  }),
};

interface Init {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** Changes the first answer that the change applies to, from a random one on; it stays changed. */
function answer(change: (body: string | null, init: Init, random: Random) => Response | undefined): Mutation {
  return async (setting, random) => {
    const withExamples = setting.model.operations.filter(({ examples }) => examples.length > 0);
    const target = random.pick(withExamples);
    if (!target) return undefined;
    const pattern = new RegExp(`${target.path.replaceAll(/[().]/g, "\\$&").replaceAll(/\{[^{}]*\}/g, "[^/]+")}$`);
    return {
      ...setting,
      change: async (request: Request, response: Response) => {
        if (request.method.toLowerCase() !== target.method || !pattern.test(new URL(request.url).pathname))
          return response;
        const text = await response.clone().text();
        const init = { status: response.status, headers: Object.fromEntries(response.headers) };
        return change(text === "" ? null : text, init, random) ?? response;
      },
    };
  };
}

function json(change: (value: Draft, random: Random) => Slot | undefined): Mutation {
  return answer((body, init, random) => {
    if (body === null || !/^\s*[[{]/.test(body)) return undefined;
    const value = JSON.parse(body) as Draft;
    return change(value, random) && new Response(JSON.stringify(value), init);
  });
}
