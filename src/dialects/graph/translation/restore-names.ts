import type { Report } from "../../../source/diagnostic.ts";
import { isTranslated } from "../../common/page-language.ts";
import type { GraphFacts } from "../facts.ts";
import type { EnumFacts, ResourceFacts } from "../type-facts.ts";
import { AttestedNames } from "./attested-names.ts";
import { AttestedValues } from "./attested-values.ts";
import { ListedValues } from "./listed-values.ts";
import { NameDictionary } from "./name-dictionary.ts";
import { typesOfPages } from "./name-slot.ts";
import { NavigationNames } from "./navigation-names.ts";
import { reportPlainValues, restoreEnums } from "./restore-enums.ts";
import { restoreOperation, settleOperation } from "./restore-operations.ts";
import { restoreResources, settleResources } from "./restore-resources.ts";
import { NameRestorer } from "./restorer.ts";
import { rowsOf } from "./rows.ts";
import { respell, TypeSpellings } from "./type-spellings.ts";

/**
 * What translated pages say, with the names that translation changed as code spells them. Code survives translation: JSON,
 * paths and annotations are compared with the tables, first on the page itself, then across the set. Nothing is guessed: what has no
 * evidence stays as it is, and is reported.
 */
export function restoreNames(pages: readonly GraphFacts[], report: Report): readonly GraphFacts[] {
  if (!pages.some(({ language }) => isTranslated(language))) return pages;
  const types = typesOfPages(pages);
  const evidence = {
    attested: new AttestedNames(pages),
    dictionary: new NameDictionary(),
    navigation: new NavigationNames(pages, types),
    types,
  };
  const translated = (page: GraphFacts, restore: (restorer: NameRestorer) => GraphFacts) =>
    isTranslated(page.language) ? restore(new NameRestorer(page, evidence, report)) : page;
  // The whole set's own evidence first: it teaches what the rest of the names are.
  const restored = pages.map((page) =>
    translated(page, (restorer) => ({
      ...page,
      resources: restoreResources(page.resources, restorer),
      ...(page.operation && { operation: restoreOperation(page.operation, restorer, report) }),
    })),
  );
  const members = {
    listed: new ListedValues(restored),
    names: evidence.attested,
    values: new AttestedValues(restored),
  };
  const spellings = new TypeSpellings(restored);
  const spell = <Type extends EnumFacts | ResourceFacts>(type: Type) =>
    respell(type, spellings, evidence.attested, report);
  return restored.map((page) =>
    translated(page, (restorer) => {
      reportPlainValues(rowsOf(page), members, report);
      return {
        ...page,
        enums: restoreEnums(page.enums, members, report).map(spell),
        resources: settleResources(page.resources, restorer).map(spell),
        ...(page.operation && { operation: settleOperation(page.operation, restorer) }),
      };
    }),
  );
}
