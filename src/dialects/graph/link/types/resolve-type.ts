import pluralize from "pluralize";
import type { Enum } from "../../../../model/enum.ts";
import type { TypeRef } from "../../../../model/type-ref.ts";
import type { Report } from "../../../../source/diagnostic.ts";
import { isTranslated } from "../../../common/page-language.ts";
import { readTypeName, type TypeExpression } from "../../../common/type-expression.ts";
import { primitiveOf } from "../../../common/vocabulary.ts";
import type { GraphFacts } from "../../facts.ts";
import { typeUnknown } from "../../type-diagnostics.ts";
import type { JsonForm, PropertyFacts, ValueFacts } from "../../type-facts.ts";
import type { Hierarchy } from "./compare-types.ts";
import { notedType, refine } from "./refine-type.ts";
import { RowEnums } from "./row-enums.ts";
import { namespaceOf, shortNameOf, type TypeRegistry } from "./type-registry.ts";
import { weighShown } from "./weigh-shown.ts";

/** Turns type expressions into types, with the evidence that JSON and listed values add. */
export class TypeResolver {
  readonly registry: TypeRegistry;
  readonly #hierarchy: Hierarchy;
  readonly #report: Report;
  readonly #enums: RowEnums;

  constructor(registry: TypeRegistry, hierarchy: Hierarchy, report: Report) {
    this.registry = registry;
    this.#hierarchy = hierarchy;
    this.#report = report;
    this.#enums = new RowEnums(registry, report);
  }

  /** The enumerations that table rows named and listed so far, sorted by name. */
  namedInPlace(): Enum[] {
    return this.#enums.all();
  }

