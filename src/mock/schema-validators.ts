import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import type { DataValidateFunction } from "ajv/dist/types/index.js";
import formats from "ajv-formats";
import { findDerived } from "../openapi/discriminator.ts";
import type { Json, JsonObject } from "../openapi/document.ts";
import { findPart, findTarget, isObject } from "./json-pointer.ts";
import { LruMap } from "./lru-map.ts";
import { addODataFormats } from "./odata-formats.ts";
import { PlainSchemas } from "./plain-schemas.ts";
import {
  type Direction,
  NULLABLE_KEYWORD,
  prepareSchema,
  REFERENCE_KEYWORD,
  REQUIRED_KEYWORD,
} from "./prepare-schema.ts";
import { type SchemaProblem, summarizeErrors, toSchemaProblem } from "./schema-problem.ts";

/** What Ajv hands from a schema to the schema that it refers to. */
type DataContext = NonNullable<Parameters<ValidateFunction>[1]>;

/** How values are validated. */
export interface ValidationOptions {
  /** Whether texts are read as numbers, booleans and null, as parameters need it. */
  readonly coerce: boolean;
  /** Whether to go on after the first problem; not for large values, whose problems could fill the memory. */
  readonly allErrors: boolean;
}

/** A schema that cannot be used: not a valid schema, or with a reference that leads nowhere. */
export class BrokenSchemaError extends Error {
  override readonly name = "BrokenSchemaError";
  /** JSON pointer of the schema. */
  readonly pointer: string;

  constructor(pointer: string, reason: string) {
    super(`The schema at ${pointer} cannot be used for validation: ${reason}`);
    this.pointer = pointer;
  }
}

/** Parts of one value of which it is remembered whether they are valid. */
const MAX_RESULTS = 20_000;

/** Compiled schemas kept at a time; about 20 kB each. */
const MAX_COMPILED = 5_000;

/**
 * Validates values by the schemas of one document, each compiled when it is first needed.
 *
 * JSON Schema 2020-12, the dialect of OpenAPI 3.1. Schemas refer to each other by name and are looked up when data
 * reaches the reference, so cycles are followed as deep as the data goes and no schema drags others along.
 */
export class SchemaValidators {
  readonly #document: JsonObject;
  readonly #ajv: Ajv2020;
  readonly #byPointer = new LruMap<string, ValidateFunction>(MAX_COMPILED);
  /** Schemas that say the same are compiled once: there are thousands of `{"type":"string"}`. */
  readonly #byText = new LruMap<string, ValidateFunction>(MAX_COMPILED);
  /** The schema by which each error came about; Ajv rewrites an error's own path on its way out. */
  readonly #origins = new WeakMap<ErrorObject, string>();
  /** What each part of the value is worth by each schema: types that include each other ask many times. */
  readonly #results = new Map<unknown, Map<string, readonly ErrorObject[]>>();
  /** Left out where values are texts: whether `5` is a number depends on what is expected. */
  readonly #plain?: PlainSchemas;
  /** Of the value that is being validated. */
  #direction: Direction = "request";

