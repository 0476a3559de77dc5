import type { Report } from "../../../source/diagnostic.ts";
import type { EnumFacts, ValueFacts } from "../facts.ts";
import { alignNames } from "./align-names.ts";
import type { AttestedNames } from "./attested-names.ts";
import { translatedName, uncertainMember } from "./diagnostics.ts";
import type { ListedValues } from "./listed-values.ts";
import type { Shape } from "./name-slot.ts";

/**
 * The enumerations of a translated page, with their members as properties list them in code. A member that no list has is kept as
 * it stands; if it does not look like a name of this API, it is reported.
 */
export function restoreEnums(
  enums: readonly EnumFacts[],
  listed: ListedValues,
  attested: AttestedNames,
  report: Report,
): EnumFacts[] {
  return enums.map((facts) => ({
    ...facts,
    members: restoreMembers(facts.members, listed.of(facts.name), attested, report),
  }));
}

const anyShape: Shape = { kind: "any", isCollection: undefined };

function restoreMembers(
  members: readonly ValueFacts[],
  listed: readonly string[],
  attested: AttestedNames,
  report: Report,
): ValueFacts[] {
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
    const name = values[found.get(index) ?? -1];
    if (name !== undefined) {
      report(translatedName(member.location, name, member.name));
      return { ...member, name };
    }
    if (values.includes(member.name) || isCertain(member.name, attested)) return member;
    const candidate = left.length === 1 ? left[0] : attested.spellingOf(member.name);
    report(uncertainMember(member.location, candidate, member.name));
    return { ...member, isUncertain: true };
  });
}

/** Tables and lists differ in the case of the first letter. Translators capitalise, so small letters in the table are its own. */
function isLowerCased(members: readonly ValueFacts[], listed: readonly string[]): boolean {
  return members.some(({ name }) => !listed.includes(name) && listed.some((value) => lowerFirst(value) === name));
}

function lowerFirst(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}

/** Members are named like properties: `notConfigured`, `high`. */
function isCertain(name: string, attested: AttestedNames): boolean {
  return attested.has(name) || attested.isPlausible(name);
}
