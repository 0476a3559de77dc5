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
  const alternatives = raw.replace(/\{([^{}]*)\}\s*\|\s*([\w-]+)/g, (found, first, second) =>
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
  return { path: partSegments(closeParentheses(path.replace(/<([^<>]*)>/g, "{$1}"), note), note), repairs };
}

type Note = (expected: string, found: string, result: string) => string;

/** Spellings of a variable, and what is wrong with them where that is hard to see. */
const variableForms: readonly (readonly [RegExp, string?])[] = [
  [/%7B([^%{}/]*)%7D/gi],
  [/\{\{([^{}]*)\}\}/g],
  [/\$\{([^{}]*)\}/g],
  [/\{([^{}/]*)(?=\/|$)(?![^{}]*\})/g, " without its brace"],
  [/(?<=\/)([\w-]+)\}(?=\/|$)(?<!\{[^{}]*\})/g, " without its brace"],
  [/(?<=\/)\(([\w-]+)\)(?=\/|$)/g],
  [/(?<=\/)\[([\w-]+)\](?=\/|$)/g],
  [/(?<=\/):([A-Za-z][\w-]*)(?=\/|$)/g],
];

/** `/ships/{id} (optional)`, `/ships/{id} // the old one`, `/ships/{id}#top`: a path ends at a blank outside of brackets. */
function withoutRemarks(path: string, note: Note): string {
  const text = path.replace(/\s+(?=\(\s*@?\w+\s*=)/g, "");
  let depth = 0;
  let at = 0;
  for (; at < text.length; at++) {
    const character = text.charAt(at);
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
