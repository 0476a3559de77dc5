import pluralize from "pluralize";
import type { Placeholder } from "./path-template.ts";

/** Builds a path template from the segments of a documented path, one after the other. */
export class TemplateBuilder {
  readonly segments: string[] = [];
  readonly placeholders: Placeholder[] = [];
  /** How often each name was asked for. */
  readonly #counts = new Map<string, number>();
  readonly #names = new Set<string>();
  #owner = "";

  add(segment: string): void {
    const call = /^([\w.$:-]+)\((.*)\)(:?)$/s.exec(segment);
    if (call) this.#addCall(call[1] ?? "", call[2] ?? "", call[3] ?? "");
    else this.#addPlain(segment);
  }

  /** A literal key, as a placeholder with that value. */
  addKey(value: string): string {
    const placeholder = this.#placeholder("id", { isQuoted: false, literal: value });
    this.segments.push(placeholder);
    return placeholder;
  }

  /** `stop()`, `reviews('{id}')` (a key), `range(address='{address}')` (a function). */
  #addCall(name: string, args: string, colon: string): void {
    if (args.trim() === "") this.#addPlain(name + colon);
    else if (/^\s*@?[\w.]+\s*=/.test(args))
      this.#addInParentheses(
        name,
        splitArguments(args).map((one) => this.#argument(one)),
        colon,
      );
    else this.#addKeys(name, args.split(","), colon);
  }

  /** A key of several properties has no spelling without parentheses (OData URL conventions 4.01, section 4.3.6). */
  #addKeys(name: string, keys: readonly string[], colon: string): void {
    if (keys.length > 1) {
      const written = keys.map((key) => this.#keyPart(key.trim()));
      this.#addInParentheses(name, written, colon);
      return;
    }
    this.#addPlain(name);
    this.segments.push(this.#placeholder(withoutBrackets(keys[0] ?? ""), { isQuoted: false }) + colon);
  }

  #addInParentheses(name: string, written: readonly string[], colon: string): void {
    this.segments.push(`${name}(${written.join(",")})${colon}`);
    this.#owner = name.split(".").at(-1) ?? name;
  }

  /** One property of a key, by its own name: `{parentId}` or `'{parentId}'`. */
  #keyPart(key: string): string {
    const isQuoted = /^['"]/.test(key);
    const documented = withoutBrackets(key);
    const placeholder = this.#placeholder(documented, { isQuoted }, safeName(documented));
    return isQuoted ? `'${placeholder}'` : placeholder;
  }

  /** `period='{period}'`, `above={height}`, or an enumeration's value, which begins with its type: `kind=orchard.kind'{kind}'`. */
  #argument(argument: string): string {
    const equals = argument.indexOf("=");
    const name = argument.slice(0, equals).trim();
    const [, type = "", value = ""] = /^([A-Za-z_][\w.]*(?='))?(.*)$/s.exec(argument.slice(equals + 1).trim()) ?? [];
    const isQuoted = /^['"]/.test(value);
    const inner = value.replace(/^['"]|['"]$/g, "").trim();
    const documented = /^@?\{([^{}]*)\}$/.exec(inner)?.[1];
    const placeholder = this.#placeholder(documented ?? name, {
      isQuoted,
      argument: name,
      ...(documented === undefined && { literal: inner }),
    });
    return isQuoted ? `${name}=${type}'${placeholder}'` : `${name}=${placeholder}`;
  }

  #addPlain(segment: string): void {
    if (!/[{}]/.test(segment)) {
      this.segments.push(segment);
      // A cast (`microsoft.graph.user`) says what the owner is, not what its members are called.
      if (!/^\$/.test(segment) && !/^[a-z][\w]*(?:\.\w+)+$/i.test(segment)) this.#owner = segment.replace(/:$/, "");
      return;
    }
    const written = segment
      .replace(/^(['"])(\{[^{}]*\})\1$/, "$2")
      .replace(/\{([^{}]*)\}/g, (_, name: string) => this.#placeholder(name, { isQuoted: false }));
    this.segments.push(written);
  }

  #placeholder(
    documented: string,
    form: Pick<Placeholder, "isQuoted" | "argument" | "literal">,
    base: string = form.argument ?? this.#keyName(documented),
  ): string {
    const name = this.#unique(base);
    this.placeholders.push({ name, documentedName: documented.trim(), ...form });
    return `{${name}}`;
  }

  /** The key of `/users` is `user-id`; what follows `root:` is a path of items. */
  #keyName(documented: string): string {
    const previous = this.segments.at(-1) ?? "";
    if (previous.endsWith(":")) return "item-path";
    const isKey = this.#owner !== "" && !previous.includes("{");
    const owner = isKey
      ? pluralize
          .singular(this.#owner)
          .replace(/[^\w-]+/g, "-")
          .replace(/^-+|-+$/g, "")
      : "";
    return owner === "" ? safeName(documented) : `${owner}-id`;
  }

  #unique(base: string): string {
    let name = base;
    let count = this.#counts.get(base) ?? 0;
    while (this.#names.has(name)) name = `${base}${++count}`;
    this.#counts.set(base, count);
    this.#names.add(name);
    return name;
  }
}

/** `a='1,2',b=[3,4]` -> `a='1,2'` and `b=[3,4]`. */
function splitArguments(args: string): string[] {
  const parts: string[] = [];
  let current = "";
  let quote = "";
  let isList = false;
  for (const character of args) {
    if (quote === "" && /['"]/.test(character)) quote = character;
    else if (character === quote) quote = "";
    else if (quote === "" && /[[\]]/.test(character)) isList = character === "[";
    if (character === "," && quote === "" && !isList && current.includes("=")) {
      parts.push(current);
      current = "";
    } else {
      current += character;
    }
  }
  return [...parts, current].map((part) => part.trim()).filter((part) => part.includes("="));
}

/** `'{id}'` -> `id`. */
function withoutBrackets(key: string): string {
  return key.trim().replace(/^['"{]+|['"}]+$/g, "");
}

/** `path and filename` -> `path-and-filename`. */
function safeName(documented: string): string {
  const first = documented.split("|")[0] ?? "";
  const name = first
    .trim()
    .replace(/[^\w-]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return name === "" ? "value" : name;
}
