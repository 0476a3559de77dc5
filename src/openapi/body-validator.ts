import type { ErrorObject, ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { type BodyProblem, readProblems } from "./body-problem.ts";
import type { Json, JsonObject } from "./document.ts";
import { isJsonObject } from "./json-object.ts";
import { fromPointer } from "./locations.ts";

/** Which way a body goes: a request need not, and should not, carry read-only properties. */
export type Direction = "request" | "response";

/** Name under which Ajv knows the document. */
const documentId = "openapi:";

/**
 * Validates values against the Schema Objects of one document (JSON Schema 2020-12 with formats). Each schema is compiled
 * when it is first needed, and only once, so that large documents with cyclic types cost nothing up front.
 */
export class BodyValidator {
  readonly #document: JsonObject;
  readonly #ajv = createAjv();
  readonly #compiled = new WeakMap<JsonObject, ValidateFunction>();

  constructor(document: JsonObject) {
    this.#document = document;
    const components = isJsonObject(document["components"]) ? document["components"] : {};
    this.#ajv.addSchema({ components: { schemas: components["schemas"] ?? {} } }, documentId);
  }

  /** What is wrong with a value by the schema at a JSON pointer of the document; nothing where there is no schema. */
  validateAt(pointer: string, value: Json, direction?: Direction): BodyProblem[] {
    let schema: Json | undefined = this.#document;
    for (const key of fromPointer(pointer)) {
      if (Array.isArray(schema)) schema = schema[Number(key)];
      else schema = isJsonObject(schema) && Object.hasOwn(schema, key) ? schema[key] : undefined;
    }
    return isJsonObject(schema) ? this.validate(schema, value, direction) : [];
  }

  /** What is wrong with a value by a schema whose references lead into the document. */
  validate(schema: JsonObject, value: Json, direction?: Direction): BodyProblem[] {
    let validate = this.#compiled.get(schema);
    if (!validate) {
      validate = this.#ajv.compile(withAbsoluteReferences(schema) as JsonObject);
      this.#compiled.set(schema, validate);
    }
    if (validate(value)) return [];
    const errors = validate.errors ?? [];
    return readProblems(direction === "request" ? errors.filter((error) => !isReadOnlyMissing(error)) : errors);
  }
}

function createAjv(): Ajv2020 {
  const ajv = new Ajv2020({
    strict: false,
    validateSchema: false,
    // A named schema is one function however often it is referred to.
    inlineRefs: false,
    allErrors: true,
    verbose: true,
    // Else a property called `toString` is found on every object.
    ownProperties: true,
    logger: false,
  });
  addFormats.default(ajv);
  ajv.addFormat("time-local", /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?$/);
  return ajv;
}

function withAbsoluteReferences(value: Json): Json {
  if (Array.isArray(value)) return value.map(withAbsoluteReferences);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      key === "$ref" && typeof member === "string" ? documentId + member : withAbsoluteReferences(member),
    ]),
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
