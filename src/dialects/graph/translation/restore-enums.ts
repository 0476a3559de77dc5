import type { Report } from "../../../source/diagnostic.ts";
import type { EnumFacts, PropertyFacts, ValueFacts } from "../type-facts.ts";
import { alignNames } from "./align-names.ts";
import type { AttestedNames } from "./attested-names.ts";
import type { AttestedValues } from "./attested-values.ts";
import { translatedName, uncertainMember } from "./diagnostics.ts";
import type { ListedValues } from "./listed-values.ts";
import type { Shape } from "./name-slot.ts";

/** What a documentation set tells about the members of enumerations, besides their own page. */
export interface MemberEvidence {
  readonly listed: ListedValues;
  readonly names: AttestedNames;
  readonly values: AttestedValues;
}

/**
 * The enumerations of a translated page, with their members as properties list them in code. A member that no list has is kept as
 * it stands; if it does not look like a name of this API, it is reported.
 */
export function restoreEnums(enums: readonly EnumFacts[], evidence: MemberEvidence, report: Report): EnumFacts[] {
  return enums.map((facts) => ({ ...facts, members: restoreMembers(facts, evidence, report) }));
}

const anyShape: Shape = { kind: "any", isCollection: undefined };

function restoreMembers(facts: EnumFacts, evidence: MemberEvidence, report: Report): ValueFacts[] {
  const { members } = facts;
  const listed = evidence.listed.of(facts.name);
  const values = isLowerCased(members, listed) ? listed.map(lowerFirst) : listed;
  const slots = members.map(({ name }) => {
    const match = values.indexOf(name);
    return { name, shape: anyShape, isAttested: false, ...(match >= 0 && { match }) };
  });
  const found = alignNames(
    slots,
    values.map((name) => ({ name, shape: anyShape })),
  );
  const left = values.filter(
    (value, index) => ![...found.values()].includes(index) && !members.some(({ name }) => name === value),
  );
  return members.map((member, index) => {
    if (values.includes(member.name)) return member;
    const name = values[found.get(index) ?? -1] ?? spellingInCode(member.name, members, evidence.values);
    if (name !== undefined && name !== member.name) {
      report(translatedName(member.location, name, member.name));
      return { ...member, name };
    }
    if (isCertain(member.name, evidence)) return member;
    const candidate = left.length === 1 ? left[0] : evidence.names.spellingOf(member.name);
    report(uncertainMember(member.location, candidate, member.name));
    return { ...member, isUncertain: true };
  });
}

/**
 * Translators capitalise: `Private` is `private` if code spells it so and in no other way, or if all other members that code spells start
 * with small letters. The sentinel of open enumerations is recognised by its letters.
 */
function spellingInCode(name: string, members: readonly ValueFacts[], attested: AttestedValues): string | undefined {
  if (/unknown\s?future\s?value/i.test(name)) return "unknownFutureValue";
  const small = smallSpellings(name, attested);
  if (/^[a-z]/.test(name) || small.length !== 1) return undefined;
  if (!attested.has(name)) return small[0];
  const others = members.filter((member) => member.name !== name && attested.spellingsOf(member.name).length > 0);
  const areSmall = others.every(
    (other) => /^[a-z]/.test(other.name) || smallSpellings(other.name, attested).length > 0,
  );
  return others.length > 0 && areSmall ? small[0] : undefined;
}

function smallSpellings(name: string, attested: AttestedValues): string[] {
  return attested.spellingsOf(name).filter((spelling) => /^[a-z]/.test(spelling));
}

/** Tables and lists differ in the case of the first letter. Translators capitalise, so small letters in the table are its own. */
function isLowerCased(members: readonly ValueFacts[], listed: readonly string[]): boolean {
  return members.some(({ name }) => !listed.includes(name) && listed.some((value) => lowerFirst(value) === name));
}

function lowerFirst(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}

/** Members are named like properties: `notConfigured`, `high`. */
function isCertain(name: string, { names, values }: MemberEvidence): boolean {
  return values.has(name) || names.has(name) || names.isPlausible(name);
}

/** Reports the values that a translated description lists as plain words, and that stand in no code. */
export function reportPlainValues(
  rows: readonly Pick<PropertyFacts, "values" | "arePlain">[],
  { values: attested }: MemberEvidence,
  report: Report,
): void {
  for (const { name, location } of rows.filter(({ arePlain }) => arePlain).flatMap(({ values }) => values)) {
    // Codes such as `D30` are no words.
    if (!attested.has(name) && !/\d/.test(name)) report(uncertainMember(location, undefined, name));
  }
}
