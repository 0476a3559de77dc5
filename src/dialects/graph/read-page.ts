import type { Block, Page, Paragraph, Section } from "../../markdown/page.ts";
import type { Report } from "../../source/diagnostic.ts";
import { readDescription } from "../common/description.ts";
import { isResponse } from "../common/http-message.ts";
import { allBlocks, codeIn, paragraphsIn, tablesIn } from "../common/outline.ts";
import { languageOf } from "../common/page-language.ts";
import { isRequestLine, type RequestLine, readRequestLines } from "../common/request-line.ts";
import { readRequestText } from "../common/request-text.ts";
import { textOf } from "../common/text.ts";
import { joinNamespace, pageName, readPageLink, readTypeExpression } from "../common/type-expression.ts";
import { noPermissions, pageUnused, pageWithoutRequest } from "./diagnostics.ts";
import type { GraphFacts, MethodFacts, OperationFacts, SectionFacts } from "./facts.ts";
import { type Role, roleOf } from "./profile.ts";
import { findDeprecation } from "./read-deprecation.ts";
import { readEnums } from "./read-enums.ts";
import { readExamples } from "./read-examples.ts";
import { readHeaders } from "./read-headers.ts";
import { readParameters } from "./read-parameters.ts";
import { readPermissions } from "./read-permissions.ts";
import { readQueryOptions } from "./read-query-options.ts";
import { readRequestBody } from "./read-request-body.ts";
import { readResources } from "./read-resources.ts";
import { readErrors, readResponse } from "./read-response.ts";
import { englishTitle } from "./translation/english-title.ts";

/** Reads a Graph-style page: what operations, types and enumerations it documents. */
export function readGraphPage(given: Page, report: Report): GraphFacts {
  const page = { ...given, language: languageOf(given) };
  const root = rootOf(page);
  const roles = sectionsByRole(root);
  const title = englishTitle(root, page.language);
  const operation = readOperation(page, root, roles, report);
  const enums = readEnums(page, root, title, report);
  const resources = operation
    ? []
    : readResources(page, root, title, report).filter(isNotEnumOf(enums.map(({ name }) => name)));
  const isApiPage =
    /(?:^|\/)api\/[^/]*$/.test(page.file) || String(page.frontMatter["doc_type"] ?? "").startsWith("apiPage");
  if (!operation && isApiPage && resources.length === 0) {
    report(
      pageWithoutRequest(root.heading.location, roles.get("request") ? "none that can be used" : "no such section"),
    );
  } else if (!operation && resources.length === 0 && enums.length === 0) {
    report(pageUnused(root.heading.location));
  }
  return {
    file: page.file,
    page: pageName(page.file),
    language: page.language,
    title: root.heading.text,
    titleText: textOf(page, root.heading),
    resources,
    enums,
    methods: readMethods(roles.get("methods") ?? []),
    location: root.heading.location,
    ...(operation && { operation }),
    ...readIntroduction(page, root),
  };
}

/** The first heading's section; pages without one are read as if their start were a heading. */
function rootOf(page: Page): Section {
  const [first, ...others] = page.sections;
  if (first?.level === 1) {
    return { ...first, blocks: [...page.blocks, ...first.blocks], sections: [...first.sections, ...others] };
  }
  const title = String(page.frontMatter["title"] ?? pageName(page.file));
  const heading = {
    text: title,
    markdown: title,
    links: [],
    codes: [],
    location: page.sections[0]?.location ?? page.location,
  };
  return { id: "", heading, level: 1, blocks: page.blocks, sections: page.sections, location: page.location };
}

type SectionsByRole = ReadonlyMap<Role, readonly Section[]>;

/** The sections of each role, in document order; those inside examples belong to the example. */
function sectionsByRole(root: Section): SectionsByRole {
  const found = new Map<Role, Section[]>();
  const visit = (section: Section) => {
    const role = roleOf(section);
    const same = role && found.get(role);
    if (same) same.push(ownPart(section));
    else if (role) found.set(role, [ownPart(section)]);
    if (role !== "example") section.sections.forEach(visit);
  };
  root.sections.forEach(visit);
  return found;
}

/** A section without those below it that tell of another part of the operation: `### Request headers` in `## Query parameters`. */
function ownPart(section: Section): Section {
  const own = section.sections.filter((child) => !operationRoles.has(roleOf(child)));
  return { ...section, sections: own.map(ownPart) };
}

const operationRoles: ReadonlySet<Role | undefined> = new Set<Role>([
  "permissions",
  "request",
  "query",
  "function",
  "path",
  "headers",
  "body",
  "response",
  "errors",
]);

/** A page with an enumeration of its own name describes no object by that name. */
function isNotEnumOf(
  names: readonly string[],
): (resource: { name: string; properties: readonly unknown[] }) => boolean {
  return ({ name, properties }) => properties.length > 0 || !names.includes(name);
}