  constructor(document: JsonObject, { coerce, allErrors }: ValidationOptions) {
    this.#document = document;
    if (!coerce) this.#plain = new PlainSchemas(document);
    this.#ajv = new Ajv2020({
      allErrors,
      coerceTypes: coerce,
      strict: false,
      allowUnionTypes: true,
      // Without it `required: ["constructor"]` is met by every object.
      ownProperties: true,
      addUsedSchema: false,
      logger: false,
      // Costs as much as compiling itself and saves next to nothing for bodies of ordinary size.
      code: { optimize: false },
    });
    formats.default(this.#ajv);
    addODataFormats(this.#ajv);
    this.#addReferences();
    this.#addDiscriminators();
    this.#addRequired();
  }

  /**
   * Finds out whether the schema at a JSON pointer can be used.
   *
   * @throws BrokenSchemaError
   */
  check(pointer: string): void {
    if (!this.#plain?.has(pointer)) this.#validator(pointer);
  }

  /**
   * What is wrong with a value by the schema at a JSON pointer; nothing if it is valid.
   *
   * @throws BrokenSchemaError
   */
  validate(pointer: string, value: unknown, direction: Direction): SchemaProblem[] {
    return this.#plain?.accept(pointer, value) ? [] : this.#findProblems(pointer, value, direction);
  }

  #findProblems(pointer: string, value: unknown, direction: Direction): SchemaProblem[] {
    this.#direction = direction;
    // Coercion writes the converted value to where the value came from.
    const box = { value };
    const context = {
      instancePath: "",
      parentData: box,
      parentDataProperty: "value",
      rootData: box,
      dynamicAnchors: {},
    };
    try {
      const errors = this.#run(pointer, value, context);
      return distinct(errors.map((error) => toSchemaProblem(error, value, this.#origins.get(error))));
    } finally {
      this.#results.clear();
    }
  }

  #run(pointer: string, value: unknown, context: DataContext): readonly ErrorObject[] {
    // Objects by identity, since allOf and discriminators look at one from several places; others by their place.
    const isObjectOrArray = typeof value === "object" && value !== null;
    const key = isObjectOrArray ? value : context.instancePath;
    const results = this.#results.get(key);
    const known = results?.get(pointer);
    if (known) return known;
    const own = results ?? new Map<string, readonly ErrorObject[]>();
    if (!results) this.#results.set(key, own);
    // While it is under way it is no news: a derived type includes its base, whose discriminator leads back to it.
    own.set(pointer, []);
    const errors = this.#runNew(pointer, value, context);
    own.set(pointer, errors);
    if (!results && (!isObjectOrArray || this.#results.size > MAX_RESULTS)) this.#results.delete(key);
    return errors;
  }

  #runNew(pointer: string, value: unknown, context: DataContext): readonly ErrorObject[] {
    const validate = this.#validator(pointer);
    if (validate(value, context)) return [];
    const errors = summarizeErrors(validate.errors ?? []);
    for (const error of errors) {
      if (!this.#origins.has(error)) this.#origins.set(error, pointer + error.schemaPath.slice(1));
    }
    return errors;
  }

  #validator(pointer: string): ValidateFunction {
    return this.#byPointer.get(pointer, () => {
      const schema = findPart(this.#document, pointer);
      if (schema === undefined) throw new BrokenSchemaError(pointer, "there is nothing at this place");
      if (!isObject(schema) && typeof schema !== "boolean") throw new BrokenSchemaError(pointer, "it is not an object");
      try {
        const prepared = prepareSchema(schema, { document: this.#document }) as JsonObject | boolean;
        // Large ones are seldom the same, and their texts would take more room than they save.
        if (isObject(prepared) && "properties" in prepared) return this.#compile(prepared);
        return this.#byText.get(JSON.stringify(prepared), () => this.#compile(prepared));
      } catch (error) {
        throw new BrokenSchemaError(pointer, error instanceof Error ? error.message : String(error));
      }
    });
  }

  /** Ajv would keep what it has compiled for good. */
  #compile(schema: JsonObject | boolean): ValidateFunction {
    const validate = this.#ajv.compile(schema);
    this.#ajv.removeSchema(schema);
    return validate;
  }

  #addRequired(): void {
    const compile = (names: Record<Direction, readonly string[]>): DataValidateFunction => {
      const validate: DataValidateFunction = (value: object) => {
        const missing = names[this.#direction].filter((name) => !Object.hasOwn(value, name));
        validate.errors = missing.map((missingProperty) => ({
          keyword: "required",
          params: { missingProperty },
          message: `must have required property '${missingProperty}'`,
        }));
        return missing.length === 0;
      };
      return validate;
    };
    this.#ajv.addKeyword({ keyword: REQUIRED_KEYWORD, type: "object", errors: true, compile });
  }

  #addReferences(): void {
    const compile = (reference: string, parent: JsonObject) =>
      this.#delegate(this.#target(reference), parent[NULLABLE_KEYWORD] === true);
    this.#ajv.addKeyword({ keyword: REFERENCE_KEYWORD, errors: true, modifying: true, compile });
  }

  #target(reference: string): string {
    const pointer = findTarget(this.#document, reference);
    if (pointer === undefined) throw new Error(`the reference ${reference} leads nowhere`);
    return pointer;
  }

  /** A discriminator names the type of which a value must be, besides the type that has it (OpenAPI 3.1, 4.8.25). */
  #addDiscriminators(): void {
    const compile = (discriminator: JsonObject): DataValidateFunction => {
      const validate: DataValidateFunction = (value: unknown, context) => {
        const derived = findDerived(discriminator, value as Json);
        const pointer = derived === undefined ? undefined : findTarget(this.#document, derived);
        if (pointer === undefined) return true;
        validate.errors = [...this.#run(pointer, value, context as DataContext)];
        return validate.errors.length === 0;
      };
      return validate;
    };
    this.#ajv.addKeyword({ keyword: "discriminator", type: "object", schemaType: "object", errors: true, compile });
  }

  /** A function of Ajv's shape that looks the schema up when it is called. */
  #delegate(pointer: string, isNullable: boolean): DataValidateFunction {
    const validate: DataValidateFunction = (value: unknown, context) => {
      if (isNullable && value === null) return true;
      const errors = this.#run(pointer, value, context as DataContext);
      validate.errors = isNullable ? errors.map((error) => this.#orNull(error, context?.instancePath)) : [...errors];
      return errors.length === 0;
    };
    return validate;
  }

  /** The error of a value that has the wrong type, where null would have been right, too. */
  #orNull(error: ErrorObject, instancePath: string | undefined): ErrorObject {
    if (error.keyword !== "type" || error.instancePath !== instancePath) return error;
    const type = [error.params["type"], "null"].flat();
    const own = { ...error, params: { type }, message: `must be ${type.join(",")}` };
    const origin = this.#origins.get(error);
    if (origin !== undefined) this.#origins.set(own, origin);
    return own;
  }
}

/** Types that include each other say the same of the same value. */
function distinct(problems: readonly SchemaProblem[]): SchemaProblem[] {
  const byPlace = new Map(problems.map((problem) => [`${problem.path.join("/")} ${problem.message}`, problem]));
  return [...byPlace.values()];
}
