/**
 * JSON without what stands for more of the same, `...`, in a line of its own, before a bracket or as the last object of a list:
 * `[{"id": 1}, {...}]`. Blanks take its place, so that positions stay. As a value, `"id": ...`, it cannot be left out.
 */
export function blankEllipses(text: string): string {
  let last = "";
  return text.replace(pieces, (piece: string, inner: string | undefined) => {
    // As a value, the object stays, without members.
    if (inner !== undefined && !/[[,]/.test(last)) {
      last = "}";
      return piece.replace(inner, blank);
    }
    if (inner !== undefined || (/^[.…]/.test(piece) && last !== ":")) {
      if (piece.endsWith(",")) last = ",";
      return blank(piece);
    }
    if (!piece.startsWith("/")) last = piece.slice(0, 1);
    return piece;
  });
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}

/** Strings, comments, objects of nothing but an ellipsis, ellipses, marks between values, and other values. None tries the same text twice. */
const pieces =
  /"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*[^*]*\*\/|\{\s{0,20}(\.{3,8}|…)\s{0,20}\}(?:[ \t]{0,20},)?|(?:\.{3,8}|…)(?:[ \t]{0,20},)?|[[\]{}:,]|[\w+-]+(?:\.\d+)?/g;
