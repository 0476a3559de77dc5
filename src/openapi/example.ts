import type { Example, HttpBody, HttpHeader } from "../model/example.ts";
import type { Operation } from "../model/operation.ts";
import type { Text } from "../model/text.ts";
import type { Report } from "../source/diagnostic.ts";
import { locateMember, locateName } from "./body-location.ts";
import type { BodyProblem } from "./body-problem.ts";
import { BodyValidator, type Direction } from "./body-validator.ts";
import { invalidBody, invalidBodySyntax, placeholderValue, readOnlyMember, undeclaredMember } from "./diagnostics.ts";
import type { Json, JsonObject } from "./document.ts";
import { readJsonBody } from "./json-body.ts";
import { isJsonObject } from "./json-object.ts";
import type { Locations } from "./locations.ts";
import { findMembers, type MemberFinding } from "./member-finding.ts";

/** A body of an example, with what its message says about it. */
export interface ExampleBody {
  /** Name of the example: the same on the parameters, the request body and the response. */
  readonly name: string;
  readonly title?: Text;
  readonly body: HttpBody;
  /** From the `Content-Type` header. */
  readonly mediaType?: string;
  readonly direction: Direction;
  readonly isTruncated: boolean;
}

/** The request bodies that the examples of an operation show. */
export function requestBodies({ examples }: Operation): ExampleBody[] {
  return examples.flatMap((example) => requestBodyOf(example) ?? []);
}

/** The response bodies that the examples of an operation show for a status. */
export function responseBodies({ examples }: Operation, status: number): ExampleBody[] {
  return examples.flatMap((example) => (example.response?.status === status ? (responseBodyOf(example) ?? []) : []));
}

/** The body that an example sends. */
export function requestBodyOf(example: Example): ExampleBody | undefined {
  const { request } = example;
  return request.body && toBody(example, request, request.body, false);
}

/** The body that an example receives. */
export function responseBodyOf(example: Example): ExampleBody | undefined {
  const { response } = example;
  if (!response?.body) return undefined;
  return { ...toBody(example, response, response.body, response.isTruncated), direction: "response" };
}

/**
 * Judges the bodies of examples by the schemas of a document. A body that contradicts its schema is reported at the
 * member that does, and stays out of the document.
 */
export class ExampleChecker {
  readonly #schemas: JsonObject;
  readonly #locations: Locations;
  readonly #validator: BodyValidator;
  readonly #report: Report;
  /** Undeclared members by type: a type that lacks one shows it on many pages, and that is one cause. */
  readonly #undeclared = new Set<string>();

  constructor(schemas: JsonObject, locations: Locations, report: Report) {
    this.#schemas = schemas;
    this.#locations = locations;
    this.#validator = new BodyValidator({ components: { schemas } });
    this.#report = report;
  }

  /** Whether a value, e.g. of a parameter, is valid. */
  accepts(schema: JsonObject, value: Json): boolean {
    return this.#validator.validate(schema, value).length === 0;
  }

  /** The value of a JSON body as the document can show it, or undefined if it may not. */
  read(example: ExampleBody, schema: JsonObject): Json | undefined {
    const value = this.#parse(example.body);
    if (value === undefined) return undefined;
    const problems = this.#validator.validate(schema, value, example.direction);
    for (const problem of problems) if (!isTolerable(problem, example)) this.#reportProblem(example.body, problem);
    const find = (name: string) => (Object.hasOwn(this.#schemas, name) ? this.#schemas[name] : undefined);
    const members = findMembers(schema, value, find);
    const written = example.direction === "request" ? members.filter(({ kind }) => kind === "readOnly") : [];
    for (const { name, pointer } of written) {
      this.#report({ ...readOnlyMember(locateName(example.body, pointer), name), pointer });
    }
    const undeclared = this.#isDefault(schema["$ref"]) ? [] : members.filter(({ kind }) => kind === "undeclared");
    for (const member of undeclared) this.#reportUndeclared(example.body, member);
    return problems.length === 0 && written.length === 0 ? value : undefined;
  }

  /** Of a body that is JSON but for its form, what it means; the form is reported. */
  #parse(body: HttpBody): Json | undefined {
    const { value, problem } = readJsonBody(body);
    if (problem) this.#report(invalidBodySyntax(problem.location, problem.expected, problem.found));
    return value;
  }

  #reportProblem(body: HttpBody, { pointer, schemaPointer, expected, found, sample }: BodyProblem): void {
    const documented = schemaPointer === undefined ? undefined : this.#locations.find(schemaPointer);
    const related = documented ? [{ message: "Documented here", location: documented }] : [];
    const define = sample === undefined ? invalidBody : placeholderValue;
    const diagnostic = define(locateMember(body, pointer), expected, found);
    this.#report({ ...diagnostic, pointer, ...(related.length > 0 && { related }) });
  }

  /** Whether a type, by its name or a reference, comes from a declared default: then the docs cannot have left anything out of it. */
  #isDefault(type: Json | undefined): boolean {
    const name = typeof type === "string" ? type.replace(/^#\/components\/schemas\//, "") : undefined;
    const schema = name !== undefined && Object.hasOwn(this.#schemas, name) ? this.#schemas[name] : undefined;
    return isJsonObject(schema) && schema["x-md2oas-default"] === true;
  }

  #reportUndeclared(body: HttpBody, { type, name, pointer }: MemberFinding): void {
    const cause = `${type ?? `${body.location.file}:${body.location.line}${pointer}`} ${name}`;
    if (this.#undeclared.has(cause) || this.#isDefault(type)) return;
    this.#undeclared.add(cause);
    const typeName = type === undefined ? "the body" : `\`${type}\``;
    this.#report({ ...undeclaredMember(locateName(body, pointer), name, typeName), pointer });
  }
}

/** What strict validators reject although the docs are right: members that a truncated body leaves out. */
export function isTolerable({ keyword }: BodyProblem, { isTruncated }: Pick<ExampleBody, "isTruncated">): boolean {
  return keyword === "required" && isTruncated;
}

function toBody(
  { name, title }: Example,
  message: { readonly headers: readonly HttpHeader[] },
  body: HttpBody,
  isTruncated: boolean,
): ExampleBody {
  const mediaType = message.headers.find((header) => header.name.toLowerCase() === "content-type")?.value;
  return {
    name,
    ...(title && { title }),
    body,
    ...(mediaType !== undefined && { mediaType }),
    direction: "request",
    isTruncated,
  };
}
