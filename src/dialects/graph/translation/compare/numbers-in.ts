import type { Inline } from "../../../../markdown/page.ts";

/**
 * The numbers of running text, written alike whatever the language: `10,000` and `10.000` are 10000, `1.5` and `1,5` are 1.5, `9 PM` is
 * 21, and dates are three numbers. Numbers in code, in links and in names are none.
 */
export function numbersIn({ text, codes, links }: Inline): string[] {
  const foreign = [...codes, ...links.map((link) => link.text)].filter((part) => part !== "");
  const prose = foreign.reduce((left, part) => left.replace(part, " "), text);
  // Scripts without spaces write no space beside a number either: `最多256个字符`.
  const words = prose.matchAll(
    /(?<![\p{Script=Latin}\p{Script=Cyrillic}\d_.{-])(\d+(?:[.,\u00A0\u202F’']\d+)*)(?![\p{Script=Latin}\p{Script=Cyrillic}\d_}])(?::\d\d)?(?:\s*([ap])\.?m\b)?/giu,
  );
  return [...words].flatMap(([, number = "", half]) => readNumber(number, half?.toLowerCase()));
}

function readNumber(written: string, half: string | undefined): string[] {
  const parts = written.split(/\D/);
  if (half !== undefined) return [String((Number(parts[0]) % 12) + (half === "p" ? 12 : 0))];
  const [first = "", ...others] = parts;
  if (others.length > 0 && others.every((part) => part.length === 3) && first.length <= 3) return [parts.join("")];
  const numbers = parts.map((part) => part.replace(/^0+(?=\d)/, ""));
  return parts.length === 2 ? [numbers.join(".")] : numbers;
}
