/**
 * `npm start`: the whole job on spec/docs. Docs -> OpenAPI document -> lint -> typed client -> mock server -> every
 * documented example through the client to the mock; then what came of it.
 */
import { verifyDocs } from "../src/build/verify-docs.ts";
import type { Diagnostic } from "../src/source/diagnostic.ts";
import { buildSample, outputs, root, type Sample } from "./sample.ts";

const sample = await buildSample();
const verification = await verifyDocs(sample.settings);
const problems = new Map(
  [...sample.compilation.diagnostics, ...verification.diagnostics].map((each) => [format(each), each]),
);
process.stdout.write(`${[...problems.keys(), ...formatSummary(sample)].join("\n")}\n`);
process.exitCode = problems.size > 0 || verification.result.failed + verification.result.probes.failed > 0 ? 1 : 0;

function format({ location: { file, line, column }, severity, code, message }: Diagnostic): string {
  return `spec/docs/${file}:${line}:${column} ${severity} ${code} ${message}`;
}

function formatSummary({ compilation: { files, model, openapi }, changed, settings }: Sample): string[] {
  const { examples, passed, probes } = verification.result;
  const schemas = Object.keys((openapi.document as { components?: { schemas?: object } }).components?.schemas ?? {});
  const lint = [...problems.values()].filter(({ code }) => code.startsWith("lint/")).length;
  const [document, map, client, types] = outputs;
  return [
    "",
    `docs      ${settings.docs.join(" ")}: ${files.length} pages`,
    `document  ${document}: ${model.operations.length} operations, ${schemas.length} schemas; places in ${map}`,
    `lint      Redocly recommended-strict: ${lint === 0 ? "no problems" : `${lint} problems`}`,
    `client    ${client}, ${types}`,
    `verify    ${passed} of ${examples} examples went through the client to the mock and came back as documented`,
    `          ${probes.passed} of ${probes.passed + probes.failed} wrong requests were refused`,
    changed.length > 0
      ? `Wrote ${changed.map((path) => path.slice(root.length + 1)).join(", ")}`
      : "Nothing had changed",
    "",
    "Next: npm run -s md2oas -- check YOUR_DOCS",
  ];
}
