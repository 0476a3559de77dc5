import type { Random } from "../../../verify/mutation/random.ts";

/** The kinds of damage that translation does. */
export const damageKinds = [
  "scope",
  "name",
  "type",
  "member",
  "header",
  "link",
  "code",
  "number",
  "row",
  "section",
] as const;

export type DamageKind = (typeof damageKinds)[number];

/** A damaged page, and the line at which a reader would look for the damage. */
export interface Damaged {
  readonly text: string;
  readonly line: number;
}

/** A place where a page can be damaged: the line, from 0, and what the lines become. */
interface Site {
  readonly line: number;
  readonly damage: (lines: readonly string[]) => string[];
  /** Where it shows, if not on the line itself. */
  readonly shownAt?: number;
}

/** Damages a translated page at one place, as machine translation does. Undefined if it has no place for this kind. */
export function injectDamage(text: string, kind: DamageKind, random: Random): Damaged | undefined {
  const lines = text.split("\n");
  const sites = sitesOf(kind, lines, random);
  const site = random.pick(sites);
  return site && { text: site.damage(lines).join("\n"), line: (site.shownAt ?? site.line) + 1 };
}

function sitesOf(kind: DamageKind, lines: readonly string[], random: Random): Site[] {
  switch (kind) {
    case "scope":
      return rewrite(lines, rowsIn(lines, "permissions"), (line) =>
        line.replace(
          /(\w+)\.(ReadWrite|Read)(\.All)?/,
          (_, name, access, all) => `${name}. ${access}${all ? ". alle" : " "}`,
        ),
      );
    case "name":
      return rewriteCell(lines, rowsIn(lines, "properties", "relationships", "request-body"), 0, () => word(random));
    case "type":
      return rewriteCell(lines, rowsIn(lines, "properties", "relationships", "request-body"), 1, (cell) =>
        cell.includes("](") ? cell.replace(/\[[^\]]*\]/, `[${word(random)}]`) : undefined,
      );
    case "member":
      return rewriteCell(lines, rowsIn(lines, "members"), 0, () => word(random));
    case "header":
      return rewriteCell(lines, rowsIn(lines, "request-headers"), 0, () => word(random));
    case "link":
      return rewrite(lines, proseIn(lines), (line) => line.replace(/\]\(([^)]*)\/?(\w+)\.md\)/, "]($1andere.md)"));
    case "code":
      return rewrite(lines, codeIn(lines), (line) => line.replace(/[A-Za-z]{4,}/, "Übersetzt"));
    case "number":
      return rewrite(lines, proseIn(lines), (line) =>
        line.replace(/(?<=\s)\d{2,}(?=\s)/, (number) => String(Number(number) + 1)),
      );
    case "row":
      return rowsIn(lines).map((line) => ({
        line,
        shownAt: isDelimiter(lines[line - 1]) ? line - 2 : line - 1,
        damage: (all) => all.filter((_, index) => index !== line),
      }));
    case "section":
      return headings(lines)
        .slice(1)
        .map((heading) => removal(lines, heading));
  }
}

function rewrite(lines: readonly string[], at: readonly number[], change: (line: string) => string): Site[] {
  return at.flatMap((line) => {
    const before = lines[line] ?? "";
    const after = change(before);
    return after === before
      ? []
      : [{ line, damage: (all) => all.map((other, index) => (index === line ? after : other)) }];
  });
}

function rewriteCell(
  lines: readonly string[],
  at: readonly number[],
  column: number,
  change: (cell: string) => string | undefined,
): Site[] {
  return rewrite(lines, at, (line) => {
    const cells = line.split("|");
    const cell = cells[column + 1] ?? "";
    return cells.with(column + 1, change(cell) ?? cell).join("|");
  });
}

const words = ["Schweregrad", "Wurde", "gesamt", "Besitzer ist", "Eigenschaften zur"];

function word(random: Random): string {
  return random.pick(words) ?? "Wert";
}

function removal(lines: readonly string[], heading: number): Site {
  const level = levelOf(lines[heading]);
  const next = lines.findIndex((line, index) => index > heading && levelOf(line) > 0 && levelOf(line) <= level);
  const end = next < 0 ? lines.length : next;
  const before =
    headings(lines)
      .filter((other) => other < heading)
      .at(-1) ?? 0;
  return { line: heading, shownAt: before, damage: (all) => [...all.slice(0, heading), ...all.slice(end)] };
}

function headings(lines: readonly string[]): number[] {
  return lines.flatMap((line, index) => (levelOf(line) > 0 ? [index] : []));
}

function levelOf(line: string | undefined): number {
  return /^(#+) <a name=/.exec(line ?? "")?.[1]?.length ?? 0;
}

/** The rows of tables, below the sections named, or of all. */
function rowsIn(lines: readonly string[], ...sections: readonly string[]): number[] {
  let section = "";
  let isBody = false;
  return lines.flatMap((line, index) => {
    section = /<a name="([^"]*)">/.exec(line)?.[1] ?? section;
    if (!line.startsWith("|")) isBody = false;
    const isRow = isBody && (sections.length === 0 || sections.includes(section));
    if (isDelimiter(line)) isBody = true;
    return isRow ? [index] : [];
  });
}

function isDelimiter(line: string | undefined): boolean {
  return /^\|[\s:|-]+$/.test(line ?? "");
}

function codeIn(lines: readonly string[]): number[] {
  let isCode = false;
  return lines.flatMap((line, index) => {
    if (line.startsWith("```")) isCode = !isCode;
    return isCode && !line.startsWith("```") ? [index] : [];
  });
}

/** Lines outside code and front matter. */
function proseIn(lines: readonly string[]): number[] {
  const code = new Set(codeIn(lines));
  const start = lines.findIndex((line) => levelOf(line) === 1);
  return lines.flatMap((line, index) => (index > start && !code.has(index) && levelOf(line) === 0 ? [index] : []));
}
