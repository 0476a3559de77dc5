/** What is wrong with a path, and what it was read as. */
export interface PathRepair {
  readonly expected: string;
  readonly found: string;
}

/**
 * A path in which every variable stands in closed braces, and nothing follows the path. Other spellings of variables that can mean
 * nothing else are read as such; those that the format uses itself (`<id>`) are no faults.
 */
export function repairPath(raw: string): { readonly path: string; readonly repairs: readonly PathRepair[] } {
  const repairs: PathRepair[] = [];
  const note = (expected: string, found: string, result: string) => {
    repairs.push({ expected, found });
    return result;
  };
  const slashes = raw.replace(/\\/g, (found) => note("`/` between the parts of a path", `\`${found}\``, "/"));
  const alternatives = slashes.replace(/\{([^{}]*)\}\s*\|\s*([\w-]+)/g, (found, first, second) =>
    note(`\`{${first} | ${second}}\``, `\`${found}\``, `{${first} | ${second}}`),
  );
  const required = alternatives.replace(/\[\s*,[^[\]]*\]/g, (found) =>
    note("`name={value}` in each optional argument", `\`${found}\``, ""),
  );
  const alone = withoutRemarks(required, note);
  const path = variableForms.reduce(
    (text, [pattern, fault = ""]) =>
      text.replace(pattern, (found, name: string) => note(`\`{${name}}\``, `\`${found}\`${fault}`, `{${name}}`)),
    alone,
  );
  const closed = closeParentheses(path.replace(/<([^<>]*)>/g, "{$1}"), note);
  return { path: partSegments(withoutUnopened(closed, note), note), repairs };
}

type Note = (expected: string, found: string, result: string) => string;

/** Spellings of a variable, and what is wrong with them where that is hard to see. */
const variableForms: readonly (readonly [RegExp, string?])[] = [
  [/%7B([^%{}/]*)%7D/gi],
  [/(?:\{{2,9}(?=[^{}]*\})|\{(?=[^{}]*\}\}))([^{}]*)\}{1,9}/g],
  [/\$\{([^{}]*)\}/g],
  [/\{([^{}/]*?)(?=[)\]]*(?:\/|$))(?![^{}]*\})/g, " without its brace"],
  [/(?<=\/)([\w-]+)\}(?=\/|$)(?<!\{[^{}]*\})/g, " without its brace"],
  [/(?<=\/)\(([\w-]+)\)(?=\/|$)/g],
  [/(?<=\/)\[([\w-]+)\](?=\/|$)/g],
  [/(?<=\/)[([]([\w-]+)\}(?=\/|$)/g],
  [/(?<=\/):([A-Za-z][\w-]*)(?=\/|$)/g],
];

/** `/ships/{id} (optional)`, `/ships/{id} // the old one`, `/ships/{id}#top`: a path ends at a blank outside of brackets. */
function withoutRemarks(path: string, note: Note): string {
  const text = path.replace(/\s+(?=\(\s*@?\w+\s*=)/g, "");
  const bare = withoutQuoted(text);
  let depth = 0;
  let at = 0;
  for (; at < bare.length; at++) {
    const character = bare.charAt(at);
    if (/[{(<[]/.test(character)) depth++;
    else if (/[})>\]]/.test(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && /[\s#]/.test(character)) break;
  }
  const rest = text.slice(at).trim();
  if (rest === "") return text;
  return note("nothing behind the path", `\`${rest.slice(0, 60)}\``, text.slice(0, at).replace(/[,;]$/, ""));
}

function closeParentheses(path: string, note: Note): string {
  return path.replace(/\(([^()/]*)(?=\/|$)(?![^(]*\))/g, (found, args) =>
    note("a closing parenthesis", `\`${found}\``, `(${args})`),
  );
}

/** `/ships({id})crew`, `/ships{id}`: a slash stands between a name and a key, and between a key and a name. */
function partSegments(path: string, note: Note): string {
  let parted = "";
  let depth = 0;
  for (let at = 0; at < path.length; at++) {
    const [previous, character] = [path.charAt(at - 1), path.charAt(at)];
    const isBeforeKey = /[A-Za-z]/.test(previous) && character === "{";
    const isBehindKey = /[)}]/.test(previous) && /[A-Za-z]/.test(character);
    if (depth === 0 && (isBeforeKey || isBehindKey)) {
      parted += note("a slash between name and key", `\`${path.slice(at, at + 40)}\` without it`, "/");
    }
    if (/[({]/.test(character)) depth++;
    else if (/[)}]/.test(character)) depth = Math.max(0, depth - 1);
    parted += character;
  }
  return parted;
}

/** `/ships/{id}]/crew`, `/weigh(unit={unit}))`: a bracket that closes nothing. */
function withoutUnopened(path: string, note: Note): string {
  const open: string[] = [];
  const bare = withoutQuoted(path);
  return path.replace(/[(){}[\]]/g, (bracket, at: number) => {
    const closing = closings.get(bracket);
    if (bare[at] !== bracket) return bracket;
    if (closing !== undefined) open.push(closing);
    else if (open.includes(bracket)) open.length = open.lastIndexOf(bracket);
    else return note("brackets in pairs", `\`${bracket}\` that closes none`, "");
    return bracket;
  });
}

/** As long as the path, with dashes for what stands in quotes: brackets in `find(text='a ]')` are text. */
function withoutQuoted(path: string): string {
  return path.replace(/(?<==\s?)'[^']*'/g, (quoted) => "-".repeat(quoted.length));
}

const closings: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["{", "}"],
  ["[", "]"],
]);
