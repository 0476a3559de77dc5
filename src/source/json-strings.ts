/** Where a JSON string that begins at `start` ends: after its closing quote, or where its line ends if there is none. */
export function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === backslash) at++;
    else if (character === quote) return at + 1;
    else if (character === lineFeed) return at;
  }
  return text.length;
}

const [quote, backslash, lineFeed] = [0x22, 0x5c, 0x0a];
