import type { Enum } from "../model/enum.ts";
import type { TypeRef } from "../model/type-ref.ts";
import type { JsonObject } from "./document.ts";
import type { EmitContext } from "./emit-context.ts";
import { toObject } from "./json-object.ts";
import { type Locate, within } from "./locations.ts";
import { emitTexts, formatText, languagesOf } from "./text.ts";

type EnumType = Pick<Enum, "members" | "isOpen" | "isFlags"> | (TypeRef & { kind: "enum" });

/**
 * The schema of an enumeration. An open one accepts any string beside its members, one of flags also several members
 * joined by commas; the members stay visible as the first alternative.
 */
export function emitEnum(context: EmitContext, type: EnumType, locate: Locate): JsonObject {
  const isFlags = "isFlags" in type && type.isFlags === true;
  if (!type.isOpen && !isFlags) return emitMembers(context, type, locate);
  const members = emitMembers(context, type, within(locate, "anyOf", 0));
  if (members["enum"] === undefined) return members;
  const others = type.isOpen
    ? { type: "string" }
    : { type: "string", pattern: flagsPattern(members["enum"] as string[]) };
  return { anyOf: [members, others] };
}

/** The component schema of a named enumeration. */
export function emitEnumComponent(context: EmitContext, type: Enum, locate: Locate): JsonObject {
  locate([], type);
  return {
    ...emitTexts(context, type, { description: type.description }),
    ...emitEnum(context, type, locate),
    ...(context.names.of(type) !== type.name && { "x-documented-name": type.name }),
  };
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
  };
}

function flagsPattern(members: readonly string[]): string {
  const member = `(${members.map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|")})`;
  return `^${member}(, ?${member})*$`;
}
