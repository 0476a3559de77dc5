import type { ApiModel } from "../../src/model/api-model.ts";
import type { Example, HttpBody } from "../../src/model/example.ts";
import type { Operation, Parameter } from "../../src/model/operation.ts";
import type { Property } from "../../src/model/resource.ts";
import type { PrimitiveName, TypeRef } from "../../src/model/type-ref.ts";
import type { Located, SourceLocation } from "../../src/source/location.ts";

/** A place in a page; every fact of the models in these tests has its own line. */
export function at(file: string, line: number, column = 1): SourceLocation {
  return { file, line, column, endLine: line, endColumn: column + 1 };
}

export function primitive(name: PrimitiveName): TypeRef {
  return { kind: "primitive", name };
}

export function named(name: string): TypeRef {
  return { kind: "named", name: `shop.${name}` };
}

/** A body as it stands in a code block that is not indented. */
export function body(text: string, line: number, file = "api/order.md"): HttpBody {
  return { text, indent: 0, location: at(file, line) };
}

export function operation(given: Partial<Operation> & Pick<Operation, "id" | "method" | "path">): Operation {
  return {
    summary: { markdown: given.id },
    tags: ["Orders"],
    parameters: [],
    responses: [],
    examples: [],
    codeSamples: [],
    location: at("api/order.md", 1),
    ...given,
  };
}

export function property(name: string, type: TypeRef, line: number, more: Partial<Property> = {}): Property {
  return { name, type, location: at("resources/order.md", line), ...more };
}

function parameter(given: Omit<Parameter, "location">, line: number): Parameter {
  return { ...given, location: at("api/order.md", line) };
}

const json = "application/json";

function content(type: TypeRef, line: number, mediaType = json) {
  return { mediaType, type, location: at("api/order.md", line) };
}

const contentType = [{ name: "Content-Type", value: json, location: at("api/order.md", 60) }];

function example(given: Omit<Example, "location">): Example {
  return { ...given, location: given.request.location };
}

const orderId = parameter(
  { name: "order-id", in: "path", type: primitive("string"), required: true, documentedName: "id" },
  12,
);

const delegated = (scope: string, line: number): Located & { scopes: string[] } => ({
  scopes: [scope],
  location: at("api/order.md", line),
});

const listOrders = operation({
  id: "order-list",
  method: "get",
  path: "/orders",
  summary: { markdown: "List orders", translations: { "de-DE": "Bestellungen auflisten" } },
  description: {
    markdown: "Lists all orders. See [paging](../concepts/paging.md#next).",
    translations: { "de-DE": "Listet alle Bestellungen auf." },
  },
  location: at("api/order.md", 10),
  parameters: [
    parameter(
      {
        name: "$select",
        in: "query",
        type: { kind: "array", items: primitive("string") },
        required: false,
        commaSeparated: true,
        examples: ["id,status"],
      },
      13,
    ),
    parameter({ name: "$top", in: "query", type: primitive("int32"), required: false }, 14),
    parameter({ name: "Prefer", in: "header", type: primitive("string"), required: false, examples: ["wait=10"] }, 15),
    parameter({ name: "Authorization", in: "header", type: primitive("string"), required: true }, 16),
  ],
  permissions: [
    {
      grant: "delegatedWork",
      alternatives: [delegated("Orders.Read", 20), delegated("Orders.ReadWrite", 21)],
      location: at("api/order.md", 20),
    },
    { grant: "delegatedPersonal", alternatives: [], location: at("api/order.md", 22) },
    { grant: "application", alternatives: [delegated("Orders.Read.All", 23)], location: at("api/order.md", 23) },
  ],
  responses: [
    {
      status: "200",
      contents: [content({ kind: "array", items: named("order") }, 30)],
      headers: [
        { name: "Retry-After", type: primitive("int32"), example: "5", location: at("api/order.md", 31) },
        { name: "Content-Type", type: primitive("string"), location: at("api/order.md", 32) },
      ],
      description: { markdown: "A page of orders." },
      location: at("api/order.md", 30),
    },
    { status: "404", contents: [], headers: [], location: at("api/order.md", 33) },
  ],
  examples: [
    example({
      name: "example-1",
      title: { markdown: "Two orders", translations: { "de-DE": "Zwei Bestellungen" } },
      request: {
        method: "get",
        url: "https://api.contoso.com/v1.0/orders?$top=2&$select=id",
        headers: [{ name: "prefer", value: "wait=10", location: at("api/order.md", 41) }],
        location: at("api/order.md", 40),
      },
      response: {
        status: 200,
        headers: contentType,
        isTruncated: true,
        body: body('{\n  "@odata.context": "$metadata#orders",\n  "value": [{ "id": "1", "status": "open" }]\n}', 62),
        location: at("api/order.md", 60),
      },
    }),
    example({
      name: "example-2",
      request: { method: "get", url: "/orders?$top=x", headers: [], location: at("api/order.md", 70) },
      response: {
        status: 429,
        headers: contentType,
        isTruncated: false,
        body: body('{ "error": { "code": "tooMany", "message": "Slow down." } }', 82),
        location: at("api/order.md", 80),
      },
    }),
  ],
  codeSamples: [{ language: "csharp", source: "await client.Orders.GetAsync();", location: at("api/order.md", 90) }],
});

