import type { ApiModel } from "../../../src/model/api-model.ts";
import type { JsonObject } from "../../../src/openapi/document.ts";
import type { Random } from "./random.ts";

/** All that takes part in a verification. */
export interface Setting {
  readonly model: ApiModel;
  readonly document: JsonObject;
  /** Text of the client, made from the document unless it was changed itself. */
  readonly client?: string;
  /** Changes what the server answers. */
  readonly change?: (request: Request, answer: Response) => Promise<Response>;
  /** Changes what reaches the server. */
  readonly forge?: (request: Request) => Request;
}

/** Makes one thing of a setting wrong; gives undefined where there is nothing of the kind. */
export type Mutation = (setting: Setting, random: Random) => Setting | undefined | Promise<Setting | undefined>;