  /** The type of a table row. */
  ofProperty(property: PropertyFacts, page: GraphFacts): TypeRef {
    const stated = property.type && this.#ofExpression(property.type, property.values, page);
    if (stated && isAnyObject(stated) && hasMemberRows(property.json)) return this.ofJson(property.json, page);
    if (stated) {
      const weighed = weighShown(stated, this.#shownType(property.json, page), property, {
        hierarchy: this.#hierarchy,
        isObject: (name) => this.registry.get(name)?.kind === "resource",
        isTranslated: isTranslated(page.language),
        report: this.#report,
      });
      if (!property.arePlain || !isTranslated(page.language)) this.#enums.check(weighed, property.values);
      return withValues(refine(weighed, property), property.values);
    }
    const shown = property.json && this.ofJson(property.json, page);
    const isShown = shown !== undefined && shown.kind !== "unknown";
    if (property.type && (!isShown || isTranslated(page.language)))
      this.#report(typeUnknown(property.type.location, property.type.text));
    if (isShown) return withValues(shown, property.values);
    const unknown: TypeRef = { kind: "unknown", text: property.type?.text ?? "" };
    return property.type?.isCollection ? { kind: "array", items: unknown } : unknown;
  }

  /** The type that an expression names; undefined if it is described nowhere. */
  find(expression: Pick<TypeExpression, "name" | "link" | "isCollection">, page: GraphFacts): TypeRef | undefined {
    if (!expression.isCollection) return this.#findItem(expression, page);
    // `Array of strings`, `list of users`.
    const singular = { ...expression, name: pluralize.singular(expression.name) };
    const items = this.#findItem(expression, page) ?? this.#findItem(singular, page);
    return items && { kind: "array", items };
  }

  /** The type of a value in a JSON representation. */
  ofJson(form: JsonForm, page: GraphFacts): TypeRef {
    switch (form.kind) {
      case "boolean":
        return { kind: "primitive", name: "boolean" };
      case "number":
        return { kind: "primitive", name: "number" };
      case "null":
        return { kind: "unknown", text: "null" };
      case "array":
        return { kind: "array", items: form.items ? this.ofJson(form.items, page) : { kind: "unknown", text: "" } };
      case "primitive":
        return this.#ofJsonText(form.text, page);
      case "object":
        return this.#ofJsonObject(form, page);
    }
  }

  /** Properties of an object that is described in place. */
  ofObject(properties: readonly PropertyFacts[], page: GraphFacts): TypeRef {
    return {
      kind: "object",
      properties: properties.map((property) => ({
        name: property.name,
        type: this.ofProperty(property, page),
        location: property.location,
        evidence: property.evidence,
        ...(property.description && { description: property.description }),
        ...(property.required && { required: true }),
      })),
    };
  }

  #ofExpression(expression: TypeExpression, values: readonly ValueFacts[], page: GraphFacts): TypeRef | undefined {
    const found = this.#findEither(expression, page) ?? this.find(expression, page) ?? eitherPrimitive(expression);
    if (found && !this.#isOfAnother(found, expression, values, page)) return found;
    const { name } = expression;
    if (values.length === 0 || !/^[A-Za-z][\w.]*$/.test(name)) return undefined;
    const full = name.includes(".") ? name : this.registry.qualify(lowerFirst(name), page);
    const item: TypeRef = { kind: "named", name: this.#enums.add(full, values, expression.location) };
    return expression.isCollection ? { kind: "array", items: item } : item;
  }

  /** An enumeration of another namespace has the short name that a row gives to its own list of values. */
  #isOfAnother(
    found: TypeRef,
    { name, link }: TypeExpression,
    values: readonly ValueFacts[],
    page: GraphFacts,
  ): boolean {
    const item = found.kind === "array" ? found.items : found;
    const type = item.kind === "named" ? this.registry.get(item.name) : undefined;
    if (type?.kind !== "enum" || link !== undefined || name.includes(".") || values.length < 2) return false;
    const namespace = namespaceOf(type.name);
    if ([this.registry.namespace, page.namespace].some((own) => own?.toLowerCase() === namespace)) return false;
    const members = new Set(type.described.flatMap(({ facts }) => facts.members.map((member) => member.name)));
    return !values.every((value) => members.has(value.name));
  }

  #findEither({ alternatives = [], isCollection }: TypeExpression, page: GraphFacts): TypeRef | undefined {
    const types = alternatives.flatMap((one) => this.find(one, page) ?? []);
    if (types.length < 2) return undefined;
    const either = this.#hierarchy.unite(types);
    return isCollection && either.kind !== "array" ? { kind: "array", items: either } : either;
  }

  #findItem(expression: Pick<TypeExpression, "name" | "link">, page: GraphFacts): TypeRef | undefined {
    const primitive = primitiveOf(expression.name);
    const isPlain = primitive !== undefined && primitive !== "object";
    const named = isPlain && !expression.link ? undefined : this.registry.find(expression, page);
    if (named && !(isPlain && shortNameOf(named.name).toLowerCase() !== expression.name.toLowerCase())) {
      return { kind: "named", name: named.name };
    }
    return primitive === undefined ? undefined : { kind: "primitive", name: primitive };
  }

  /** The type that JSON names or a literal has; undefined where it shows a mere value. */
  #shownType(form: JsonForm | undefined, page: GraphFacts): TypeRef | undefined {
    switch (form?.kind) {
      case "boolean":
      case "number":
        return { kind: "primitive", name: form.kind };
      case "array":
        return { kind: "array", items: this.#shownType(form.items, page) ?? { kind: "unknown", text: "" } };
      case "primitive": {
        const named = readTypeName(form.text);
        const primitive = primitiveOf(named.name);
        if (primitive) return this.find({ ...named, name: primitive }, page);
        return named.name.includes(".") ? this.find(named, page) : undefined;
      }
      case "object":
        return form.type === undefined ? undefined : this.find(readTypeName(form.type), page);
      default:
        return undefined;
    }
  }

  #ofJsonText(text: string, page: GraphFacts): TypeRef {
    const generated = /^<Unknown Primitive Type Edm\.(\w+)>$/.exec(text)?.[1];
    const { note, ...name } = readTypeName(generated ?? text);
    const noted = notedType(note);
    if (noted) return { kind: "primitive", name: noted };
    if (/^\d{4}-\d\d-\d\dT[\d:.]+/.test(text)) return { kind: "primitive", name: "dateTimeOffset" };
    return this.find(name, page) ?? { kind: "primitive", name: "string" };
  }

  #ofJsonObject(form: Extract<JsonForm, { kind: "object" }>, page: GraphFacts): TypeRef {
    if (form.type !== undefined) {
      const found = this.find(readTypeName(form.type), page);
      if (found) return found;
    }
    if (form.properties.length === 0) return { kind: "unknown", text: form.type ?? "object" };
    return this.ofObject(form.properties, page);
  }
}

/** `Object`, which leaves its members open. */
function isAnyObject(type: TypeRef): boolean {
  const item = type.kind === "array" ? type.items : type;
  return item.kind === "primitive" && item.name === "object";
}

/** Whether table rows tell the members of an object, or of the objects of a list. */
function hasMemberRows(json: JsonForm | undefined): json is JsonForm {
  const item = json?.kind === "array" ? json.items : json;
  return item?.kind === "object" && item.properties.some(({ evidence }) => evidence === "table");
}

/** `string/number`, `(String or Boolean)`. */
function eitherPrimitive({ name, isCollection }: TypeExpression): TypeRef | undefined {
  const names = name
    .replace(/^\((.*)\)$/, "$1")
    .split(/\s*[/|]\s*|\s+or\s+/)
    .map((part) => primitiveOf(part));
  if (names.length < 2 || !names.every((known) => known !== undefined)) return undefined;
  const either: TypeRef = { kind: "anyOf", types: names.map((known) => ({ kind: "primitive", name: known })) };
  return isCollection ? { kind: "array", items: either } : either;
}

function lowerFirst(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}

/** A `String` whose description lists values is an enumeration. */
function withValues(type: TypeRef, values: readonly ValueFacts[]): TypeRef {
  if (values.length < 2) return type;
  if (type.kind === "array") return { kind: "array", items: withValues(type.items, values) };
  if (type.kind !== "primitive" || type.name !== "string") return type;
  // The type is String: the list tells what occurs, and services do send other values.
  return { kind: "enum", members: values, isOpen: true };
}
