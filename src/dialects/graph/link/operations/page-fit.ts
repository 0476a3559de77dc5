import pluralize from "pluralize";
import type { RequestLine } from "../../../common/request-line.ts";
import { pageName } from "../../../common/type-expression.ts";

/**
 * How much a page is about an operation rather than about a use of it, 0 to 1: the part of its file name that method and path
 * spell. `calendar-get.md` is about `GET /me/calendars/{id}`; `singlevaluelegacyextendedproperty-get.md` mentions it.
 */
export function pageFit(file: string, request: RequestLine): number {
  const words = request.path.path
    .replace(/^\/me(?=\/|$)/, "/me/user")
    .replace(/\{[^}]*\}/g, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const singular = words.map((word) => pluralize.singular(word));
  const parts = pageName(file).split("-");
  const nouns = parts.filter(
    (part) => words.includes(part) || singular.some((word, at) => spells(part, word, singular.slice(at + 1))),
  );
  // A verb alone says nothing.
  if (nouns.length === 0) return 0;
  const verbs = parts.filter((part) => !nouns.includes(part) && isVerb(part, request));
  return (nouns.length + verbs.length) / parts.length;
}

/** Whether a part is a word of the path, or begins with it and ends with a later one: `outlooktask`, `todotasklist`. */
export function spells(part: string, word: string, later: readonly string[]): boolean {
  if (part === word) return true;
  return part.startsWith(word) && later.some((end) => part.length >= word.length + end.length && part.endsWith(end));
}

/** Whether a part of a file name says what the request does. */
function isVerb(part: string, { method, path }: RequestLine): boolean {
  switch (part) {
    case "get":
      return method === "get" && !isMany(path.path);
    case "list":
      return method === "get" && !path.path.endsWith("}");
    case "create":
    case "post":
    case "add":
      return method === "post";
    case "update":
      return method === "patch" || method === "put";
    case "delete":
    case "remove":
      return method === "delete";
    default:
      return false;
  }
}

/** Whether a path ends with the name of a collection. */
function isMany(path: string): boolean {
  return /[a-z]$/i.test(path) && pluralize.isPlural(path);
}
