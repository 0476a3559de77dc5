import { describe, expect, test } from "vitest";
import { blocksOf, outlineOf, placeOf, read, sectionsOf, tableOf } from "./read.ts";

let id = 100;

/** A passage in German and English, marked as side-by-side pages mark it. */
function pair(german: string, english: string, ids: [string, string] = [`0a1b2-${++id}`, `0a1b2-${id}`]): string {
  return (
    `<span data-ttu-id="${ids[0]}">${german}</span>` +
    `<span class="sxs-lookup"><span data-stu-id="${ids[1]}">${english}</span></span>`
  );
}

const frontMatter = "---\nms.contentlocale: de-DE\n---\n";

test("a side-by-side page is read in English, with the translation beside it", () => {
  const { page, problems } = read(
    `${frontMatter}# <a name="trees"></a>${pair("Bäume", "Trees")}\n\n${pair("Ein Baum.", "A tree.")} ${pair("Noch einer.", "Another.")}\n`,
  );
  expect(problems).toEqual([]);
  expect([page.language, page.translationLanguage]).toEqual(["en-US", "de-DE"]);
  expect(outlineOf(page)).toEqual(["# trees: Trees", "A tree. Another."]);
  const [section] = page.sections;
  const [block] = blocksOf(page);
  expect(section?.heading.translation).toBe("Bäume");
  expect(block?.kind === "paragraph" && block.content.translation).toBe("Ein Baum. Noch einer.");
});

test("a page without pairs is read in its own language", () => {
  const { page } = read(`${frontMatter}# <a name="trees"></a>Bäume\n\nEin Baum.\n`);
  expect([page.language, page.translationLanguage]).toEqual(["de-DE", undefined]);
  expect(outlineOf(page)).toEqual(["# trees: Bäume", "Ein Baum."]);
});

describe("where pairs stand", () => {
  test.each([
    ["in a cell", `|${pair("N", "Name")}|\n|--|\n|${pair("x", "y")}|`, ["| Name |", "| y |"]],
    ["several in a cell", `|a|\n|--|\n|${pair("A.", "B.")} ${pair("C.", "D.")}|`, ["| a |", "| B. D. |"]],
    ["in brackets of a link", `[${pair("Baum", "tree")}](tree.md)`, ["tree"]],
    ["around a link", pair("[Baum](tree.md)-Sammlung", "[tree](tree.md) collection"), ["tree collection"]],
    ["in a list", `- ${pair("A", "B")}\n- ${pair("C", "D")}`, ["- B", "- D"]],
    ["in a numbered list", `1. ${pair("A", "B")}\n9. ${pair("C", "D")}`, ["- B", "- D"]],
    ["in a quote", `> [!NOTE]\n> ${pair("A", "B")}`, ["note> B"]],
    ["in HTML", `<ul><li>${pair("A", "B")}</li></ul>`, ["B"]],
    ["in a tab head", `# <a name="c"></a>[${pair("C#", "C#")}](#tab/csharp)\n${pair("A", "B")}`, ["(csharp) B"]],
    ["a paragraph of one pair", pair("A. B.", "C. D.", ["0a1b2-p101", "0a1b2-p101"]), ["C. D."]],
    ["with code and bold", pair("`a` **b**", "`c` **d**"), ["c d"]],
    ["with escaped marks", pair("\\*\\*Hinweis:\\*\\* a", "Group\\* and \\`b\\`"), ["Group* and `b`"]],
    ["with a pipe in English", `|a|b|\n|--|--|\n|c|${pair("x \\| y", "`x` \\| z")}|`, ["| a | b |", "| c | x | z |"]],
  ])("%s", (_name, markdown, outline) => {
    const { page, problems } = read(frontMatter + markdown);
    expect(outlineOf(page)).toEqual(outline);
    expect(problems).toEqual([]);
  });
});