const createOrder = operation({
  id: "order-create",
  method: "post",
  path: "/orders",
  location: at("api/order-create.md", 10),
  requestBody: {
    required: true,
    description: { markdown: "The order." },
    contents: [
      content(
        {
          kind: "object",
          properties: [
            property("customer", primitive("string"), 11, { required: true }),
            property("lines", { kind: "array", items: named("line") }, 12, { required: true }),
            property("note", primitive("string"), 13),
          ],
        },
        25,
      ),
    ],
    location: at("api/order-create.md", 25),
  },
  responses: [
    { status: "201", contents: [content(named("order"), 30)], headers: [], location: at("api/order-create.md", 30) },
    { status: "5XX", contents: [], headers: [], location: at("api/order-create.md", 31) },
  ],
  examples: [
    example({
      name: "example-1",
      request: {
        method: "post",
        url: "https://api.contoso.com/v1.0/orders",
        headers: contentType,
        body: body('{ "customer": "c1", "lines": [{ "sku": "a", "count": 2 }], "note": null }', 50),
        location: at("api/order-create.md", 49),
      },
    }),
    example({
      name: "example-2",
      request: {
        method: "post",
        url: "/orders",
        headers: [],
        body: body('{\n  "customer": 5,\n  "lines": []\n}', 60, "api/order-create.md"),
        location: at("api/order-create.md", 59),
      },
    }),
  ],
});

const others: Operation[] = [
  operation({
    id: "order-get",
    method: "get",
    path: "/orders/{order-id}",
    parameters: [orderId],
    permissions: [{ grant: "delegatedWork", alternatives: [], location: at("api/order.md", 20) }],
    responses: [
      {
        status: "200",
        contents: [content({ kind: "anyOf", types: [named("order"), named("giftOrder"), named("order")] }, 30)],
        headers: [],
        location: at("api/order.md", 30),
      },
    ],
  }),
  operation({
    id: "order-delete",
    method: "delete",
    path: "/orders/{order-id}",
    deprecated: { markdown: "Cancel the order instead." },
    responses: [{ status: "204", contents: [], headers: [], location: at("api/order.md", 30) }],
  }),
  operation({
    id: "order-total",
    method: "get",
    path: "/orders/total(currency='{currency}')",
    tags: ["Orders", "Reports"],
    parameters: [
      parameter({ name: "currency", in: "path", type: primitive("string"), required: true, examples: ["USD"] }, 12),
    ],
    responses: [
      { status: "200", contents: [content(primitive("decimal"), 30)], headers: [], location: at("api/order.md", 30) },
    ],
    examples: [
      example({
        name: "example-1",
        request: {
          method: "get",
          url: "GET /v1.0/orders/total(currency='EUR')".slice(4),
          headers: [],
          location: at("api/order.md", 40),
        },
        response: {
          status: 200,
          headers: [],
          isTruncated: false,
          body: body('{ "value": 12.5 }', 50),
          location: at("api/order.md", 48),
        },
      }),
    ],
  }),
  operation({
    id: "report-export",
    method: "get",
    path: "/reports/orders",
    tags: ["Reports"],
    responses: [
      {
        status: "302",
        contents: [content(primitive("stream"), 30, "text/csv")],
        headers: [{ name: "Location", type: primitive("uri"), location: at("api/report.md", 31) }],
        location: at("api/report.md", 30),
      },
    ],
    examples: [
      example({
        name: "csv",
        request: { method: "get", url: "/reports/orders", headers: [], location: at("api/report.md", 40) },
        response: {
          status: 302,
          headers: [{ name: "Content-Type", value: "text/csv", location: at("api/report.md", 44) }],
          isTruncated: false,
          body: body("Order,Total\n1,12.5\n", 46, "api/report.md"),
          location: at("api/report.md", 43),
        },
      }),
    ],
  }),
  operation({
    id: "photo-update",
    method: "put",
    path: "/orders/{order-id}/photo/$value",
    tags: [],
    parameters: [orderId],
    requestBody: {
      required: true,
      contents: [content(primitive("stream"), 25, "image/jpeg")],
      location: at("api/photo.md", 25),
    },
    responses: [
      { status: "200", contents: [], headers: [], location: at("api/photo.md", 30) },
      {
        status: "default",
        description: { markdown: "Whatever went wrong." },
        contents: [content(primitive("object"), 31)],
        headers: [],
        location: at("api/photo.md", 31),
      },
    ],
    examples: [
      example({
        name: "example-1",
        request: {
          method: "put",
          url: "/orders/7/photo/$value",
          headers: [{ name: "Content-type", value: "image/jpeg", location: at("api/photo.md", 41) }],
          body: body("<binary data>", 43, "api/photo.md"),
          location: at("api/photo.md", 40),
        },
      }),
    ],
  }),
];

