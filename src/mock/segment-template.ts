/**
 * One segment of a path template, as the text around its placeholders: `getX(period='{period}')` is
 * `["getX(period='", "')"]`, with one placeholder between.
 */
export interface SegmentTemplate {
  /** One more than there are placeholders. */
  readonly literals: readonly string[];
  readonly names: readonly string[];
}

/** Reads one segment of a path template. Without placeholders it is a single literal. */
export function readSegmentTemplate(segment: string): SegmentTemplate {
  const parts = segment.split(/\{([^{}]*)\}/);
  return {
    literals: parts.filter((_, index) => index % 2 === 0).map(decodeSegment),
    names: parts.filter((_, index) => index % 2 === 1),
  };
}

/**
 * The values that make the template equal to the text, none of them empty.
 *
 * Each literal is taken at its first possible place, which finds a match if there is one and, unlike a regular
 * expression, in time linear in the text.
 */
export function matchSegment({ literals }: SegmentTemplate, text: string): string[] | undefined {
  const last = literals.length - 1;
  const [prefix = ""] = literals;
  const suffix = literals[last] ?? "";
  if (last === 0) return text === prefix ? [] : undefined;
  if (!text.startsWith(prefix) || !text.endsWith(suffix)) return undefined;

  const values: string[] = [];
  let start = prefix.length;
  for (let index = 1; index <= last; index++) {
    const literal = literals[index] ?? "";
    const end = index === last ? text.length - suffix.length : text.indexOf(literal, start + 1);
    if (end <= start) return undefined;
    const value = text.slice(start, end);
    values.push(isQuoted(literals[index - 1] ?? "", literal) ? value.replaceAll("''", "'") : value);
    start = end + literal.length;
  }
  return values;
}

/** A path segment with its percent-encoding undone; left as it is where that is malformed. */
export function decodeSegment(segment: string): string {
  if (!segment.includes("%")) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** OData writes a quote inside a quoted key or argument twice (OData URL Conventions 4.01, section 5.1.1.6.1). */
function isQuoted(before: string, after: string): boolean {
  return before.endsWith("'") && after.startsWith("'");
}
