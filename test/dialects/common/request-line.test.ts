import { describe, expect, test } from "vitest";
import { isRequestLine, readRequestLines } from "../../../src/dialects/common/request-line.ts";
import type { CodeBlock } from "../../../src/markdown/page.ts";
import type { Diagnostic } from "../../../src/source/diagnostic.ts";
import { blocksOf, placeOf, read } from "../../markdown/read.ts";

function readBlock(markdown: string): { lines: string[]; places: string[]; problems: string[] } {
  const diagnostics: Diagnostic[] = [];
  const code = blocksOf(read(markdown).page).find((block): block is CodeBlock => block.kind === "code");
  if (!code) throw new Error("expected a code block");
  const requests = readRequestLines(code, (problem) => diagnostics.push(problem));
  return {
    lines: requests.map(
      ({ method, path, query }) =>
        `${method} ${path.path}${query.map(({ name, value, isOptional }) => ` ${name}${isOptional ? "?" : ""}=${value}`).join("")}`,
    ),
    places: requests.map(({ location }) => placeOf(location)),
    problems: diagnostics.map(({ code: name, location }) => `${location.line} ${name}`),
  };
}

const http = (...lines: string[]) => ["```http", ...lines, "```"].join("\n");

test.each([
  ["GET /ships"],
  ["  DELETE /ships/{id}"],
  ["POST https://api.harbour.example/ships"],
  ["PATCH ships/{id}"],
  ["PUT {id}/x"],
  ["GET/ships"],
  ["get /ships"],
  ["`GET /ships`"],
  ["- GET /ships"],
  ["GET ships"],
  ["POST $batch"],
  ["POST ** Entity URI not found"],
  ["GET /ships?$filter=name eq 'a b'"],
])("a request: %s", (line) => {
  expect(isRequestLine(line)).toBe(true);
});

test.each([
  [""],
  ["or"],
  ["GET"],
  ["If-Match: {etag}"],
  ["HTTP/1.1 200 OK"],
  ["Get a list of ships"],
  ["Delete it"],
  ["delete ship"],
  ["POST $batches"],
  ["// GET /ships"],
  ["var a = GET /ships"],
  ["GETTING /ships"],
  ['{ "GET": 1 }'],
])("no request: %s", (line) => {
  expect(isRequestLine(line)).toBe(false);
});

describe("query strings", () => {
  test.each([
    ["a parameter", "GET /tides?day={day}", "get /tides day={day}"],
    ["several", "GET /tides?day={day}&port=north", "get /tides day={day} port=north"],
    [
      "with blanks",
      "GET /logs?$filter={property} eq '{value}'&$top=5",
      "get /logs $filter={property} eq '{value}' $top=5",
    ],
    ["encoded", "GET /logs?$filter=a%20eq%20'b'", "get /logs $filter=a eq 'b'"],
    ["a URL as the value", "DELETE /a/$ref?$id=https://b.example/c?d=e", "delete /a/$ref $id=https://b.example/c?d=e"],
    ["without a value", "GET /logs?$count", "get /logs $count="],
    ["optional", "GET /maps[?scale=large]", "get /maps scale?=large"],
    ["some of them optional", "GET /maps?day=1[?scale=large]", "get /maps day=1 scale?=large"],
    ["a question mark in a placeholder", "GET /ships/{which?}/crew", "get /ships/{ship-id}/crew"],
    ["nothing behind it", "GET /maps?", "get /maps"],
    ["behind a function", "GET /near(port='{port}')?$top={n}", "get /near(port='{port}') $top={n}"],
    ["names that are none", "GET /maps?{anything}&a=b&=c", "get /maps a=b"],
    ["a name of JavaScript", "GET /maps?__proto__=a&constructor=b", "get /maps __proto__=a constructor=b"],
  ])("%s", (_name, line, expected) => {
    expect(readBlock(http(line))).toMatchObject({ lines: [expected], problems: [] });
  });
});

test.each([
  ["several lines", http("GET /a", "", "POST /b"), ["get /a", "post /b"], []],
  ["HTTP behind the path", http("GET /a HTTP/1.1"), ["get /a"], []],
  ["continued query strings", http("GET /a?b=1", "  &c=2", "&d=3", "GET /e"), ["get /a b=1 c=2 d=3", "get /e"], []],
  ["a query string of its own line", http("GET /a", "?b=1"), ["get /a b=1"], []],
  ["curly quotes", http("GET /near(port=‘{port}’)"), ["get /near(port='{port}')"], []],
  ["code marks", http("`GET /a`"), ["get /a"], []],
  ["tabs", http("\tGET\t/a\t"), ["get /a"], []],
  ["the info string", "```http GET /a\n```", ["get /a"], []],
  ["the info string and the block", "```http GET /a\nPOST /b\n```", ["get /a", "post /b"], []],
  [
    "lines that are none",
    http("GET /a", "or", "https://b.example/c"),
    ["get /a"],
    ["3 request/not-a-request", "4 request/not-a-request"],
  ],
  ["headers below a line", http("GET /a", "Prefer: b"), ["get /a"], []],
  ["a header above all lines", http("Prefer: b", "GET /a"), ["get /a"], ["2 request/not-a-request"]],
  ["generated text", http("POST ** Collection URI for a.b not found"), [], ["2 request/malformed"]],
  ["a path of any depth", http("GET /a/.../b"), [], ["2 request/ellipsis"]],
  ["a slip", http("GET /a/{b/c"), ["get /a/{a-id}/c"], ["2 request/repaired"]],
  [
    "an option without its question mark",
    http("GET /maps$filter=day eq {day}"),
    ["get /maps $filter=day eq {day}"],
    ["2 request/repaired"],
  ],
  ["a line of 100 kB", http(`GET /${"a".repeat(100_000)}`, "GET /b"), ["get /b"], ["2 request/malformed"]],
  ["a line of 100 kB of blanks", http(`GET /a${" ".repeat(100_000)}b`, "GET /b"), ["get /b"], ["2 request/malformed"]],
  ["a line of many placeholders", http(`GET ${"/{a}".repeat(500)}`, "GET /b"), ["get /b"], ["2 request/malformed"]],
  ["a program", "```csharp\nGET /a\n```", [], []],
])("blocks: %s", (_name, block, lines, problems) => {
  expect(readBlock(block)).toMatchObject({ lines, problems });
});

test("requests know where they stand", () => {
  expect(readBlock("text\n\n  ```http\n  GET /a\n\n    POST /b\n  ```\n").places).toEqual(["4:3-4:9", "6:5-6:12"]);
  expect(readBlock("```http GET /a\n```\n").places).toEqual(["1:1-1:7"]);
});

describe("several requests in one line", () => {
  test.each([
    ["GET /ships or GET /boats", ["get /ships", "get /boats"]],
    ["GET /ships, POST /ships", ["get /ships", "post /ships"]],
    ["PUT|PATCH /ships/{id}", ["put /ships/{ship-id}", "patch /ships/{ship-id}"]],
    ["PUT and PATCH /ships/{id}", ["put /ships/{ship-id}", "patch /ships/{ship-id}"]],
  ])("%s", (line, lines) => {
    expect(readBlock(http(line))).toMatchObject({ lines, problems: ["2 request/repaired"] });
  });

  test.each([
    ["GET /ships?$filter=name eq 'GET' or name eq 'POST'", "get /ships $filter=name eq 'GET' or name eq 'POST'"],
    ["GET /ports/post", "get /ports/post"],
  ])("none in %s", (line, read) => {
    expect(readBlock(http(line))).toMatchObject({ lines: [read], problems: [] });
  });
});
