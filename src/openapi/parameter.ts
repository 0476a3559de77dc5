import type { Operation, Parameter } from "../model/operation.ts";
import type { Located } from "../source/location.ts";
import type { BodyContext } from "./content.ts";
import { duplicateParameter, invalidParameterValue, parameterNotInPath } from "./diagnostics.ts";
import type { JsonObject } from "./document.ts";
import { toObject } from "./json-object.ts";
import { describeType, readLiteral, typedDefault } from "./literal.ts";
import { type Locate, within } from "./locations.ts";
import { isPlaceholder } from "./placeholder.ts";
import { emitSchema, enumOf } from "./schema.ts";
import { emitTexts } from "./text.ts";
import { matchUrl } from "./url-match.ts";

/** A value that the docs show for a parameter, under the name of its example. */
interface ExampleValue extends Located {
  readonly name: string;
  readonly text: string;
}

/**
 * The Parameter Objects of an operation. A placeholder of the path that the docs do not describe is a string, marked
 * `x-md2oas-inferred`.
 *
 * @see https://spec.openapis.org/oas/v3.1.0#parameter-object
 */
export function emitParameters(context: BodyContext, operation: Operation, locate: Locate): JsonObject[] {
  const placeholders = new Set(operation.path.match(/(?<=\{)[^{}]+(?=\})/g));
  const parameters = readParameters(context, operation, placeholders);
  const values = readValues(operation, parameters);
  const documented = parameters.map((parameter, index) =>
    emitParameter(context, parameter, values.get(parameter) ?? [], within(locate, index)),
  );
  for (const { in: place, name } of parameters) if (place === "path") placeholders.delete(name);
  const inferred = [...placeholders].map((name, index): JsonObject => {
    locate([documented.length + index], operation);
    return { name, in: "path", required: true, schema: { type: "string" }, "x-md2oas-inferred": true };
  });
  return [...documented, ...inferred];
}

/** The parameters that the document can hold: each once, and those of the path only if they occur in it. */
function readParameters(
  { report }: BodyContext,
  { parameters, path }: Operation,
  placeholders: ReadonlySet<string>,
): Parameter[] {
  const byName = new Map<string, Parameter>();
  for (const parameter of parameters) {
    const { name, in: place, location } = parameter;
    const key = `${place} ${place === "header" ? name.toLowerCase() : name}`;
    const first = byName.get(key);
    if (place === "header" && ignoredHeaders.has(name.toLowerCase())) continue;
    if (place === "path" && !placeholders.has(name)) report(parameterNotInPath(location, name, path));
    else if (first) report({ ...duplicateParameter(location, name), related: [firstOf(first)] });
    else byName.set(key, parameter);
  }
  return [...byName.values()];
}

/** The media types and the security scheme say what these do (OpenAPI 3.1, Parameter Object, name). */
const ignoredHeaders: ReadonlySet<string> = new Set(["accept", "content-type", "authorization"]);

function firstOf({ location }: Located) {
  return { message: "First described here", location };
}

function emitParameter(
  context: BodyContext,
  parameter: Parameter,
  values: readonly ExampleValue[],
  locate: Locate,
): JsonObject {
  locate([], parameter);
  const { name, in: place, required, documentedName, commaSeparated } = parameter;
  const schema = emitSchema(context, parameter.type, within(locate, "schema"));
  const examples = emitValues(context, parameter, schema, values, within(locate, "examples"));
  return {
    name,
    in: place,
    ...emitTexts(context, parameter, { description: parameter.description }),
    ...((required || place === "path") && { required: true }),
    ...(place === "query" && commaSeparated && { style: "form", explode: false }),
    schema: withDefault(context, parameter, schema),
    ...(Object.keys(examples).length > 0 && { examples }),
    ...(documentedName !== undefined && { "x-documented-name": documentedName }),
  };
}

/** The default is left out where it does not fit: `30 minutes` of a number, `the calendar's zone` of a list. */
function withDefault(context: BodyContext, { type, defaultValue }: Parameter, schema: JsonObject): JsonObject {
  if (defaultValue === undefined) return schema;
  const value = typedDefault(schema, defaultValue, enumOf(context, type));
  return value !== undefined && context.checker.accepts(schema, value) ? { ...schema, default: value } : schema;
}

/** Example values in the parameter's type; one that contradicts it is reported and stays out. */
function emitValues(
  context: BodyContext,
  { name }: Parameter,
  schema: JsonObject,
  values: readonly ExampleValue[],
  locate: Locate,
): JsonObject {
  const examples: [string, JsonObject][] = [];
  for (const example of values) {
    const value = readLiteral(schema, example.text);
    if (value !== undefined && context.checker.accepts(schema, value)) {
      locate([example.name], example);
      examples.push([example.name, { value }]);
    } else {
      context.report(invalidParameterValue(example.location, name, describeType(schema), `\`${example.text}\``));
    }
  }
  return toObject(examples);
}

/** The values in example requests, under the example's name, and those that only the parameter's own docs show. */
function readValues(operation: Operation, parameters: readonly Parameter[]): Map<Parameter, ExampleValue[]> {
  const shown = operation.examples.map(({ name, request }) => {
    const url = matchUrl(operation.path, request.url);
    const filled = request.headers.filter(({ value }) => !isPlaceholder(value));
    const headers = new Map(filled.map((header) => [header.name.toLowerCase(), header.value]));
    return { name, location: request.location, url, headers };
  });
  return new Map(
    parameters.map((parameter): [Parameter, ExampleValue[]] => {
      const inRequests = shown.flatMap(({ name, location, url, headers }): ExampleValue[] => {
        const header = headers.get(parameter.name.toLowerCase());
        const text = parameter.in === "header" ? header : url?.[parameter.in].get(parameter.name);
        return text === undefined ? [] : [{ name, text, location }];
      });
      const others = (parameter.examples ?? []).filter((text) => !inRequests.some((value) => value.text === text));
      const documented = others.map((text, index) => ({
        name: `value-${index + 1}`,
        text,
        location: parameter.location,
      }));
      return [parameter, [...inRequests, ...documented]];
    }),
  );
}