const everyPrimitive: readonly PrimitiveName[] = [
  "string",
  "boolean",
  "byte",
  "sbyte",
  "int16",
  "int32",
  "int64",
  "integer",
  "single",
  "double",
  "decimal",
  "number",
  "date",
  "dateTimeOffset",
  "timeOfDay",
  "duration",
  "guid",
  "binary",
  "stream",
  "uri",
  "object",
];

/** A model that uses every feature of the document once. */
export const kitchenSink: ApiModel = {
  servers: ["https://api.contoso.com/v1.0/"],
  language: "en-US",
  operations: [listOrders, createOrder, ...others],
  tags: [
    {
      name: "Orders",
      description: { markdown: "What customers order.", translations: { "de-DE": "Was Kunden bestellen." } },
      location: at("resources/order.md", 3),
    },
  ],
  resources: [
    {
      name: "shop.order",
      title: "order resource type",
      description: { markdown: "An order.", translations: { "de-DE": "Eine Bestellung." } },
      key: ["id"],
      location: at("resources/order.md", 1),
      properties: [
        property("id", primitive("string"), 20, { readOnly: true, description: { markdown: "Key. Read-only." } }),
        property("status", named("orderStatus"), 21, { description: { markdown: "Where it is." } }),
        property("lines", { kind: "array", items: named("line") }, 22, { isNavigation: true }),
        property("parent", named("order"), 23, { isNavigation: true }),
        property("options", named("packing"), 24, { nullable: false }),
        property("code", primitive("string"), 25, { maxLength: 20, defaultValue: "none" }),
        property("retries", primitive("int32"), 26, { defaultValue: "3" }),
        property("express", primitive("boolean"), 27, { defaultValue: "sometimes" }),
        property(
          "priority",
          {
            kind: "enum",
            members: [
              { name: "low", description: { markdown: "Later." }, location: at("resources/order.md", 28, 30) },
              { name: "high", location: at("resources/order.md", 28, 40) },
            ],
          },
          28,
          { defaultValue: "low" },
        ),
        property("tags", { kind: "array", items: primitive("string") }, 29, { nullable: true }),
        property("odd", { kind: "unknown", text: "Foo or bar" }, 30),
        property("missing", named("noSuchType"), 31),
        property("oldName", primitive("string"), 32, { deprecated: { markdown: "Use `code`." } }),
        property("address", { kind: "object", properties: [property("city", primitive("string"), 34)] }, 33),
      ],
    },
    {
      name: "shop.giftOrder",
      baseType: "shop.order",
      isOpen: true,
      deprecated: true,
      location: at("resources/gift-order.md", 1),
      properties: [property("card", { kind: "anyOf", types: [primitive("string"), named("line")] }, 20)],
    },
    {
      name: "shop.line",
      location: at("resources/line.md", 1),
      properties: [
        property("sku", primitive("string"), 20, { required: true }),
        property("count", primitive("int32"), 21),
      ],
    },
    {
      name: "shop.all types",
      isAbstract: true,
      baseType: "shop.notDocumented",
      location: at("resources/all.md", 1),
      properties: everyPrimitive.map((name, index) => property(name, primitive(name), 20 + index)),
    },
    {
      name: "shop.traps",
      location: at("resources/traps.md", 1),
      properties: ["constructor", "hasOwnProperty", "valueOf", "__proto__", "toString", "a/b~c d", "@odata.etag"].map(
        (name, index) => property(name, primitive("string"), 20 + index),
      ),
    },
  ],
  enums: [
    {
      name: "shop.orderStatus",
      isOpen: true,
      description: { markdown: "State of an order." },
      location: at("resources/order-status.md", 1),
      members: ["open", "closed", "unknownFutureValue"].map((name, index) => ({
        name,
        ...(name === "open" && { description: { markdown: "Not shipped yet." } }),
        location: at("resources/order-status.md", 10 + index),
      })),
    },
    {
      name: "shop.packing",
      isFlags: true,
      location: at("resources/packing.md", 1),
      members: ["gift", "eco", "gift"].map((name, index) => ({
        name,
        location: at("resources/packing.md", 10 + index),
      })),
    },
  ],
};
