import { expect, test } from "vitest";
import { resolveLinks } from "../../src/openapi/links.ts";
import { emitOne } from "./emit.ts";
import { at, operation } from "./kitchen-sink.ts";

const text = {
  markdown: "Hello",
  translations: { "de-DE": "Hallo", "pt-BR": "Olá", "zh-TW": "您好", "zh-Hans-CN": "你好" },
};
const greeting = operation({ id: "hello", method: "get", path: "/hello", summary: text, location: at("api/a.md", 3) });

test.each<[language: string | undefined, summary: string]>([
  [undefined, "Hello"],
  ["en-US", "Hello"],
  ["de-DE", "Hallo"],
  ["de", "Hallo"],
  ["DE-at", "Hallo"],
  ["pt", "Olá"],
  ["zh-Hans", "你好"],
  ["fr", "Hello"],
  ["all", "Hello"],
])("asked for %s", (language, summary) => {
  const { at: part } = emitOne(greeting, language === undefined ? {} : { language });
  expect(part("/summary")).toBe(summary);
});

test("all languages stand beside the text", () => {
  const described = { ...greeting, description: { markdown: "Says it.", translations: { "de-DE": "Sagt es." } } };
  expect(emitOne(described, { language: "all" }).at("/x-translations")).toEqual({
    "de-DE": { summary: "Hallo", description: "Sagt es." },
    "pt-BR": { summary: "Olá" },
    "zh-Hans-CN": { summary: "你好" },
    "zh-TW": { summary: "您好" },
  });
  expect(emitOne(described).at("/x-translations")).toBeUndefined();
});

test("a language named like a member of object prototypes is one that is missing", () => {
  expect(emitOne(greeting, { language: "constructor" }).at("/summary")).toBe("Hello");
});

test("HTML that a viewer would run is shown instead", () => {
  const markdown = "a <script>x()</script> <br> <a onclick='x()'>b</a>";
  const { at: part } = emitOne({ ...greeting, description: { markdown } });
  expect(part("/description")).toBe("a &lt;script>x()</script> <br> &lt;a onclick='x()'>b</a>");
});

test("links are relative to the page", () => {
  const linked = { ...greeting, description: { markdown: "See [b](../b.md#c)." } };
  const options = { linkBase: "https://docs.contoso.com/main/" };
  expect(emitOne(linked, options).at("/description")).toBe("See [b](https://docs.contoso.com/main/b.md#c).");
  expect(emitOne(linked).at("/description")).toBe("See [b](../b.md#c).");
});

test.each([
  ["[a](x.md)", "[a](https://d.com/api/x.md)"],
  ["![a](/x.png)", "![a](https://d.com/x.png)"],
  ["[a](#part)", "[a](https://d.com/api/page.md#part)"],
  ["[a](https://e.com/x)", "[a](https://e.com/x)"],
  ["[a](mailto:x@y.z)", "[a](mailto:x@y.z)"],
  ['[a](<x y.md> "t")', '[a](<https://d.com/api/x%20y.md> "t")'],
  ["[a][b]\n\n[b]: x.md", "[a][b]\n\n[b]: https://d.com/api/x.md"],
  ["`[a](x.md)` [a](y.md)", "`[a](x.md)` [a](https://d.com/api/y.md)"],
  ["```\n[a](x.md)\n```\n[a](y.md)", "```\n[a](x.md)\n```\n[a](https://d.com/api/y.md)"],
  ["a ` b [a](y.md)", "a ` b [a](https://d.com/api/y.md)"],
  ["[a](http://[)", "[a](http://[)"],
])("%s", (markdown, resolved) => {
  expect(resolveLinks(markdown, new URL("https://d.com/api/page.md"))).toBe(resolved);
});
