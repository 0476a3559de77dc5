import type { Page, Section } from "../../markdown/page.ts";
import type { Report } from "../../source/diagnostic.ts";
import { readDescription } from "../common/description.ts";
import { hasNamedColumns, readFields } from "../common/field-table.ts";
import { tablesIn } from "../common/outline.ts";
import { readBases } from "./read-bases.ts";
import { readProperty } from "./read-property.ts";
import type { ResourceFacts } from "./type-facts.ts";

/**
 * The types that a page describes in sections of their own, below its main one: `## The rigSettings type`, `## The sailPlan complex
 * type`, with a table of properties.
 */
export function readTypeSections(page: Page, root: Section, report: Report): ResourceFacts[] {
  return typeSections(root).map((section): ResourceFacts => {
    const tables = tablesIn(section.blocks).filter(hasNamedColumns);
    const description = readDescription(page, section.blocks);
    return {
      name: nameOf(section),
      isFullName: false,
      isAbstract: false,
      isOpen: false,
      key: [],
      properties: tables.flatMap((table) =>
        readFields(table).flatMap((field) => readProperty(page, field, false, report) ?? []),
      ),
      optional: [],
      baseTypes: readBases({ ...section, sections: [] }, undefined, section),
      derivedTypes: [],
      title: section.heading.text,
      location: section.heading.location,
      ...(description && { description }),
    };
  });
}

/** Whether a section describes a type other than that of its page. Translated headings keep the English slug. */
export function isTypeSection(section: Section): boolean {
  return section.level > 1 && typeSlug.test(section.id) && tablesIn(section.blocks).some(hasNamedColumns);
}

const typeSlug = /^(?:the-)?([a-z]\w*)-(?:complex-|resource-)?type$/;

function typeSections(section: Section): Section[] {
  return isTypeSection(section) ? [section] : section.sections.flatMap(typeSections);
}

/** The word of the heading that the slug holds in lower case. */
function nameOf({ id, heading }: Section): string {
  const slug = typeSlug.exec(id)?.[1] ?? id;
  return heading.text.match(/\w+/g)?.find((word) => word.toLowerCase() === slug) ?? slug;
}
