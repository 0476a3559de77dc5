/**
 * Whether brackets are nested deeper in a text than any documentation has them. Parsers of JSON and YAML call themselves
 * for each level, so that a few thousand brackets would end the process. Brackets inside strings count, too: a text
 * that passes is safe whatever its quotes mean.
 */
export function isNestedTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === openBracket || character === openBrace) depth++;
    else if (character === closeBracket || character === closeBrace) depth = Math.max(0, depth - 1);
    if (depth > deepest) return true;
  }
  return false;
}

const deepest = 200;

const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d];
