import type { Content, OperationResponse } from "../../../../model/operation.ts";
import type { Report } from "../../../../source/diagnostic.ts";
import { type JsonValue, memberOf, readJsonBody } from "../../../common/json-value.ts";
import type { RequestLine } from "../../../common/request-line.ts";
import { responseMissing, statusConflict } from "../../diagnostics.ts";
import type { ResponseExample } from "../../example-facts.ts";
import type { GraphFacts, OperationFacts } from "../../facts.ts";
import { inferType } from "./infer-type.ts";
import type { ResponseContext } from "./response-context.ts";
import { linkHeaders } from "./response-headers.ts";
import { bodyType } from "./response-type.ts";

/** The responses of an operation: those that the text names, those that examples show, and those of error tables. */
export function linkResponses(
  request: RequestLine,
  stated: OperationFacts,
  page: GraphFacts,
  context: ResponseContext,
): OperationResponse[] {
  const shown = stated.examples.filter((example) => example.kind === "response");
  const facts = withoutOthers(stated, shown, context);
  const success = successStatus(facts, shown);
  if (success === undefined) context.report(responseMissing(facts.response.location ?? page.location));
  checkStatus(facts, shown, success, context.report);
  const responses = new Map<string, OperationResponse>();
  const main = success === undefined ? "2XX" : String(success);
  responses.set(main, linkSuccess(main, request, facts, page, shown.filter(isFor(success)), context));
  for (const status of otherStatuses(facts, shown, success)) {
    const examples = shown.filter((example) => example.status === status);
    responses.set(String(status), linkOther(status, request, facts, page, examples, responses.get(main), context));
  }
  for (const { status, description, location } of facts.errors) {
    const { contents = [], headers = [] } = responses.get(String(status)) ?? {};
    responses.set(String(status), {
      status: String(status),
      contents,
      headers,
      location,
      ...(description && { description }),
    });
  }
  return [...responses.values()].sort((a, b) => (a.status < b.status ? -1 : 1));
}

/**
 * What the text says of a body is not said of an operation whose own examples redirect or come without one, where examples of
 * another operation show the success that the text names.
 */
function withoutOthers(
  facts: OperationFacts,
  shown: readonly ResponseExample[],
  { areAlike, isShownElsewhere }: ResponseContext,
): OperationFacts {
  const own = shown.flatMap(({ status }) => (status !== undefined && status < 400 ? [status] : []));
  const { statuses, description: _, ...response } = facts.response;
  const isOfOthers =
    areAlike &&
    own.length > 0 &&
    !own.some((status) => isObjectStatus(String(status)) || statuses.some((stated) => stated.status === status)) &&
    statuses.some(({ status }) => isShownElsewhere(status));
  return isOfOthers ? { ...facts, response: { ...response, statuses: [], types: [] } } : facts;
}

/**
 * The code that stands for success: of those that the text names, the first that an example shows, else the first; without any,
 * the first that an example shows.
 */
function successStatus(facts: OperationFacts, shown: readonly ResponseExample[]): number | undefined {
  const stated = facts.response.statuses.map(({ status }) => status).filter((status) => status < 400);
  const all = shown.flatMap(({ status }) => (status !== undefined && status < 400 ? [status] : []));
  return all.find((status) => stated.includes(status)) ?? stated[0] ?? all[0];
}

function isFor(success: number | undefined): (example: ResponseExample) => boolean {
  return ({ status }) => status === undefined || status === success;
}

function otherStatuses(
  facts: OperationFacts,
  shown: readonly ResponseExample[],
  success: number | undefined,
): Set<number> {
  const all = [...facts.response.statuses.map(({ status }) => status), ...shown.map(({ status }) => status)];
  return new Set(all.filter((status) => status !== undefined && status !== success) as number[]);
}

/** A page that promises 201 and shows 200 is right once. */
function checkStatus(
  facts: OperationFacts,
  shown: readonly ResponseExample[],
  success: number | undefined,
  report: Report,
): void {
  const stated = facts.response.statuses;
  if (stated.length === 0 || success === undefined) return;
  const first = shown.find(({ status }) => status !== undefined);
  if (
    !first ||
    first.status === undefined ||
    first.status >= 400 ||
    stated.some(({ status }) => status === first.status)
  )
    return;
  report({
    ...statusConflict(first.location, String(success), String(first.status)),
    related: [{ message: "Stated here", location: stated[0]?.location ?? first.location }],
  });
}

function linkSuccess(
  status: string,
  request: RequestLine,
  facts: OperationFacts,
  page: GraphFacts,
  shown: readonly ResponseExample[],
  context: ResponseContext,
): OperationResponse {
  const { description, location } = facts.response;
  const common = {
    status,
    headers: linkHeaders(status, shown, facts),
    location: location ?? shown[0]?.location ?? page.location,
    ...(description && { description }),
  };
  const { foreign, others } = splitForeign(shown);
  // `$count` shows a number as text where the same page lists objects as JSON.
  if (foreign.length > 0 && !others.some(({ body }) => body !== undefined)) return { ...common, contents: foreign };
  if (hasNoBody(status, facts, others)) return { ...common, contents: foreign };
  const type = bodyType(request, forStatus(Number(status), facts), page, others, context);
  return { ...common, contents: [...(type ? [{ ...type, location: common.location }] : []), ...foreign] };
}

