import type { Enum, EnumMember } from "../model/enum.ts";
import type { TypeRef } from "../model/type-ref.ts";
import type { JsonObject } from "./document.ts";
import type { EmitContext } from "./emit-context.ts";
import { toObject } from "./json-object.ts";
import { type Locate, within } from "./locations.ts";
import { refTo } from "./schema-names.ts";
import { emitTexts, formatText, languagesOf } from "./text.ts";

type EnumType = Pick<Enum, "members" | "isOpen" | "isFlags"> | (TypeRef & { kind: "enum" });

/**
 * The schema of an enumeration. An open one accepts any string beside its members, one of flags also several members
 * joined by commas; the members stay visible as the first alternative.
 */
export function emitEnum(context: EmitContext, type: EnumType, locate: Locate): JsonObject {
  const others = beyondMembers(type);
  if (!others) return emitMembers(context, type, locate);
  const members = emitMembers(context, type, within(locate, "anyOf", 0));
  return members["enum"] === undefined ? members : { anyOf: [members, others] };
}

/** A reference to a named enumeration, with what may stand in the place of a member. */
export function emitEnumReference(type: Enum, component: string): JsonObject {
  const others = beyondMembers(type);
  return others ? { anyOf: [refTo(component), others] } : refTo(component);
}

/**
 * The component schema of a named enumeration: its members alone, so that generators name them. That an enumeration is
 * open is said where it is used.
 */
export function emitEnumComponent(context: EmitContext, type: Enum, locate: Locate): JsonObject {
  locate([], type);
  return {
    ...emitTexts(context, type, { description: type.description }),
    ...emitMembers(context, type, locate),
    ...(context.names.of(type) !== type.name && { "x-documented-name": type.name }),
  };
}

/** What a value may be that is no single member. */
function beyondMembers(type: EnumType): JsonObject | undefined {
  const names = [...new Set(type.members.map(({ name }) => name))].filter((name) => name !== "");
  if (names.length === 0) return undefined;
  if (type.isOpen) return { type: "string" };
  return "isFlags" in type && type.isFlags ? { type: "string", pattern: flagsPattern(names) } : undefined;
}

/** The members with their descriptions in `x-enum-descriptions`, as generators know it: in the order of `enum`. */
function emitMembers(context: EmitContext, type: EnumType, locate: Locate): JsonObject {
  const byName = new Map(type.members.filter(({ name }) => name !== "").map((member) => [member.name, member]));
  const members = [...byName.values()];
  if (members.length === 0) return { type: "string" };
  members.forEach((member, index) => {
    locate(["enum", index], member);
  });
  const descriptions = members.map((member) =>
    member.description ? formatText(context, member, member.description) : "",
  );
  const languages = languagesOf(
    context,
    members.map(({ description }) => description),
  );
  const translated = languages.map((tag): [string, JsonObject] => [
    tag,
    {
      "x-enum-descriptions": members.map(
        ({ description }) => description?.translations?.[tag] ?? description?.markdown ?? "",
      ),
    },
  ]);
  return {
    type: "string",
    enum: members.map(({ name }) => name),
    ...(descriptions.some((text) => text !== "") && { "x-enum-descriptions": descriptions }),
    ...(translated.length > 0 && { "x-translations": toObject(translated) }),
    ...emitUncertain(members),
  };
}

/** Members that a translator may have changed: services may know them by another name. */
function emitUncertain(members: readonly EnumMember[]): JsonObject {
  const names = members.filter(({ isUncertain }) => isUncertain).map(({ name }) => name);
  return names.length > 0 ? { "x-md2oas-uncertain-members": names } : {};
}

function flagsPattern(members: readonly string[]): string {
  const member = `(${members.map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|")})`;
  return `^${member}(, ?${member})*$`;
}
