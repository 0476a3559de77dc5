import type { Content } from "../model/operation.ts";
import { undocumentedBody } from "./diagnostics.ts";
import type { Json, JsonObject } from "./document.ts";
import type { EmitContext } from "./emit-context.ts";
import type { ExampleBody, ExampleChecker } from "./example.ts";
import { toObject } from "./json-object.ts";
import { type Locate, within } from "./locations.ts";
import { baseMediaType, isJsonMediaType, isTextMediaType } from "./media-type-name.ts";
import { emitTexts } from "./text.ts";

/** The context of what may carry examples. */
export interface BodyContext extends EmitContext {
  readonly checker: ExampleChecker;
}

/** A media type of a body with its schema. */
export interface EmittedContent {
  readonly mediaType: string;
  readonly schema: JsonObject;
}

/** Emits the schema of each content, and says where it is. Contents of one media type become alternatives. */
export function emitContents(
  contents: readonly Content[],
  emitBody: (content: Content, locate: Locate) => JsonObject,
  locate: Locate,
): EmittedContent[] {
  const byMediaType = Map.groupBy(contents, ({ mediaType }) => mediaType);
  return [...byMediaType].map(([mediaType, [first, ...others]]) => {
    const at = within(locate, "content", mediaType);
    if (first) at([], first);
    const schemas = [first, ...others].flatMap((content) => (content ? [emitBody(content, within(at, "schema"))] : []));
    const [only] = schemas;
    return { mediaType, schema: schemas.length === 1 && only ? only : { anyOf: schemas } };
  });
}

/**
 * The `content` of a Request Body or Response Object, with the examples that are valid.
 *
 * @see https://spec.openapis.org/oas/v3.1.0#media-type-object
 */
export function emitMediaTypes(
  context: BodyContext,
  contents: readonly EmittedContent[],
  bodies: readonly ExampleBody[],
  locate: Locate,
): JsonObject {
  const shown = Map.groupBy(bodies, (example) => findContent(contents, example));
  for (const { body, mediaType } of shown.get(undefined) ?? []) {
    const documented = contents.map((content) => content.mediaType).join(" or ") || "no body";
    if (body.text.trim() !== "") context.report(undocumentedBody(body.location, documented, mediaType ?? "a body"));
  }
  return toObject(
    contents.map((content) => {
      const at = within(locate, "content", content.mediaType, "examples");
      const examples = emitExamples(context, content, shown.get(content) ?? [], at);
      const { schema } = content;
      return [content.mediaType, { schema, ...(Object.keys(examples).length > 0 && { examples }) }];
    }),
  );
}

/** The content an example's body belongs to: by its `Content-Type`, else by what it looks like. */
export function findContent<C extends { readonly mediaType: string }>(
  contents: readonly C[],
  { mediaType, body }: ExampleBody,
): C | undefined {
  if (mediaType !== undefined) {
    const wanted = baseMediaType(mediaType);
    const same = contents.find((content) => baseMediaType(content.mediaType) === wanted);
    const family = contents.find((content) => isJsonMediaType(content.mediaType) && isJsonMediaType(wanted));
    return same ?? family;
  }
  const isJson = /^\s*[[{]/.test(body.text);
  return contents.find((content) => isJsonMediaType(content.mediaType) === isJson) ?? contents[0];
}

function emitExamples(
  context: BodyContext,
  content: EmittedContent,
  bodies: readonly ExampleBody[],
  locate: Locate,
): JsonObject {
  const examples: [string, Json][] = [];
  for (const example of bodies) {
    const value = readValue(context, content, example);
    if (value === undefined) continue;
    locate([example.name], example.body);
    examples.push([example.name, { ...emitTexts(context, example.body, { summary: example.title }), value }]);
  }
  return toObject(examples);
}

function readValue({ checker }: BodyContext, content: EmittedContent, example: ExampleBody): Json | undefined {
  if (example.body.text.trim() === "") return undefined;
  if (isJsonMediaType(content.mediaType)) return checker.read(example, content.schema);
  // What stands for binary content is a placeholder, not a value.
  if (!isTextMediaType(content.mediaType)) return undefined;
  const { text } = example.body;
  return checker.accepts(content.schema, text) ? text : undefined;
}
