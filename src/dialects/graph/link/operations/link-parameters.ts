import type { HttpHeader } from "../../../../model/example.ts";
import type { Parameter } from "../../../../model/operation.ts";
import type { TypeRef } from "../../../../model/type-ref.ts";
import type { Placeholder } from "../../../common/path-template.ts";
import { type QueryParameter, type RequestLine, splitUrl } from "../../../common/request-line.ts";
import { joinTexts } from "../../../common/text.ts";
import type { GraphFacts, OperationFacts, ParameterFacts, QueryOptionFacts } from "../../facts.ts";
import { isExpressedElsewhere, isQueryOption } from "../../read-parameters.ts";
import type { TypeResolver } from "../types/resolve-type.ts";
import { areAllOthers, isEvolvable } from "../types/row-enums.ts";
import { argumentRows, fold, type LineNames, rowsLeftOut } from "./rows-left-out.ts";

/** The parameters of one operation: those of its path, of its query string, of its tables, and the named query options. */
export function linkParameters(
  request: RequestLine,
  names: LineNames,
  facts: OperationFacts,
  page: GraphFacts,
  isCollection: boolean,
  resolver: TypeResolver,
): Parameter[] {
  const parameters = new Map<string, Parameter>();
  const add = (parameter: Parameter) => {
    const key = `${parameter.in} ${parameter.name.toLowerCase()}`;
    if (!parameters.has(key)) parameters.set(key, parameter);
  };
  for (const placeholder of request.path.placeholders) add(pathParameter(placeholder, request, facts, page, resolver));
  for (const written of request.query) add(lineParameter(written, request, facts, page, resolver));
  for (const row of facts.parameters) {
    // Query sections list properties to filter by, too, and what to compare them with: `initiatedBy/app`, `Harbour office`.
    const isOwn = row.in === "query" && !/[\s/()]/.test(row.name) && !isArgument(row, request);
    // What other lines write, this one does without.
    const isOptional = names.isInQuery(row.name) && { required: false };
    if (isOwn) add({ ...tableParameter(row, "query", page, resolver), ...isOptional });
  }
  for (const row of headerRows(facts.parameters)) add(tableParameter(row, "header", page, resolver));
  for (const row of rowsLeftOut(request, names, facts)) add(tableParameter(row, "query", page, resolver));
  for (const option of queryOptions(request, facts, isCollection)) add(queryOption(option));
  for (const header of request.headers ?? [])
    for (const parameter of headerParameters([header])) add({ ...parameter, ...literal(header.value) });
  for (const parameter of shownParameters(facts)) add(parameter);
  return [...parameters.values()];
}

/** Writers take the arguments of a function for query parameters: `getReport(period='{period}')` with a row on `period`. */
function isArgument(row: ParameterFacts, { path }: RequestLine): boolean {
  return path.placeholders.some(({ argument }) => argument !== undefined && fold(argument) === fold(row.name));
}

/**
 * Query options and headers that only example requests show: they are optional, and a client needs them to send what the page
 * shows. Letter case is that of the first use.
 */
function shownParameters({ examples }: OperationFacts): Parameter[] {
  return examples.flatMap((example): Parameter[] => {
    if (example.kind !== "request") return [];
    const { location } = example;
    const queries = splitUrl(example.url).query.map(
      ({ name, value }): Parameter =>
        isQueryOption(name)
          ? queryOption({ name, location })
          : { name, in: "query", type: typeOfFlag(value), required: false, location, ...literal(value) },
    );
    return [...queries, ...headerParameters(example.headers)];
  });
}

function headerParameters(headers: readonly HttpHeader[]): Parameter[] {
  return headers
    .filter(({ name }) => !isExpressedElsewhere(name))
    .map(({ name, location }): Parameter => ({ name, in: "header", type: string, required: false, location }));
}

/** A query parameter in the request line: `calendarView?startDateTime={start}`. */
function lineParameter(
  { name, value, isOptional }: QueryParameter,
  request: RequestLine,
  facts: OperationFacts,
  page: GraphFacts,
  resolver: TypeResolver,
): Parameter {
  // Without `$id`, nobody knows which reference a DELETE is about.
  const required = !isOptional && (!name.startsWith("$") || name === "$id");
  const row = facts.parameters.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (isQueryOption(name) && !row) return queryOption({ name, location: request.location });
  if (row) return { ...tableParameter(row, "query", page, resolver), required: row.required ?? required };
  return { name, in: "query", type: typeOfFlag(value), required, location: request.location, ...literal(value) };
}

const string: TypeRef = { kind: "primitive", name: "string" };

/** `?includeHidden=true`: what is shown with such a value, and told nowhere, is a flag. */
function typeOfFlag(value: string): TypeRef {
  return /^(?:true|false)$/.test(value) ? { kind: "primitive", name: "boolean" } : string;
}

/** `image(width=640,fit='fill')`: OData writes strings in quotes, and nothing else. */
function typeOfArgument({ argument, isQuoted, literal: value = "" }: Placeholder): TypeRef {
  if (argument === undefined || isQuoted) return string;
  if (/^-?\d{1,9}$/.test(value)) return { kind: "primitive", name: "int32" };
  return /^-?\d+\.\d+$/.test(value) ? { kind: "primitive", name: "double" } : typeOfFlag(value);
}

/** What a line shows as a value; `parameterValue` is what a generator of pages writes for any. */
function literal(value: string): { examples?: readonly string[] } {
  return value === "" || /[{}<>]|^'?parameterValue'?$/.test(value) ? {} : { examples: [value] };
}

