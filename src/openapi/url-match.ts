import { isPlaceholder } from "./placeholder.ts";

/** The values that an example URL gives to the placeholders of a path, and its query. */
export interface UrlMatch {
  readonly path: ReadonlyMap<string, string>;
  readonly query: ReadonlyMap<string, string>;
}

/** Longer URLs than this hold data, not examples. */
const longestUrl = 8192;

/**
 * Reads an example URL by a path template: absolute or relative, with or without host and version, literal segments in
 * any case. Undefined if the path is another one.
 *
 * @example
 * matchUrl("/reports/getUsage(period='{period}')", "https://api.contoso.com/v1.0/reports/getUsage(period='D7')?$top=5");
 */
export function matchUrl(template: string, url: string): UrlMatch | undefined {
  const [address = "", ...queries] = url.replace(/#.*$/s, "").split("?");
  if (url.length > longestUrl) return undefined;
  const parts = template.split(/\{([^{}]+)\}/);
  const names = parts.filter((_, index) => index % 2 === 1);
  const pattern = parts
    .map((part, index) =>
      index % 2 === 1 ? valuePattern(parts[index - 1] ?? "") : part.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&"),
    )
    .join("")
    // The colon that closes an address by path may be left out.
    .replace(/:$/, ":?");
  const found = new RegExp(`^(?:.*?[^/])?${pattern}/?$`, "is").exec(
    address
      .trim()
      .replace(/\(\)(?=\/|$)/g, "")
      .replace(/^(?!\/|\w+:)/, "/"),
  );
  if (!found) return undefined;
  const path = names.map((name, index): [string, string] => [name, decode(found[index + 1] ?? "")]);
  return { path: new Map(path.filter(([, value]) => !isPlaceholder(value))), query: readQuery(queries.join("?")) };
}

/** What a value may hold: within parentheses a comma parts it from the next one, unless it is in quotes; a path of items, slashes. */
function valuePattern(before: string): string {
  if (before.endsWith(":/")) return "(.+?)";
  if (before.endsWith("'")) return "((?:[^'/]|'')+)";
  return /\([^)/]*$/.test(before) ? "([^/,()]+)" : "([^/]+?)";
}

function readQuery(query: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const part of query.split("&")) {
    const at = part.indexOf("=");
    if (at <= 0) continue;
    const value = decode(part.slice(at + 1).replaceAll("+", " ")).trim();
    if (value !== "" && !isPlaceholder(value)) values.set(decode(part.slice(0, at)).trim(), value);
  }
  return values;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
