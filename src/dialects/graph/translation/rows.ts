import type { GraphFacts, ParameterFacts } from "../facts.ts";
import type { PropertyFacts } from "../type-facts.ts";

/** All rows of a page that describe properties, members of bodies, and parameters. */
export function rowsOf({ resources, operation }: GraphFacts): readonly (ParameterFacts | PropertyFacts)[] {
  return [
    ...resources.flatMap(({ properties }) => properties),
    ...(operation?.requestBody.properties ?? []),
    ...(operation?.response.properties ?? []),
    ...(operation?.parameters ?? []),
  ];
}
