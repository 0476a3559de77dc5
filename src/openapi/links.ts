/**
 * Makes the relative links of a Markdown text absolute: `[x](../y.md)`, `![x](y.png)` and `[x]: y.md`. Code keeps its
 * brackets, and links that are no URL at all stay as they are.
 */
export function resolveLinks(markdown: string, base: URL): string {
  // Odd parts are code: fenced or between equal runs of backticks.
  return markdown
    .split(/((?<!`)(`+)(?!`)[\s\S]*?(?<!`)\2(?!`))/)
    .filter((_, index) => index % 3 !== 2)
    .map((part, index) => (index % 2 === 1 ? part : resolveInProse(part, base)))
    .join("");
}

function resolveInProse(text: string, base: URL): string {
  return text
    .replaceAll(/(?<=\]\(\s*<)[^>\n]+(?=>)|(?<=\]\(\s*)[^<)\s][^)\s]*/g, (href) => resolve(href, base))
    .replaceAll(/(?<=^ {0,3}\[[^\]\n]+\]:\s*<?)[^<>\s]+/gm, (href) => resolve(href, base));
}

function resolve(href: string, base: URL): string {
  return URL.canParse(href, base) ? new URL(href, base).href : href;
}
