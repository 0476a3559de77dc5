import { mkdirSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readSource, sizeLimit } from "../../src/build/read-source.ts";
import { createFolder } from "./folder.ts";

/** The only place in this file that knows how a file is read. */
function read(folder: string, path = "a.md") {
  const problems: string[] = [];
  const file = readSource(folder, path, ({ code, location: { line, column }, found }) =>
    problems.push(`${line}:${column} ${code} ${found}`),
  );
  return { text: file?.text, problems };
}

test.each([
  ["UTF-8", Buffer.from("größe\n"), "größe\n"],
  ["a byte order mark", Buffer.from("\uFEFF# A"), "# A"],
  ["CRLF", Buffer.from("a\r\nb"), "a\r\nb"],
  ["nothing", Buffer.from(""), ""],
])("reads %s", (_name, bytes, text) => {
  expect(read(createFolder({ "a.md": bytes }))).toEqual({ text, problems: [] });
});

test.each([
  ["Latin-1", Buffer.from("# A\nsch\xF6n\n", "latin1"), "2:4 file/not-utf8 the byte 0xF6"],
  ["a cut character", Buffer.from("ä€".slice(0, 2)).subarray(0, 4), "1:2 file/not-utf8 the byte 0xE2"],
  [
    "a column after wide characters",
    Buffer.concat([Buffer.from("\n\n😀ä"), Buffer.from([0xff])]),
    "3:4 file/not-utf8 the byte 0xFF",
  ],
  [
    "a byte after a real U+FFFD",
    Buffer.concat([Buffer.from("\uFFFDx"), Buffer.from([0x80])]),
    "1:3 file/not-utf8 the byte 0x80",
  ],
  ["a byte after a byte order mark", Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xc0]), "1:2 file/not-utf8 the byte 0xC0"],
  ["UTF-16", Buffer.from("\uFEFF# A", "utf16le"), "1:1 file/not-utf8 UTF-16"],
  ["an image", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), "1:1 file/binary binary data"],
])("does not read %s", (_name, bytes, problem) => {
  expect(read(createFolder({ "a.md": bytes }))).toEqual({ text: undefined, problems: [problem] });
});

test("does not read a file over the size limit", () => {
  const folder = createFolder({ "a.md": "# A" });
  truncateSync(join(folder, "a.md"), sizeLimit * 1024 * 1024 + 1);
  expect(read(folder)).toEqual({ text: undefined, problems: [`1:1 file/too-large ${sizeLimit + 1} MB`] });
});

test("does not read a folder, nor a file that is gone", () => {
  const folder = createFolder();
  mkdirSync(join(folder, "a.md"));
  expect(read(folder).problems).toEqual(["1:1 file/unreadable it is a folder"]);
  expect(read(folder, "b.md").problems).toEqual(["1:1 file/unreadable no such file"]);
});
