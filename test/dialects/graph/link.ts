import { graph } from "../../../src/dialects/graph/graph.ts";
import { readPage } from "../../../src/markdown/read-page.ts";
import type { ApiModel } from "../../../src/model/api-model.ts";
import type { Diagnostic } from "../../../src/source/diagnostic.ts";
import { SourceFile } from "../../../src/source/source-text.ts";

/** Reads and links pages, by path. Problems are given as `file:line code`. */
export function link(pages: Readonly<Record<string, string>>): {
  model: ApiModel;
  problems: string[];
  diagnostics: Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const report = (problem: Diagnostic) => diagnostics.push(problem);
  const facts = Object.entries(pages).map(([path, text]) =>
    graph.readPage(readPage(new SourceFile(path, text), {}, report), report),
  );
  const model = graph.link(facts, report);
  const problems = diagnostics.map(({ code, location }) => `${location.file}:${location.line} ${code}`);
  return { model, problems, diagnostics };
}

/** A page of a type with these rows of its Properties table, which starts in line 7. */
export function typePage(name: string, ...rows: string[]): string {
  const table = ["|Property|Type|Description|", "|:--|:--|:--|", ...rows].join("\n");
  return `# ${name} resource type\n\nNamespace: harbour\n\n## Properties\n${table}\n`;
}

/** A page of operations; its first request line is line 14. */
export function apiPage(requests: readonly string[], rest = "## Response\n\n`204 No Content`\n"): string {
  const permissions = [
    "|Permission type|Permissions (from least to most privileged)|",
    "|:--|:--|",
    "|Delegated (work or school account)|Ship.Read|",
    "|Delegated (personal Microsoft account)|Not supported.|",
    "|Application|Ship.Read.All|",
  ].join("\n");
  return `# Ship\n\n## Permissions\n\n${permissions}\n\n## HTTP request\n\n\`\`\`http\n${requests.join("\n")}\n\`\`\`\n\n${rest}`;
}