function pathParameter(
  placeholder: Placeholder,
  request: RequestLine,
  facts: OperationFacts,
  page: GraphFacts,
  resolver: TypeResolver,
): Parameter {
  const { name, documentedName, argument, literal: value } = placeholder;
  const row = findRow(argumentRows(request, facts), placeholder);
  const type = row ? typeOf(row, page, resolver) : typeOfArgument(placeholder);
  return {
    name,
    in: "path",
    required: true,
    type,
    location: row?.location ?? request.location,
    ...(row && toldOf(row)),
    ...(documentedName !== name && argument === undefined && value === undefined && { documentedName }),
    ...literal(value ?? ""),
  };
}

/** The table row of a placeholder: by the argument's name, by the documented name, or by either of `{id | name}`. */
function findRow(
  rows: readonly ParameterFacts[],
  { name, documentedName, argument }: Placeholder,
): ParameterFacts | undefined {
  const names = [argument, name, documentedName, ...documentedName.split("|").map((part) => part.trim())]
    .filter((candidate) => candidate !== undefined)
    .map(fold);
  return rows.find((row) => names.includes(fold(row.name)));
}

function tableParameter(
  row: ParameterFacts,
  place: Parameter["in"],
  page: GraphFacts,
  resolver: TypeResolver,
): Parameter {
  if (place === "query" && isQueryOption(row.name)) {
    return {
      ...queryOption(row),
      ...toldOf(row),
      required: row.required ?? false,
    };
  }
  return {
    name: row.name,
    in: place,
    type: place === "header" ? headerType(row, page, resolver) : typeOf(row, page, resolver),
    required: row.required ?? false,
    location: row.location,
    ...toldOf(row),
    ...(row.examples && { examples: row.examples }),
  };
}

/** What a parameter of any place has from its row. */
function toldOf({ description, defaultValue }: ParameterFacts): Pick<Parameter, "description" | "defaultValue"> {
  return { ...(description && { description }), ...(defaultValue !== undefined && { defaultValue }) };
}

/** A parameter travels as text: what is no primitive or enumeration is a string. */
function typeOf(row: ParameterFacts, page: GraphFacts, resolver: TypeResolver): TypeRef {
  const found = row.type && resolver.find(row.type, page);
  const item = found?.kind === "array" ? found.items : found;
  const named = item?.kind === "named" ? resolver.registry.get(item.name) : undefined;
  const isNamedEnum = named?.kind === "enum";
  const isText = item === undefined || (item.kind === "primitive" && item.name === "string");
  // In URLs, some services spell all values of an enumeration in another way than in JSON: `Iana`, `iana`.
  const isRespelt = item === found && isNamedEnum && areAllOthers(row.values, named);
  if (isRespelt || (isText && row.values.length > 1))
    return { kind: "enum", members: row.values, isOpen: row.arePlain || isEvolvable(row.values) };
  if (found && (isNamedEnum || item?.kind === "primitive")) return found;
  return string;
}

/** Headers are text, numbers or words of a list; the words of `Prefer` are parts of values. */
function headerType(row: ParameterFacts, page: GraphFacts, resolver: TypeResolver): TypeRef {
  if (row.name.toLowerCase() === "prefer") return string;
  const type = typeOf(row, page, resolver);
  const isDate = type.kind === "primitive" && /^date/.test(type.name);
  return isDate ? string : type;
}

/** Each header once: rows on one header (`Prefer`) tell of its variants. */
function headerRows(rows: readonly ParameterFacts[]): ParameterFacts[] {
  const byName = Map.groupBy(
    rows.filter((row) => row.in === "header"),
    ({ name }) => name.toLowerCase(),
  );
  return [...byName.values()].map((variants) => {
    const [first] = variants as [ParameterFacts, ...ParameterFacts[]];
    const description = joinTexts(variants.flatMap((row) => row.description ?? []));
    const examples = variants.flatMap((row) => row.examples ?? []);
    const required = variants.some((row) => row.required === true) ? true : first.required;
    return {
      ...first,
      ...(description && { description }),
      ...(examples.length > 0 && { examples }),
      ...(required !== undefined && { required }),
    };
  });
}

const everyOption = ["$count", "$expand", "$filter", "$orderby", "$search", "$select", "$skip", "$top"];

/**
 * The options that the page names. They are for its GETs, or for its only methods if it has none; where it speaks of all, options
 * of a list make no sense on a single object.
 */
function queryOptions({ method }: RequestLine, facts: OperationFacts, isCollection: boolean): QueryOptionFacts[] {
  if (facts.queryOptions.length === 0) return [];
  const isForGet = method === "get" || facts.requests.some((request) => request.method === "get");
  if (isForGet && method !== "get") return [];
  const general = facts.queryOptions.find(({ name }) => name === "all");
  if (!general) return [...facts.queryOptions];
  const names = method !== "get" ? [] : isCollection ? everyOption : ["$expand", "$select"];
  const supported = names.filter((name) => !general.except?.includes(name));
  const others = facts.queryOptions.filter((option) => option !== general);
  return [...supported.map((name) => ({ name, location: general.location })), ...others];
}

const optionTypes: ReadonlyMap<string, TypeRef> = new Map<string, TypeRef>([
  ["$top", { kind: "primitive", name: "int32" }],
  ["$skip", { kind: "primitive", name: "int32" }],
  ["$count", { kind: "primitive", name: "boolean" }],
]);

/** `$select=id,displayName` is a list; `$filter` and `$search` are texts (OData URL conventions 4.01, section 5.1). */
function queryOption({ name: written, location }: QueryOptionFacts): Parameter {
  const name = written.toLowerCase();
  const isList = name === "$select" || name === "$expand" || name === "$orderby";
  return {
    name,
    in: "query",
    required: false,
    type: isList ? { kind: "array", items: string } : (optionTypes.get(name) ?? string),
    location,
    ...(isList && { commaSeparated: true }),
  };
}
