import type { HttpBody } from "../../../../model/example.ts";
import type { Operation } from "../../../../model/operation.ts";
import type { Property, Resource } from "../../../../model/resource.ts";
import type { TypeRef } from "../../../../model/type-ref.ts";
import { type JsonValue, memberOf, readJsonBody } from "../../../common/json-value.ts";
import { cleanTypeName } from "../../read-json-form.ts";
import { TypeMembers } from "../types/type-members.ts";

/**
 * The resources, with each collection nullable that an example shows as null. By OData's default a collection is never null
 * (OData CSDL 4.01, section 7.2.1), but what the docs show wins.
 */
export function allowShownNulls(resources: readonly Resource[], operations: readonly Operation[]): Resource[] {
  const shown = new ShownNulls(resources);
  for (const operation of operations) shown.learn(operation);
  return resources.map((resource) => {
    const properties = resource.properties.map((property) =>
      shown.has(resource.name, property.name) ? { ...property, nullable: true } : property,
    );
    return { ...resource, properties };
  });
}

/** The collections that examples show as null, by the type that declares them. */
class ShownNulls {
  readonly #members: TypeMembers;
  readonly #found = new Set<string>();

  constructor(resources: readonly Resource[]) {
    this.#members = new TypeMembers(resources);
  }

  has(type: string, property: string): boolean {
    return this.#found.has(`${type} ${property}`);
  }

  learn({ examples, requestBody, responses }: Operation): void {
    for (const { request, response } of examples) {
      for (const { type } of requestBody?.contents ?? []) this.#visitBody(request.body, type);
      const answered = responses.find(({ status }) => status === String(response?.status));
      for (const { type } of answered?.contents ?? []) this.#visitBody(response?.body, type);
    }
  }

  /** Collections are answered in an envelope. */
  #visitBody(body: HttpBody | undefined, type: TypeRef): void {
    const value = readJsonBody(body);
    const listed = type.kind === "array" ? memberOf(value, "value") : undefined;
    if (value) this.#visit(listed ?? value, type);
  }

  #visit(value: JsonValue, type: TypeRef): void {
    if (value.kind === "array") {
      const items = type.kind === "array" ? type.items : type;
      for (const item of value.items) this.#visit(item, items);
    } else if (value.kind === "object" && type.kind === "named") {
      const own = this.#ownType(value) ?? type.name;
      for (const member of value.members) this.#visitMember(member.name, member.value, own);
    } else if (type.kind === "object") {
      this.#visitInline(value, type.properties);
    }
  }

  /** A type without a name is where it is used: only what is inside it can be looked up. */
  #visitInline(value: JsonValue, properties: readonly Property[]): void {
    for (const { name, type } of properties) {
      const inner = memberOf(value, name);
      if (inner) this.#visit(inner, type);
    }
  }

  /** The type that an object names itself, where the docs describe it. */
  #ownType(value: JsonValue): string | undefined {
    const stated = memberOf(value, "@odata.type");
    const name = stated?.kind === "string" ? cleanTypeName(stated.value) : "";
    return this.#members.isResource(name) ? name : undefined;
  }

  #visitMember(name: string, value: JsonValue, type: string): void {
    const property = this.#members.find(type, name);
    if (!property) return;
    if (value.kind !== "null") this.#visit(value, property.type);
    else if (property.type.kind === "array" && property.nullable === undefined) {
      for (const owner of this.#members.hierarchy.chain(type)) this.#found.add(`${owner} ${property.name}`);
    }
  }
}
