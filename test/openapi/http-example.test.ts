import { expect, test } from "vitest";
import type { Example } from "../../src/model/example.ts";
import { emitOne } from "./emit.ts";
import { at, body, operation } from "./kitchen-sink.ts";

const location = at("api/item-touch.md", 30);

const touch: Example = {
  name: "touch",
  title: { markdown: "Touch an item" },
  request: {
    method: "post",
    url: "https://api.shop.test/items/1/touch",
    headers: [{ name: "If-Match", value: "*", location }],
    location,
  },
  response: { status: 204, headers: [], isTruncated: false, location: at("api/item-touch.md", 36) },
  location,
};

const operationPointer = "/paths/~1items~1{item-id}~1touch/post";

function emitTouch(examples: readonly Example[]) {
  return emitOne(operation({ id: "touch", method: "post", path: "/items/{item-id}/touch", examples }));
}

test("an exchange without bodies is kept as HTTP messages, at its place", () => {
  const { at: part, locations } = emitTouch([touch]);
  expect(part("/x-http-examples")).toEqual({
    touch: {
      summary: "Touch an item",
      request: "POST https://api.shop.test/items/1/touch\nIf-Match: *",
      response: "HTTP/1.1 204",
    },
  });
  expect(locations.find(`${operationPointer}/x-http-examples/touch`)?.line).toBe(30);
});

test("an exchange with a body has Example Objects instead", () => {
  const withBody = { ...touch, request: { ...touch.request, body: body('{"note":"x"}', 32) } };
  expect(emitTouch([withBody]).at("/x-http-examples")).toBeUndefined();
});

test("an exchange with a file is kept as HTTP messages, with what stands for the file", () => {
  const contents = [{ mediaType: "image/png", type: { kind: "primitive", name: "stream" }, location } as const];
  const headers = [{ name: "Content-Type", value: "image/png", location }];
  const { at: part } = emitOne(
    operation({
      ...{ id: "touch", method: "post", path: "/items/{item-id}/touch" },
      requestBody: { required: true, contents, location },
      examples: [{ ...touch, request: { ...touch.request, headers, body: body("Bytes of the picture", 32) } }],
    }),
  );
  expect(part("/requestBody/content/image~1png/examples")).toBeUndefined();
  expect(part("/x-http-examples/touch/request")).toBe(
    "POST https://api.shop.test/items/1/touch\nContent-Type: image/png\n\nBytes of the picture",
  );
});
