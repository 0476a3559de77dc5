import type { HttpBody } from "../../../../model/example.ts";
import type { Operation } from "../../../../model/operation.ts";
import type { Property } from "../../../../model/resource.ts";
import type { TypeRef } from "../../../../model/type-ref.ts";
import { type JsonValue, memberOf, readJsonBody } from "../../../common/json-value.ts";
import { cleanTypeName } from "../../read-json-form.ts";
import type { TypeMembers } from "../types/type-members.ts";

/** A member that an example shows. */
export interface ShownMember {
  readonly property: Property;
  readonly value: JsonValue;
  /** The documented type that its object is of; a type without a name is where it is used. */
  readonly owner?: string;
}

/** The documented members that the examples of an operation show, at any depth. */
export function shownMembers({ examples, requestBody, responses }: Operation, members: TypeMembers): ShownMember[] {
  const walk = new MemberWalk(members);
  for (const { request, response } of examples) {
    for (const { type } of requestBody?.contents ?? []) walk.visitBody(request.body, type);
    const answered = responses.find(({ status }) => status === String(response?.status));
    for (const { type } of answered?.contents ?? []) walk.visitBody(response?.body, type);
  }
  return walk.found;
}

class MemberWalk {
  readonly found: ShownMember[] = [];
  readonly #members: TypeMembers;

  constructor(members: TypeMembers) {
    this.#members = members;
  }

  /** Collections are answered in an envelope. */
  visitBody(body: HttpBody | undefined, type: TypeRef): void {
    const value = readJsonBody(body);
    const listed = type.kind === "array" ? memberOf(value, "value") : undefined;
    if (value) this.#visit(listed ?? value, type);
  }

  #visit(value: JsonValue, type: TypeRef): void {
    if (value.kind === "array") {
      const items = type.kind === "array" ? type.items : type;
      for (const item of value.items) this.#visit(item, items);
    } else if (type.kind === "named") {
      this.#visitObject(value, type.name);
    } else if (type.kind === "object") {
      for (const property of type.properties) {
        const member = memberOf(value, property.name);
        if (member) this.#keep({ property, value: member });
      }
    }
  }

  #visitObject(value: JsonValue, type: string): void {
    if (value.kind !== "object") return;
    const owner = this.#ownType(value) ?? type;
    for (const { name, value: member } of value.members) {
      const property = this.#members.find(owner, name);
      if (property) this.#keep({ property, value: member, owner });
    }
  }

  #keep(member: ShownMember): void {
    this.found.push(member);
    this.#visit(member.value, member.property.type);
  }

  /** The type that an object names itself, where the docs describe it. */
  #ownType(value: JsonValue): string | undefined {
    const stated = memberOf(value, "@odata.type");
    const name = stated?.kind === "string" ? cleanTypeName(stated.value) : "";
    return this.#members.isResource(name) ? name : undefined;
  }
}
