import { dialects } from "../src/dialects/index.ts";
import { readPage } from "../src/markdown/read-page.ts";
import { SourceFile } from "../src/source/source-text.ts";

/**
 * Shows that every reader takes time in proportion to the size of a page: a page of each kind is doubled ten times, and the
 * milliseconds for each size are printed with the growth of the last doubling, which is about 2 for a linear reader.
 *
 * `node scripts/bench-readers.ts [kind]`
 */
const doublings = 10;

const fence = "```";

/** A part of a page that is repeated, and what stands before it once. */
interface Kind {
  readonly head: string;
  readonly part: (index: number) => string;
}

const typeHead = "# ship resource type\n\n## Properties\n\n";
const tableHead = `${typeHead}|Property|Type|Description|\n|--|--|--|\n`;
const permissionRows = "|Permission type|Permissions|\n|--|--|\n|Delegated (work or school account)|Ship.Read|\n";
const apiHead = `# Get ship\n\n## Permissions\n\n${permissionRows}\n## HTTP request\n\n${fence}http\nGET /ships/{id}\n${fence}\n\n## Response\n\n\`200 OK\`\n\n`;
const requestHead = apiHead.replace(`GET /ships/{id}\n${fence}\n\n## Response\n\n\`200 OK\`\n\n`, "");

const permissionCell = `# A\n\n## HTTP request\n\n${fence}http\nGET /a\n${fence}\n\n## Permissions\n\n${permissionRows}|Application|`;

const kinds: Readonly<Record<string, Kind>> = {
  paragraphs: {
    head: "# A\n\n",
    part: (index) => `Paragraph ${index} with **bold**, \`code\` and a [link](page.md).\n\n`,
  },
  "one paragraph": { head: "# A\n\n", part: (index) => `Sentence ${index} without an end, ` },
  headings: { head: apiHead, part: (index) => `${"#".repeat(2 + (index % 4))} Response\n\n\`200 OK\`\n\n` },
  lists: { head: "# A\n\n", part: (index) => `${"  ".repeat(index % 8)}- Item ${index}\n` },
  quotes: { head: "# A\n\n", part: (index) => `> [!NOTE]\n> Note ${index}\n\n` },
  comments: { head: "# A\n\n", part: (index) => `<!-- {"blockType": "ignored", "name": "c${index}"} -->\n` },
  "code blocks": { head: "# A\n\n", part: (index) => `${fence}json\n{ "n": ${index} }\n${fence}\n\n` },
  "side by side": {
    head: "# A\n\n",
    part: (index) =>
      `<span data-ttu-id="a-${index}">Satz ${index}.</span><span class="sxs-lookup"><span data-stu-id="a-${index}">Sentence ${index}.</span></span>\n\n`,
  },
  includes: { head: "# A\n\n", part: () => "[!INCLUDE [a](part.md)]\n\n" },
  properties: {
    head: tableHead,
    part: (index) =>
      `|p${index}|[ship](ship.md) collection|Possible values are: \`a\`, \`b\`. Required. Default is \`a\`.|\n`,
  },
  "one cell": { head: `${tableHead}|p|String|`, part: (index) => `Sentence ${index}. ` },
  "JSON representation": {
    head: `${typeHead.replace("Properties", "JSON representation")}${fence}json\n{\n`,
    part: (index) => `  "p${index}": "String (timestamp)",\n`,
  },
  members: {
    head: "# kind enum type\n\n## Members\n\n|Member|Description|\n|--|--|\n",
    part: (index) => `|m${index}|Member ${index}.|\n`,
  },
  "permission rows": {
    head: `# A\n\n## HTTP request\n\n${fence}http\nGET /a\n${fence}\n\n## Permissions\n\n${permissionRows}`,
    part: (index) => `|&nbsp; **Part ${index}**|Ship${index}.Read.All and Ship${index}.Write.All, Ship.Read|\n`,
  },
  "one permission cell": {
    head: permissionCell,
    part: (index) => `Ship${index}.Read and Crew.Read (on ship ${index}), or (Ship.Read) + Crew. Read. all; `,
  },
  "one translated permission cell": {
    head: `---\nms.contentlocale: de-DE\n---\n${permissionCell}`,
    part: (index) => `Ship${index}.Read und Crew.Read (an Bord), oder Crew. Read. all; `,
  },
  "resources in a permission cell": {
    head: permissionCell,
    part: (index) => `For ship ${index}:<br/>Ship${index}.Read<br/>`,
  },
  requests: { head: requestHead, part: (index) => `GET /ships/part${index}/{id}/near(port='{port}')?$top={n}\n` },
  parameters: {
    head: `${apiHead}## Query parameters\n\n|Name|Type|Description|\n|--|--|--|\n`,
    part: (index) => `|q${index}|String|Optional. One of \`a\`, \`b\`.|\n`,
  },
  headers: {
    head: `${apiHead}## Request headers\n\n|Name|Description|\n|--|--|\n`,
    part: (index) => `|X-Header-${index}|Required.|\n`,
  },
  "request body": {
    head: `${apiHead}## Request body\n\n|Property|Type|Description|\n|--|--|--|\n`,
    part: (index) => `|b${index}|String|Required.|\n`,
  },
  "required members": {
    head: `${apiHead}## Request body\n\n`,
    part: (index) => `You must specify \`b${index}\`. The **c${index}** property is required. `,
  },
  "status codes": {
    head: apiHead,
    part: (index) => `Errors are the 400, 404 and 409 responses, HTTP ${index}, or \`500\`. `,
  },
  "rows of errors": {
    head: `${apiHead}|Status code|Description|\n|--|--|\n`,
    part: (index) => `|404 Not Found|Case ${index}.|\n`,
  },
  "rows set in": {
    head: `${apiHead}## Request body\n\n|Property|Type|Description|\n|--|--|--|\n|b|Object|An object.|\n`,
    part: (index) => `|${"&nbsp;".repeat(1 + (index % 4))}b${index}|Object|An object.|\n`,
  },
  "lists of an introduction": { head: "# A\n\n", part: (index) => `> ${"  ".repeat(index % 4)}- Item ${index}\n` },
  examples: {
    head: `${apiHead}## Examples\n\n`,
    part: (index) =>
      `### Example ${index}\n\n${fence}http\nGET https://api.harbour.example/v1.0/ships/${index}\n${fence}\n\n${fence}http\nHTTP/1.1 200 OK\n\n{ "id": "${index}" }\n${fence}\n\n`,
  },
  "requests and calls": {
    head: `${requestHead}${fence}\n\n## Examples\n\n`,
    part: (index) =>
      `### HTTP request ${index}\n\n${fence}http\nGET /ships/part${index}/{id}\n${fence}\n\n${fence}http\nGET https://api.harbour.example/v1.0/ships/part${index}/1\n${fence}\n\n`,
  },
  "unlisted calls": {
    head: `${apiHead}## Examples\n\n`,
    part: (index) => `${fence}http\nGET https://api.harbour.example/v1.0/berths/part${index}/lamp\n${fence}\n\n`,
  },
  "calls in one block": {
    head: `${apiHead}## Example\n\n${fence}http\n`,
    part: (index) => `GET https://api.harbour.example/v1.0/ships/${index}\n`,
  },
  "headers of a call": {
    head: `${apiHead}## Example\n\n${fence}http\nGET https://api.harbour.example/v1.0/ships/1\n`,
    part: (index) => `X-Header-${index}: ${index}\n`,
  },
  "code samples": {
    head: `${apiHead}## Example\n\n${fence}http\nGET https://api.harbour.example/v1.0/ships/1\n${fence}\n\n`,
    part: (index) => `# [C${index}](#tab/c${index})\n\n${fence}c\nget(${index});\n${fence}\n\n`,
  },
  "query options": {
    head: `${apiHead}## Optional query parameters\n\n`,
    part: () => "$skip, `top` and $filter, ",
  },
  "one example": {
    head: `${apiHead}## Example\n\n${fence}http\nGET https://api.harbour.example/v1.0/ships/1\n${fence}\n\n${fence}http\nHTTP/1.1 200 OK\n\n[\n`,
    part: (index) => `{ "id": "${index}" },\n`,
  },
  "an example of ellipses": {
    head: `${apiHead}## Example\n\n${fence}http\nGET https://api.harbour.example/v1.0/ships/1\n${fence}\n\n${fence}http\nHTTP/1.1 200 OK\n\n[\n`,
    part: (index) => `{ "id": "${index}", ... }, { ... }, "\\"\\"\n`,
  },
};

