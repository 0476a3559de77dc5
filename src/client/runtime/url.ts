/**
 * Fills the placeholders of a path template.
 *
 * A value in quotes is an OData string, whose quotes are doubled (OData URL conventions 4.01, section 5.1.1.6.2). A
 * value after `:/` is a path of its own and keeps its slashes (`/drive/root:/{path}:/content`); elsewhere they are
 * escaped. A value that is empty or made of dots would lead to another resource and is refused.
 */
export function formatPath(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(
    /'\{([^{}]+)\}'|:\/\{([^{}]+)\}|\{([^{}]+)\}/g,
    (_match, quoted?: string, path?: string, plain?: string) => {
      if (quoted !== undefined) return `'${encodeURIComponent(readValue(values, quoted).replaceAll("'", "''"))}'`;
      if (path !== undefined)
        return `:/${readValue(values, path).split("/").filter(Boolean).map(formatSegment).join("/")}`;
      return formatSegment(readValue(values, plain as string));
    },
  );
}

function readValue(values: Readonly<Record<string, unknown>>, name: string): string {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined || value === null) throw new TypeError(`Path parameter "${name}" is missing`);
  return String(value);
}

function formatSegment(value: string): string {
  if (/^\.{0,2}$/.test(value)) throw new TypeError(`Path parameter value "${value}" would change the path`);
  return encodeURIComponent(value);
}

/** Writes a query: lists as OData does (`$select=id,name`), those named in `repeated` as `id=1&id=2`. */
export function formatQuery(query: Readonly<Record<string, unknown>>, repeated: readonly string[] = []): string {
  return Object.entries(query)
    .flatMap(([name, value]) => {
      if (value === undefined || value === null) return [];
      if (!Array.isArray(value)) return [[name, formatValue(value)]];
      if (repeated.includes(name)) return value.map((item) => [name, formatValue(item)]);
      return value.length > 0 ? [[name, value.map(formatValue).join(",")]] : [];
    })
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
}

function formatValue(value: unknown): string {
  return encodeURIComponent(typeof value === "object" ? JSON.stringify(value) : String(value));
}
