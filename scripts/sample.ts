import { join } from "node:path";
import { checkDocs } from "../src/build/check-docs.ts";
import type { Compilation } from "../src/build/compile.ts";
import { readSettings, type Settings } from "../src/build/settings.ts";
import { writeClient } from "../src/build/write-client.ts";
import { writeDocument } from "../src/build/write-document.ts";

/** The folder of the project. */
export const root = join(import.meta.dirname, "..");

/** The sample's outputs, relative to the project. */
export const outputs = ["spec/openapi.yaml", "spec/openapi.yaml.map.json", "generated/client.ts", "generated/types.ts"];

/** The sample, built. */
export interface Sample {
  readonly settings: Settings;
  readonly compilation: Compilation;
  /** Paths of the outputs that were not as they are now. */
  readonly changed: readonly string[];
}

/** Builds and lints spec/docs as md2oas.config.ts says, and writes the outputs below `folder`. */
export async function buildSample(folder: string = root): Promise<Sample> {
  const settings = await readSettings(root, [], {});
  const compilation = await checkDocs(settings);
  const changed = [
    ...writeDocument(compilation.openapi, join(folder, settings.out ?? "")),
    ...(await writeClient(compilation.openapi, join(folder, settings.client ?? ""))),
  ];
  return { settings, compilation, changed };
}
