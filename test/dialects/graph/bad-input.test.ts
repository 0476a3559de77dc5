import { describe, expect, test } from "vitest";
import { apiPage, link, typePage } from "./link.ts";

const count = (length: number) => Array.from({ length }, (_, index) => index);

describe("base types that never end", () => {
  test("a type that inherits from itself", () => {
    const { model, problems } = link({
      "resources/raft.md": typePage("raft", "|logs|Int32|How many.|").replace(
        "## ",
        "Inherits from [raft](raft.md).\n\n## ",
      ),
    });
    expect(problems).toEqual(["resources/raft.md:5 resource/base-cycle"]);
    expect(model.resources.map(({ name, baseType, properties }) => [name, baseType, properties.length])).toEqual([
      ["harbour.raft", undefined, 1],
    ]);
  });

  test("a circle of a thousand types: one link is cut, all types stay", () => {
    const pages = count(1000).map((index) => [
      `resources/t${index}.md`,
      typePage(`t${index}`, `|p${index}|String|A property.|`).replace(
        "## ",
        `Inherits from [t](t${(index + 1) % 1000}.md).\n\n## `,
      ),
    ]);
    const { model, problems } = link(Object.fromEntries(pages));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("resource/base-cycle");
    expect(model.resources).toHaveLength(1000);
    expect(model.resources.filter(({ baseType }) => baseType === undefined)).toHaveLength(1);
  });
});

test("two pages of one type with different properties: both count, each contradiction is reported with both places", () => {
  const { model, diagnostics } = link({
    "resources/ship.md": typePage("ship", "|id|String|Key.|", "|length|Double|In metres.|"),
    "resources/ship-old.md": typePage("ship", "|length|String|In feet.|", "|mast|String|What it has.|"),
  });
  expect(model.resources.map(({ properties }) => properties.map(({ name }) => name))).toEqual([
    ["id", "length", "mast"],
  ]);
  expect(
    diagnostics.map(({ code, location, related = [] }) => [
      code,
      location.line,
      related.map((place) => place.location.line),
    ]),
  ).toEqual([
    ["resource/several-pages", 1, [1]],
    ["type/conflict", 8, [9]],
  ]);
});

describe("tables", () => {
  test("5,000 rows are 5,000 properties, each at its row", () => {
    const rows = count(5000).map((index) => `|p${index}|String|Property ${index}.|`);
    const { model, problems } = link({ "resources/ship.md": typePage("ship", ...rows) });
    expect(problems).toEqual([]);
    expect(model.resources[0]?.properties).toHaveLength(5000);
    expect(model.resources[0]?.properties[4999]).toMatchObject({ name: "p4999", location: { line: 5007 } });
  });

  test.each([
    [
      "name",
      (cell: string) => `|${cell}|String|b|`,
      ["resources/ship.md:9 text/too-long", "resources/ship.md:9 resource/unreadable-name"],
    ],
    [
      "type",
      (cell: string) => `|a|${cell}|b|`,
      ["resources/ship.md:9 text/too-long", "resources/ship.md:9 type/unknown"],
    ],
    ["description", (cell: string) => `|a|String|${cell}|`, ["resources/ship.md:9 text/too-long"]],
  ])("a %s cell of 1 MB is reported at its row, the other rows stay", (_name, row, expected) => {
    const { model, diagnostics, problems } = link({
      "resources/ship.md": typePage(
        "ship",
        "|id|String|Key.|",
        row("lorem ipsum ".repeat(90_000)),
        "|name|String|Painted on.|",
      ),
    });
    expect(problems).toEqual(expected);
    expect(model.resources[0]?.properties.map(({ name }) => name)).toEqual(expect.arrayContaining(["id", "name"]));
    expect(Math.max(...diagnostics.map(({ message }) => message.length))).toBeLessThan(1500);
  });

  test("rows with too few, too many and no cells", () => {
    const { model, problems } = link({
      "resources/ship.md": typePage("ship", "|a|", "|b|String|", "|c|String|d|e|f|", "|||", "|g|String|h|"),
    });
    expect(model.resources[0]?.properties.map(({ name }) => name)).toEqual(["a", "b", "c", "g"]);
    expect(problems).toEqual([
      "resources/ship.md:9 table/row-width",
      "resources/ship.md:10 table/row-width",
      "resources/ship.md:8 type/missing",
    ]);
  });
});

