import type { ErrorObject, FuncKeywordDefinition, SchemaValidateFunction, ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { type BodyProblem, type ReferencedError, readProblems } from "./body-problem.ts";
import { findDerived } from "./discriminator.ts";
import type { Json, JsonObject } from "./document.ts";
import { findValue, isJsonObject } from "./json-object.ts";
import { isPlainlyValid } from "./plainly-valid.ts";
import { timeOfDay } from "./time-of-day.ts";

/** Which way a body goes: a request need not, and should not, carry read-only properties. */
export type Direction = "request" | "response";

/** Stands for `$ref` in what Ajv compiles. */
const referenceKeyword = "x-md2oas-ref";

/**
 * Validates values against the Schema Objects of one document (JSON Schema 2020-12 with formats).
 *
 * Ajv compiles a schema with all that it refers to, at any depth: on a large cyclic document that takes minutes or ends
 * the stack. So each component is a schema of its own here, compiled when a value first reaches it that is not plainly
 * valid.
 */
export class BodyValidator {
  readonly #document: JsonObject;
  readonly #ajv: Ajv2020;
  readonly #inline = new WeakMap<JsonObject, ValidateFunction>();
  readonly #referenced = new Map<string, ValidateFunction>();

  constructor(document: JsonObject) {
    this.#document = document;
    this.#ajv = createAjv((pointer) => this.#compileReferenced(pointer));
  }

  /** What is wrong with a value by the schema at a JSON pointer of the document; nothing where there is no schema. */
  validateAt(pointer: string, value: Json, direction?: Direction): BodyProblem[] {
    const schema = findValue(this.#document, pointer);
    return isJsonObject(schema) ? this.validate(schema, value, direction) : [];
  }

  /** What is wrong with a value by a schema whose references lead into the document. */
  validate(schema: JsonObject, value: Json, direction?: Direction): BodyProblem[] {
    if (isPlainlyValid(schema, value, (reference) => this.#find(reference) ?? {})) return [];
    const validate = this.#validatorOf(schema);
    if (validate(value)) return [];
    const errors = inDocument(validate.errors ?? [], onlyReference(schema));
    return readProblems(
      errors.filter((error) => direction !== "request" || !isReadOnlyMissing(error)),
      value,
    );
  }

  #validatorOf(schema: JsonObject): ValidateFunction {
    const reference = onlyReference(schema);
    if (reference !== undefined) return this.#compileReferenced(reference);
    let validate = this.#inline.get(schema);
    if (!validate) {
      validate = this.#compile(schema);
      this.#inline.set(schema, validate);
    }
    return validate;
  }

  /** A reference that leads nowhere allows anything: linters report it. */
  #compileReferenced(reference: string): ValidateFunction {
    let validate = this.#referenced.get(reference);
    if (!validate) {
      validate = this.#compile(this.#find(reference) ?? {});
      this.#referenced.set(reference, validate);
    }
    return validate;
  }

  #find(reference: string): JsonObject | undefined {
    const schema = findValue(this.#document, reference.replace(/^#/, ""));
    return isJsonObject(schema) ? schema : undefined;
  }

  #compile(schema: JsonObject): ValidateFunction {
    return this.#ajv.compile(withLazyReferences(schema) as JsonObject);
  }
}

function createAjv(compileReferenced: (reference: string) => ValidateFunction): Ajv2020 {
  const ajv = new Ajv2020({
    strict: false,
    validateSchema: false,
    allErrors: true,
    verbose: true,
    // Else a property called `toString` is found on every object.
    ownProperties: true,
    logger: false,
    // Most schemas judge a few values only: compiling fast matters more than running fast.
    code: { optimize: false },
  });
  addFormats.default(ajv);
  ajv.addFormat("time-local", timeOfDay);
  ajv.addKeyword(createReferenceKeyword(compileReferenced));
  ajv.addKeyword(createDiscriminatorKeyword(compileReferenced));
  return ajv;
}

function createReferenceKeyword(compileReferenced: (reference: string) => ValidateFunction): FuncKeywordDefinition {
  const validate: SchemaValidateFunction = (reference: string, value, _parent, at) => {
    const referenced = compileReferenced(reference);
    if (referenced(value)) return true;
    validate.errors = placed(referenced.errors ?? [], reference, at?.instancePath ?? "");
    return false;
  };
  return { keyword: referenceKeyword, schemaType: "string", errors: "full", validate };
}

/** A derived type includes its base, whose discriminator leads back to it: each value is judged by it once. */
function createDiscriminatorKeyword(compileReferenced: (reference: string) => ValidateFunction): FuncKeywordDefinition {
  const underway = new WeakMap<object, string>();
  const validate: SchemaValidateFunction = (discriminator: Json, value: JsonObject, _parent, at) => {
    const reference = findDerived(discriminator, value);
    if (reference === undefined || underway.get(value) === reference) return true;
    const derived = compileReferenced(reference);
    underway.set(value, reference);
    const isValid = derived(value);
    underway.delete(value);
    if (isValid) return true;
    validate.errors = placed(derived.errors ?? [], reference, at?.instancePath ?? "");
    return false;
  };
  return { keyword: "discriminator", type: "object", schemaType: "object", errors: "full", validate };
}

/** The errors of a schema behind a reference, with their places in the whole value. */
function placed(errors: readonly ReferencedError[], reference: string, instancePath: string): ReferencedError[] {
  return inDocument(errors, reference).map((error) => ({ ...error, instancePath: instancePath + error.instancePath }));
}

/** The errors of a schema, with the place of the failed keyword in the document if a reference led to the schema. */
function inDocument(errors: readonly ReferencedError[], reference: string | undefined): ReferencedError[] {
  if (reference === undefined) return [...errors];
  return errors.map((error) => {
    const keywordPointer = decodeURIComponent(reference.slice(1) + error.schemaPath.slice(1));
    return { keywordPointer, ...error };
  });
}

/** The target of a schema that is nothing but a reference. */
function onlyReference(schema: JsonObject): string | undefined {
  const { $ref, ...others } = schema;
  return typeof $ref === "string" && Object.keys(others).length === 0 ? $ref : undefined;
}

function withLazyReferences(value: Json): Json {
  if (Array.isArray(value)) return value.map(withLazyReferences);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) =>
      key === "$ref" && typeof member === "string" ? [referenceKeyword, member] : [key, withLazyReferences(member)],
    ),
  );
}

/** "Required" and "read-only" together mean that responses have the property (OpenAPI 3.1, Schema Object). */
function isReadOnlyMissing({ keyword, params, parentSchema }: ErrorObject): boolean {
  const { properties } = (parentSchema ?? {}) as JsonObject;
  const name = String(params["missingProperty"]);
  if (keyword !== "required" || !isJsonObject(properties) || !Object.hasOwn(properties, name)) return false;
  const property = properties[name];
  return isJsonObject(property) && property["readOnly"] === true;
}
