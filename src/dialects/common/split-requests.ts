/**
 * The requests of a line that holds several: `GET /ships or GET /boats`, and, with one path for all methods, `PUT, PATCH /ships/{id}`.
 * Most lines hold one.
 */
export function splitRequests(line: string): string[] {
  const text = line.trim();
  if (!startsWithMethod.test(text) || line.length > longestList) return [line];
  const [head = "", methods = "", target = ""] = methodList.exec(text) ?? [];
  if (head !== "") return (methods.match(method) ?? []).map((name) => `${name} ${target}`);
  return text.split(nextRequest);
}

/** Characters of a line with several requests. */
const longestList = 2000;

const methodName = "(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)";
const method = new RegExp(methodName, "g");
const startsWithMethod = new RegExp(`^${methodName}(?:\\s|[,;|/])`);
/** What stands between two methods, or two requests. */
const separator = "\\s*(?:[,;|/]|\\b(?:and|or)\\b)\\s*";
const methodList = new RegExp(`^(${methodName}(?:${separator}${methodName}){1,6})\\s+(\\S.*)$`);
const nextRequest = new RegExp(`(?<=\\S)\\s*(?:[,;|]|\\s(?:and|or))\\s+(?=${methodName}\\s+(?:/|https?:))`);