describe("names that are traps", () => {
  const names = [
    "constructor",
    "`__proto__`",
    "hasOwnProperty",
    "valueOf",
    "toString",
    "@x.y",
    "a/b~c",
    "a.b",
    "$d",
    "ä",
    "名",
  ];

  test("as properties", () => {
    const rows = names.map((name) => `|${name}|String|A name.|`);
    const { model, problems } = link({ "resources/ship.md": typePage("ship", ...rows) });
    expect(problems).toEqual([]);
    expect(model.resources[0]?.properties.map(({ name }) => name)).toEqual(
      names.map((name) => name.replaceAll("`", "")),
    );
  });

  test("as types", () => {
    const pages = ["constructor", "hasOwnProperty", "valueOf"].map((name) => [
      `resources/${name}.md`,
      typePage(name, `|a|[${name}](${name}.md)|Itself.|`),
    ]);
    const { model, problems } = link(Object.fromEntries(pages));
    expect(problems).toEqual([]);
    expect(model.resources.map(({ name, properties }) => [name, properties[0]?.type])).toEqual(
      ["constructor", "hasOwnProperty", "valueOf"].map((name) => [
        `harbour.${name}`,
        { kind: "named", name: `harbour.${name}` },
      ]),
    );
  });

  test("as unknown types", () => {
    const { model, problems } = link({
      "resources/ship.md": typePage("ship", "|a|constructor|b|", "|c|toString collection|d|"),
    });
    expect(problems).toEqual(["resources/ship.md:8 type/unknown", "resources/ship.md:9 type/unknown"]);
    expect(model.resources[0]?.properties.map(({ type }) => type.kind)).toEqual(["unknown", "array"]);
  });

  test("as scopes, paths, parameters and headers", () => {
    const { model } = link({
      "api/constructor-get.md": apiPage(
        ["GET /constructor/{__proto__}/hasOwnProperty(valueOf='{toString}')?constructor={a}"],
        "## Request headers\n\n|Name|Description|\n|--|--|\n|constructor|a|\n\n## Response\n\n`200 OK`\n",
      ).replaceAll("Ship.Read", "Constructor.ToString"),
    });
    const [operation] = model.operations;
    expect(operation?.id).toBe("constructor-get");
    expect(operation?.path).toBe("/constructor/{constructor-id}/hasOwnProperty(valueOf='{valueOf}')");
    expect(operation?.parameters.map(({ name, in: place }) => `${place} ${name}`)).toEqual([
      "path constructor-id",
      "path valueOf",
      "query constructor",
      "header constructor",
    ]);
  });

  test("as members of enumerations, with duplicate and empty ones", () => {
    const members = ["constructor", "`__proto__`", "valueOf", "constructor", "", "a/b"];
    const rows = members.map((name) => `|${name}|A member.|`).join("\n");
    const { model, problems } = link({
      "resources/kind.md": `# kind enum type\n\nNamespace: harbour\n\n## Members\n\n|Member|Description|\n|--|--|\n${rows}\n`,
    });
    expect(model.enums.map(({ name, members: found }) => [name, found.map((member) => member.name)])).toEqual([
      ["harbour.kind", ["constructor", "__proto__", "valueOf", "a/b"]],
    ]);
    expect(problems).toEqual(["resources/kind.md:13 enum/empty-member", "resources/kind.md:12 enum/duplicate-member"]);
  });
});

