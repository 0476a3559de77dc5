import type { CodeBlock } from "../../markdown/page.ts";
import { lineLocation } from "../common/request-line.ts";
import type { SampleCall } from "./example-facts.ts";

/**
 * The actions that a Java sample calls. Where other languages show the values that are sent, a builder names every parameter
 * that the action has: `.share(FileShareParameterSet.newBuilder().withRole(role).withMessage(null).build())`.
 */
export function readSampleCalls(code: CodeBlock, tab: string): SampleCall[] {
  if (code.language !== "java" && tab !== "java") return [];
  const calls: OpenCall[] = [];
  let owner = "";
  let isOpen = false;
  code.text.split("\n").forEach((line, index) => {
    for (const [, action, parameter, step] of line.matchAll(callPart)) {
      isOpen = action !== undefined || (isOpen && parameter !== undefined);
      if (action !== undefined) calls.push({ action, owner, parameters: [] });
      else if (isOpen && parameter !== undefined)
        calls.at(-1)?.parameters.push({ name: inJson(parameter), location: lineLocation(code, index, line) });
      owner = step ?? owner;
    }
  });
  return calls;
}

type OpenCall = SampleCall & { readonly parameters: SampleCall["parameters"][number][] };

/** The call that begins a list of parameters, one of them, or any other step. */
const callPart = /\.(\w+)\(\s*\w+ParameterSet\b|\.with([A-Z]\w*)\(|\.(?!newBuilder\b)(\w+)\(/g;

function inJson(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}