const only = process.argv[2];
for (const [name, kind] of Object.entries(kinds)) {
  if (only === undefined || only === name) process.stdout.write(`${formatRow(name, measure(kind))}\n`);
}

/** Milliseconds to read the page at each size, and the size of the last one. */
function measure(kind: Kind): { readonly times: readonly number[]; readonly kilobytes: number } {
  // Parts are short: start at about 2 kB.
  const first = Math.ceil(2048 / Math.max(1, kind.part(1000).length));
  const times = [];
  let text = "";
  for (let doubling = 0; doubling <= doublings; doubling++) {
    text = kind.head;
    for (let index = 0; index < first * 2 ** doubling; index++) text += kind.part(index);
    times.push(timeOf(text));
  }
  return { times, kilobytes: text.length / 1024 };
}

/** The best of three, since other processes and the garbage collector take their time, too. */
function timeOf(text: string): number {
  const runs = [1, 2, 3].map(() => {
    const start = performance.now();
    run(text);
    return performance.now() - start;
  });
  return Math.min(...runs);
}

function run(text: string): void {
  const include = () => new SourceFile("part.md", "Included text.\n");
  const page = readPage(new SourceFile("api/ship.md", text), { include }, ignore);
  for (const dialect of dialects) dialect.link([dialect.readPage(page, ignore)], ignore);
}

function ignore(): void {}

function formatRow(name: string, { times, kilobytes }: ReturnType<typeof measure>): string {
  const [before = 1, last = 0] = times.slice(-2);
  const columns = times.map((time) => time.toFixed(time < 10 ? 1 : 0).padStart(6)).join("");
  return `${name.padEnd(20)}${columns} ms  ${kilobytes.toFixed(0).padStart(5)} kB  x${(last / before).toFixed(1)}`;
}