describe("request lines", () => {
  test("500 of them are 500 operations with 500 ids", () => {
    const { model, problems } = link({
      "api/ship.md": apiPage(count(500).map((index) => `GET /ships/part${index}/{id}`)),
    });
    expect(problems).toEqual([]);
    expect(model.operations).toHaveLength(500);
    expect(new Set(model.operations.map(({ id }) => id)).size).toBe(500);
  });

  test("one of 100 kB is reported at its line, the others stay", () => {
    for (const filler of ["a", "/a", "/{a}", "(", "{", " ", "'", "a=1,", "?a=b&", "<"]) {
      const long = `GET /ships/x(y=${filler.repeat(100_000 / filler.length)}`;
      const { model, problems } = link({ "api/ship.md": apiPage(["GET /ships", long, "GET /berths"]) });
      expect(model.operations.map(({ path }) => path)).toEqual(["/berths", "/ships"]);
      expect(problems).toEqual(["api/ship.md:15 request/malformed"]);
    }
  });
});

describe("page structure", () => {
  test("thousands of headings of every level", () => {
    const headings = count(6000).map((index) => `${"#".repeat((index % 6) + 1)} Response\n\n\`204 No Content\`\n`);
    const { model } = link({ "api/ship.md": `${apiPage(["GET /ships"])}\n${headings.join("\n")}` });
    expect(model.operations.map(({ path }) => path)).toEqual(["/ships"]);
  });

  test("lists and quotes that are nested without end", () => {
    const lists = count(500)
      .map((depth) => `${"  ".repeat(depth)}- item`)
      .join("\n");
    const quotes = `${"> ".repeat(2000)}deep`;
    const bullets = `${"- ".repeat(2000)}deep`;
    const { model, problems } = link({
      "api/ship.md": apiPage(
        ["GET /ships"],
        `${lists}\n\n${quotes}\n\n${bullets}\n\n## Response\n\n\`202 Accepted\`\n`,
      ),
    });
    expect(problems).toEqual(["api/ship.md:58 list/too-deep"]);
    expect(model.operations.map(({ responses }) => responses.map(({ status }) => status))).toEqual([["202"]]);
  });

  test("a quote of 200,000 paragraphs", () => {
    const { model } = link({
      "resources/ship.md": `${typePage("ship", "|id|String|Key.|")}\n${"> a\n>\n".repeat(200_000)}`,
    });
    expect(model.resources[0]?.properties).toHaveLength(1);
  });
});

describe("examples", () => {
  const ok = (body: string) =>
    `## Response\n\n\`200 OK\`\n\n## Example\n\n\`\`\`http\nGET https://api.harbour.example/v1.0/ships\n\`\`\`\n\n\`\`\`http\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n${body}\n\`\`\`\n`;

  test("a body of 20 MB", () => {
    const body = `{ "value": [${'{ "name": "a ship with a name" },\n'.repeat(600_000)}{} ] }`;
    const { model } = link({ "api/ship.md": apiPage(["GET /ships"], ok(body)) });
    expect(model.operations[0]?.examples[0]?.response?.body?.text.length).toBe(body.length);
    expect(model.operations[0]?.responses[0]?.contents[0]?.type.kind).toBe("array");
  });

  test.each([
    ["nested too deep", '{"a":'.repeat(50_000)],
    ["not JSON", "{ what is this"],
    ["blank lines", "\n".repeat(50_000)],
  ])("a body that is %s", (_name, body) => {
    const { model } = link({ "api/ship.md": apiPage(["GET /ships"], ok(body)) });
    expect(model.operations).toHaveLength(1);
    expect(model.operations[0]?.examples).toHaveLength(1);
  });
});

test("permission cells with prose are reported, and give no scope", () => {
  const page = apiPage(["GET /ships"]).replace("Ship.Read|", "Ask the harbour master. He may say no|");
  const { model, problems } = link({ "api/ship.md": page });
  expect(problems).toEqual(["api/ship.md:7 permissions/unreadable"]);
  const read = model.operations[0]?.permissions?.map(({ grant, alternatives }) => [
    grant,
    alternatives.map(({ scopes }) => scopes),
  ]);
  expect(read).toEqual([
    ["delegatedWork", [[]]],
    ["delegatedPersonal", []],
    ["application", [["Ship.Read.All"]]],
  ]);
});