describe("the exceptions of the format", () => {
  test("an empty English half: the German one holds code that needed no translation", () => {
    const markdown = `|a|b|\n|--|--|\n|c|${pair("`Bearer {token}`.", "")}|`;
    expect(tableOf(frontMatter + markdown)).toEqual([
      ["a", "b"],
      ["c", "Bearer {token}."],
    ]);
  });

  test.each([
    ["at the start of the German half", `|a|\n|--|\n|${pair("\nA.", "B.")}|\n|c|`],
    ["at its end", `|a|\n|--|\n|${pair("A.\n", "B.")}|\n|c|`],
    ["at the end of the English half", `|a|\n|--|\n|${pair("A.", "B.\n")}|\n|c|`],
  ])("a line end %s does not cut the row", (_name, markdown) => {
    expect(tableOf(frontMatter + markdown)).toEqual([["a"], ["B."], ["c"]]);
  });

  test("a line end in a half does not tear a list", () => {
    const { page } = read(`${frontMatter}- ${pair("\nA", "\nB")}\n- c\n`);
    expect(outlineOf(page)).toEqual(["- B", "- c"]);
  });

  test("a comment inside both halves is read once, and describes the next block", () => {
    const note = '<!-- {"blockType": "request"} -->';
    const { page, problems } = read(
      `${frontMatter}${pair(`${note} Hier.`, `${note} Here.`)}\n\`\`\`http\nGET /a\n\`\`\`\n`,
    );
    expect(problems).toEqual([]);
    expect(outlineOf(page)).toEqual(["Here.", "http: GET /a"]);
    expect(page.annotations).toEqual([]);
    const code = blocksOf(page)[1];
    expect(code?.kind === "code" && code.annotation?.data).toEqual({ blockType: "request" });
  });

  test("rows that the translator joined to one line are rows again", () => {
    const rows =
      `${pair("<!-- Bitte prüfen. -->| Name | Text | A. | | Alter | Zahl | B.", "<!-- Please check. --> |name|String| A.| |age|Int32| B.")} ` +
      `${pair("| |Farbe|Text| C. |", "| |colour|String| C.|")}`;
    expect(tableOf(`${frontMatter}|a|b|c|\n|--|--|--|\n|id|String|D.|\n${rows}\n`).slice(1)).toEqual([
      ["id", "String", "D."],
      ["name", "String", "A."],
      ["age", "Int32", "B."],
      ["colour", "String", "C."],
    ]);
  });

  test("code is never touched", () => {
    const { page } = read(`${frontMatter}${pair("A", "B")}\n\n\`\`\`html\n<span>a</span>\n\`\`\`\n`);
    expect(outlineOf(page)).toEqual(["B", "html: <span>a</span>"]);
  });
});

describe("markup that is broken", () => {
  test.each([
    ["a German half that is never closed", '<span data-ttu-id="1">A', ["A"], ["1 bilingual/broken-pair"]],
    ["no English half", '<span data-ttu-id="1">A</span> b', ["A b"], ["1 bilingual/broken-pair"]],
    [
      "an English half that is never closed",
      '<span data-ttu-id="1">A</span><span class="sxs-lookup"><span data-stu-id="1">B',
      ["AB"],
      ["1 bilingual/broken-pair"],
    ],
    [
      "an English half that is closed once",
      '<span data-ttu-id="1">A</span><span class="sxs-lookup"><span data-stu-id="1">B</span> c',
      ["AB c"],
      ["1 bilingual/broken-pair"],
    ],
    ["a span inside a half", '<span data-ttu-id="1">A <span>b</span></span>', ["A b"], ["1 bilingual/broken-pair"]],
    ["an id that is never closed", '<span data-ttu-id="1', ['<span data-ttu-id="1'], ["1 bilingual/broken-pair"]],
    ["different ids", pair("A", "B", ["1", "2"]), ["B"], ["1 bilingual/id-mismatch"]],
    [
      "a pair after a broken one",
      `<span data-ttu-id="1">A\n\n${pair("B", "C")}`,
      ["A", "C"],
      ["1 bilingual/broken-pair"],
    ],
    ["a span of something else", '<span class="x">a</span>', ["a"], []],
  ])("%s", (_name, markdown, outline, problems) => {
    const result = read(markdown);
    expect(outlineOf(result.page)).toEqual(outline);
    expect(result.problems).toEqual(problems);
  });
});

test("places are those of the English halves in the file", () => {
  const line = `|${pair("x", "name", ["1", "1"])}|${pair("y", "String", ["2", "2"])}|`;
  const { page } = read(`|a|b|\n|--|--|\n${line}\n`);
  const [table] = blocksOf(page);
  const cells = table?.kind === "table" ? (table.rows[0]?.cells ?? []) : [];
  expect(cells.map(({ text, translation, location }) => [text, translation, placeOf(location)])).toEqual(
    ["name", "String"].map((text, index) => {
      const column = line.indexOf(text) + 1;
      return [text, ["x", "y"][index], `3:${column}-3:${column + text.length}`];
    }),
  );
});

test("translations keep what stands outside the pairs", () => {
  const { page } = read(`## ${pair("Eins", "One")} \`a\` ${pair("Zwei", "Two")} (b)\n`);
  expect(sectionsOf(page)[0]?.heading).toMatchObject({ text: "One a Two (b)", translation: "Eins `a` Zwei (b)" });
});

test("included text may hold pairs, too", () => {
  const { page } = read(`${frontMatter}${pair("A", "B")}\n\n[!INCLUDE [x](part.md)]\n`, {
    "part.md": `---\nms.contentlocale: de-DE\n---\n${pair("Eins", "One")}\n`,
  });
  expect(outlineOf(page)).toEqual(["B", "One"]);
  const included = blocksOf(page)[1];
  expect(included?.kind === "paragraph" && included.content.translation).toBe("Eins");
});