/** A status beside the main one. An error carries what its example shows. */
function linkOther(
  status: number,
  request: RequestLine,
  facts: OperationFacts,
  page: GraphFacts,
  shown: readonly ResponseExample[],
  main: OperationResponse | undefined,
  context: ResponseContext,
): OperationResponse {
  const stated = facts.response.statuses.find((entry) => entry.status === status);
  const location = stated?.location ?? shown[0]?.location ?? page.location;
  const common = {
    status: String(status),
    headers: linkHeaders(String(status), shown, facts),
    location,
    // The text is about success, whichever.
    ...(stated && status < 400 && facts.response.description && { description: facts.response.description }),
  };
  const { foreign, others } = splitForeign(shown);
  const value = others
    .filter(showsBody)
    .map(({ body }) => readJsonBody(body))
    .find((body) => body !== undefined);
  const isOpen = value !== undefined || shown.length === 0;
  if (isOpen && main && main.contents.length > 0 && repeatsMain(status, value))
    return { ...common, contents: main.contents };
  if (isObjectStatus(common.status) && isOpen) {
    const isNone = facts.response.isNone && value === undefined;
    const type = isNone ? undefined : bodyType(request, forStatus(status, facts), page, others, context);
    return { ...common, contents: [...(type ? [{ ...type, location }] : []), ...foreign] };
  }
  if (!value || (status >= 400 && isODataError(value))) return { ...common, contents: foreign };
  const type = inferType(value, page, context.resolver);
  return { ...common, contents: [{ mediaType: "application/json", type, location }, ...foreign] };
}

/**
 * `201` for a new object and `200` for one that was there come with the same. So does `207`, where some of the parts failed
 * (RFC 4918, section 11.1), unless an example shows it.
 */
function repeatsMain(status: number, shown: JsonValue | undefined): boolean {
  return isObjectStatus(String(status)) || (status === 207 && shown === undefined);
}

/** What services answer with, and pages need not describe (OData JSON 4.01, section 21.1): it is declared once for all. */
function isODataError(value: JsonValue): boolean {
  const error = memberOf(value, "error");
  return error?.kind === "object" && ["code", "message"].every((name) => memberOf(error, name)?.kind === "string");
}

/** The facts without the types that the text names for other codes. A new object and one that was there are of one type. */
function forStatus(wanted: number, facts: OperationFacts): OperationFacts {
  const types = facts.response.types.filter(({ status }) => status === undefined || status === wanted);
  const isOfAny = types.length === 0 && isObjectStatus(String(wanted));
  return isOfAny ? facts : { ...facts, response: { ...facts.response, types } };
}

/** Whether a success with this status may come with the object that the page is about. */
export function isObjectStatus(status: string): boolean {
  return status === "200" || status === "201";
}

/** The contents that are no JSON, and the examples of the rest. */
function splitForeign(shown: readonly ResponseExample[]): { foreign: Content[]; others: ResponseExample[] } {
  return { foreign: foreignContents(shown), others: shown.filter((example) => foreignTypeOf(example) === undefined) };
}

/** Bodies whose header says that they are not JSON: CSV reports, images, files. */
function foreignContents(shown: readonly ResponseExample[]): Content[] {
  const contents = new Map<string, Content>();
  for (const example of shown) {
    const mediaType = foreignTypeOf(example);
    if (mediaType === undefined) continue;
    const name = mediaType.startsWith("text/") ? "string" : "stream";
    contents.set(mediaType, { mediaType, type: { kind: "primitive", name }, location: example.location });
  }
  return [...contents.values()];
}

/**
 * The media type of a response whose body is not JSON, whatever its header says. Bytes are often left out; text that is left out
 * is a habit of those who write headers.
 */
function foreignTypeOf({ status, headers, body }: ResponseExample): string | undefined {
  const header = (wanted: string) => headers.find(({ name }) => name.toLowerCase() === wanted)?.value.trim();
  const mediaType = header("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (!/^[\w.+-]+\/[\w.+-]+$/.test(mediaType) || /json/.test(mediaType)) return undefined;
  if (body) return /^\s*[{[]/.test(body.text) ? undefined : mediaType;
  const isLeftOut = status === 200 && header("content-length") !== "0" && !mediaType.startsWith("text/");
  return isLeftOut ? mediaType : undefined;
}

/** An empty object stands for a body that has no members to tell of. */
function showsBody({ body }: ResponseExample): boolean {
  return body !== undefined && !/^\s*\{\s*\}\s*$/.test(body.text);
}

function hasNoBody(status: string, { response }: OperationFacts, shown: readonly ResponseExample[]): boolean {
  if (status === "204" || status === "205" || status.startsWith("3")) return true;
  if (shown.some(showsBody)) return false;
  if (shown.some(({ annotation }) => /(?:^|\.)None$/i.test(annotation.type ?? ""))) return true;
  // An example weighs more than the return type of a Methods table; one that says `Content-Type` has left its body out.
  const isBare = ({ annotation, headers }: ResponseExample) =>
    annotation.type === undefined && !headers.some(({ name }) => /^content-type$/i.test(name));
  if (response.types.length === 0 && response.properties.length === 0 && shown.length > 0 && shown.every(isBare))
    return true;
  // `202` and a link to the operation that goes on: what is linked in the text is not in the body.
  return response.isNone || (status === "202" && shown.length > 0);
}
