import type { Example } from "../model/example.ts";
import type { Operation } from "../model/operation.ts";

/** One operation with the facts of two; where they disagree the first counts. */
export function mergeOperations(first: Operation, second: Operation): Operation {
  const statuses = new Set(first.responses.map(({ status }) => status));
  const parameters = new Set(first.parameters.map((parameter) => `${parameter.in} ${parameter.name}`));
  const requestBody = first.requestBody ?? second.requestBody;
  const { permissions, permissionsByResource } = first.permissions ? first : second;
  return {
    ...first,
    tags: [...new Set([...first.tags, ...second.tags])],
    parameters: [
      ...first.parameters,
      ...second.parameters.filter((parameter) => !parameters.has(`${parameter.in} ${parameter.name}`)),
    ],
    ...(requestBody && { requestBody }),
    responses: [...first.responses, ...second.responses.filter(({ status }) => !statuses.has(status))],
    ...(permissions && { permissions }),
    ...(permissionsByResource && { permissionsByResource }),
    examples: mergeExamples(first.examples, second.examples),
    codeSamples: [...first.codeSamples, ...second.codeSamples],
    alsoAt: [...(first.alsoAt ?? []), second.location, ...(second.alsoAt ?? [])],
  };
}

function mergeExamples(first: readonly Example[], second: readonly Example[]): Example[] {
  const merged = [...first];
  const names = new Set(first.map(({ name }) => name));
  for (const example of second) {
    let name = example.name;
    for (let count = 2; names.has(name); count++) name = `${example.name}-${count}`;
    names.add(name);
    merged.push({ ...example, name });
  }
  return merged;
}