function readOperation(page: Page, root: Section, roles: SectionsByRole, report: Report): OperationFacts | undefined {
  const requests = readRequests(root, roles, report);
  if (requests.length === 0) return undefined;
  const sections = (role: Role) => roles.get(role) ?? [];
  const permissions = readPermissions(sections("permissions"));
  // Without a section of its own, the sentence on the body stands below the request lines.
  const bodies = roles.has("body") ? sections("body") : sections("request").filter(speaksOfType);
  const errors = new Set([...sections("errors"), ...sections("response").flatMap(({ sections: inner }) => inner)]);
  if (!permissions) report(noPermissions((sections("permissions")[0] ?? root).heading.location));
  return {
    requests,
    ...(permissions && { permissions }),
    sections: new Set(permissions?.map(({ table }) => table)).size > 1 ? root.sections.flatMap(readSections) : [],
    parameters: [
      ...readParameters(page, sections("path"), "path"),
      ...readParameters(page, sections("function"), "function"),
      ...readParameters(page, sections("query"), "query"),
      ...readHeaders(page, sections("headers"), report),
    ],
    queryOptions: readQueryOptions(page, sections("query"), report),
    requestBody: readRequestBody(page, bodies, sections("headers"), report),
    response: readResponse(page, sections("response"), bodies, report),
    errors: readErrors(page, [...errors], sections("response")),
    ...readExamples(page, root, requests),
  };
}

function readSections({ id, location, sections }: Section): SectionFacts[] {
  return [{ id, location }, ...sections.flatMap(readSections)];
}

/** Whether a sentence of a section links a type. */
function speaksOfType({ blocks }: Section): boolean {
  return paragraphsIn(blocks).some(({ content }) =>
    content.links.some(({ href }) => /\/?resources\//.test(href) && readPageLink(href) !== undefined),
  );
}

/**
 * The request lines below the HTTP request headings. Pages that misspell the heading have them in the code blocks
 * before the examples; those show a path, where examples show a whole URL.
 */
function readRequests(root: Section, roles: SectionsByRole, report: Report): RequestLine[] {
  const sections = roles.get("request") ?? [];
  const found = sections
    .flatMap(allBlocks)
    .filter((block) => block.kind !== "code" || !isResponse(block))
    .flatMap((block) => (block.kind === "code" ? readRequestLines(block, report) : readRequestText(block, report)));
  if (found.length > 0 || !roles.has("permissions")) return found;
  return codeIn(allBlocks(root))
    .filter(({ tab, annotation }) => tab === undefined && annotation?.data["blockType"] !== "request")
    .filter(({ text }) => isListOfRequests(text))
    .flatMap((code) => readRequestLines(code, report));
}

function isListOfRequests(text: string): boolean {
  const lines = text.split("\n").filter(isRequestLine);
  return lines.length > 0 && lines.every((line) => !/https?:/.test(line));
}

/** The text below the title: the description, the namespace, and whether the page is deprecated. */
function readIntroduction(page: Page, root: Section): Pick<GraphFacts, "description" | "deprecated" | "namespace"> {
  const namespace = paragraphsIn(root.blocks)
    .map(namespaceOf)
    .find((name) => name !== undefined);
  const blocks = root.blocks.flatMap(withoutNamespace);
  const description = readDescription(page, blocks);
  const isDeprecated =
    findDeprecation(paragraphsIn(blocks), page.language) !== undefined ||
    /\(deprecated\)/i.test(root.heading.text) ||
    /-deprecated$/.test(root.id);
  return {
    ...(namespace && { namespace }),
    ...(description && { description }),
    ...(isDeprecated && { deprecated: true }),
  };
}

/** `Namespace: microsoft.graph`, in any language: one word, a colon, a dotted or plain name. Text on the next line needs the dots. */
function namespaceOf({ content }: Paragraph): string | undefined {
  const [first = "", ...others] = content.markdown.split("\n", 2);
  const line = others.length === 0 ? content.text : first.trim();
  const [, name = ""] = /^[\p{L} ]{2,30}\s*[:：]\s*([A-Za-z]\w*(?:\.\s?\w+)*)$/u.exec(line) ?? [];
  const namespace = joinNamespace(name);
  return /^[a-z]/.test(namespace) && (others.length === 0 || namespace.includes(".")) ? namespace : undefined;
}

/** What a paragraph says below the line with the namespace. */
function withoutNamespace(block: Block): Block[] {
  if (block.kind !== "paragraph" || namespaceOf(block) === undefined) return [block];
  const { content } = block;
  const [first = "", ...others] = content.markdown.split("\n");
  if (others.length === 0) return [];
  const text = content.text.slice(first.length).trim();
  const translation = content.translation?.replace(/^.*\n/, "");
  const rest = { ...content, text, markdown: others.join("\n"), ...(translation !== undefined && { translation }) };
  return [{ ...block, content: rest }];
}

/** The API pages that a Methods table links, with the types they return. */
function readMethods(sections: readonly Section[]): MethodFacts[] {
  return sections
    .flatMap((section) => tablesIn(allBlocks(section)))
    .flatMap(({ rows }) =>
      rows.flatMap(({ cells, location }) => {
        const link = readPageLink(cells[0]?.links[0]?.href);
        const returns =
          cells[1] && cells.length >= 3 && cells[1].text !== "" ? readTypeExpression(cells[1]) : undefined;
        return link ? [{ page: link.page, location, ...(returns && { returns }) }] : [];
      }),
    );
}
