import type { Report } from "../../../../source/diagnostic.ts";
import type { TypeExpression } from "../../../common/type-expression.ts";
import { baseConflict, baseCycle, baseUnknown } from "../../type-diagnostics.ts";
import type { NamedResource, TypeRegistry } from "./type-registry.ts";

/** Full names of base types, by full name; bases that are unknown or lead back to the type are reported and left out. */
export function linkBases(registry: TypeRegistry, report: Report): ReadonlyMap<string, string> {
  const types = registry.all().filter((type) => type.kind === "resource");
  const bases = new Map<string, string>();
  for (const { name, base, expression } of [
    ...ownStatements(types, registry, report),
    ...statementsOfBases(types, registry),
  ]) {
    if (bases.has(name)) continue;
    if (leadsTo(base, name, bases)) report(baseCycle(expression.location, name));
    else bases.set(name, base);
  }
  return bases;
}

/** That a type inherits from a base, and where it says so. */
interface Statement {
  readonly name: string;
  readonly base: string;
  readonly expression: TypeExpression;
}

/**
 * What the pages of the types themselves say. Of several bases, the one that inherits from the others is meant (annotations say
 * `entity` where the text is more exact); if there is none, the first that is described counts.
 */
function ownStatements(types: readonly NamedResource[], registry: TypeRegistry, report: Report): Statement[] {
  const stated = new Map(types.map((type) => [type.name, basesOf(type, registry, report)]));
  return types.flatMap(({ name }) => {
    const statements = stated.get(name) ?? [];
    const [first] = statements;
    const nearest = statements.find(({ base }) => statements.every((other) => inherits(base, other.base, stated)));
    const other = statements.find(({ base }) => base !== first?.base);
    if (first && other && !nearest) report(baseConflict(other.expression.location, first.base, other.base));
    const chosen = nearest ?? first;
    return chosen ? [chosen] : [];
  });
}

function basesOf({ name, described }: NamedResource, registry: TypeRegistry, report: Report): Statement[] {
  return described.flatMap(({ page, facts }) =>
    facts.baseTypes.flatMap((expression): Statement[] => {
      const base = registry.find(expression, page);
      if (base?.kind === "resource") return [{ name, base: base.name, expression }];
      report(baseUnknown(expression.location, expression.name));
      return [];
    }),
  );
}

/** Whether a type is the base, or inherits from it by any of the statements. */
function inherits(name: string, base: string, stated: ReadonlyMap<string, readonly Statement[]>): boolean {
  const reached = new Set([name]);
  for (const type of reached) for (const statement of stated.get(type) ?? []) reached.add(statement.base);
  return reached.has(base);
}

/** What the pages of base types say of those that inherit from them. */
function statementsOfBases(types: readonly NamedResource[], registry: TypeRegistry): Statement[] {
  return types.flatMap(({ name, described }) =>
    described.flatMap(({ page, facts }) =>
      facts.derivedTypes.flatMap((expression) => {
        const derived = registry.find(expression, page);
        return derived?.kind === "resource" ? [{ name: derived.name, base: name, expression }] : [];
      }),
    ),
  );
}

function leadsTo(from: string, target: string, bases: ReadonlyMap<string, string>): boolean {
  for (let name: string | undefined = from; name !== undefined; name = bases.get(name))
    if (name === target) return true;
  return false;
}

/** The names of the properties that a type has from its bases. */
export class InheritedNames {
  readonly #types: ReadonlyMap<string, NamedResource>;
  readonly #bases: ReadonlyMap<string, string>;

  constructor(types: readonly NamedResource[], bases: ReadonlyMap<string, string>) {
    this.#types = new Map(types.map((type) => [type.name, type]));
    this.#bases = bases;
  }

  of(name: string): ReadonlySet<string> {
    const names = new Set<string>();
    for (let base = this.#bases.get(name); base !== undefined; base = this.#bases.get(base)) {
      const described = this.#types.get(base)?.described ?? [];
      for (const { facts } of described) for (const property of facts.properties) names.add(property.name);
    }
    return names;
  }
}
