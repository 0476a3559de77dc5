import type { HttpBody } from "../model/example.ts";
import { locateMember } from "../openapi/body-location.ts";
import type { BodyProblem } from "../openapi/body-problem.ts";
import type { BodyValidator, Direction } from "../openapi/body-validator.ts";
import type { Json, JsonObject } from "../openapi/document.ts";
import { isTolerable } from "../openapi/example.ts";
import { readJsonBody } from "../openapi/json-body.ts";
import { isJsonObject } from "../openapi/json-object.ts";
import { fromPointer } from "../openapi/locations.ts";
import type { Report } from "../source/diagnostic.ts";
import { looseJson, placeholder, requestBody, responseBody } from "./diagnostics.ts";

/** What a JSON body of the docs is judged by. */
export interface JsonContext {
  readonly schema: JsonObject;
  readonly validator: BodyValidator;
  readonly direction: Direction;
  /** Whether the docs say that members are left out. */
  readonly isTruncated: boolean;
}

/** What a JSON body of the docs shows. */
export interface ShownJson {
  /** With a value in place of each placeholder. */
  readonly value: Json;
  /** Whether it is valid as it stands, so that the document can have it. */
  readonly isValid: boolean;
}

/**
 * Judges a JSON body of the docs; undefined if it is none. A body whose form alone is wrong is judged by what it means, and
 * one with placeholders by all the rest: both are warnings, for nobody could send the body as it stands.
 */
export function judgeJson(body: HttpBody, context: JsonContext, report: Report): ShownJson | undefined {
  const define = context.direction === "request" ? requestBody : responseBody;
  const { value, problem: form } = readJsonBody(body);
  if (form) report((value === undefined ? define : looseJson)(form.location, form.expected, form.found));
  if (value === undefined) return undefined;
  const problems = context.validator.validate(context.schema, value, context.direction);
  for (const problem of problems) {
    const { pointer, expected, found, sample } = problem;
    if (isTolerable(problem, context)) continue;
    const kind = sample === undefined ? define : placeholder;
    report({ ...kind(locateMember(body, pointer), expected, found), pointer });
  }
  return { value: fillPlaceholders(value, problems, context), isValid: problems.length === 0 };
}

/** Of many items of an array, only the first has its problem listed: so this goes on until there is none. */
function fillPlaceholders(
  value: Json,
  problems: readonly BodyProblem[],
  { schema, validator, direction }: JsonContext,
): Json {
  const filled = structuredClone(value);
  let open = problems.filter(isFillable);
  for (let round = 0; open.length > 0 && round < mostRounds; round++) {
    for (const { pointer, sample } of open) replaceMember(filled, pointer, sample as Json);
    open = validator.validate(schema, filled, direction).filter(isFillable);
  }
  return filled;
}

function isFillable({ pointer, sample }: BodyProblem): boolean {
  return sample !== undefined && pointer !== "";
}

/** More items than this are data, not an example. */
const mostRounds = 100;

function replaceMember(root: Json, pointer: string, value: Json): void {
  const path = fromPointer(pointer);
  const name = path.pop() ?? "";
  let parent: Json | undefined = root;
  for (const key of path)
    parent = Array.isArray(parent) ? parent[Number(key)] : isJsonObject(parent) ? parent[key] : undefined;
  if (typeof parent === "object" && parent !== null) Object.assign(parent, { [name]: value });
}
