import { startMock } from "../../../src/mock/start-mock.ts";
import { Locations } from "../../../src/openapi/locations.ts";
import type { Diagnostic } from "../../../src/source/diagnostic.ts";
import { verifyExamples } from "../../../src/verify/verify-examples.ts";
import type { Mutation, Setting } from "./mutation.ts";
import { mutationsOfClient } from "./of-client.ts";
import { mutationsOfDocs } from "./of-docs.ts";
import { mutationsOfDocument } from "./of-document.ts";
import { mutationsOfServer } from "./of-server.ts";
import { Random } from "./random.ts";

/** All mutations, by kind. */
export const mutations: ReadonlyMap<string, Mutation> = new Map(
  Object.entries({ ...mutationsOfDocs, ...mutationsOfDocument, ...mutationsOfClient, ...mutationsOfServer }),
);

/** A mutation that was made, and whether verify reported anything. */
export interface Trial {
  readonly kind: string;
  readonly codes: readonly string[];
}

/**
 * Makes `count` random mutations of a setting in which nothing is wrong, one kind after the other, and verifies each. A
 * kind that finds nothing to change in several attempts is left out.
 */
export async function* runTrials(
  setting: Setting,
  { count, seed }: { count: number; seed: number },
): AsyncGenerator<Trial> {
  const random = new Random(seed);
  for (let made = 0; made < count; ) {
    for (const [kind, mutate] of mutations) {
      const mutated = await attempt(mutate, setting, random);
      if (!mutated) continue;
      yield { kind, codes: await verify(mutated) };
      if (++made === count) return;
    }
  }
}

async function attempt(mutate: Mutation, setting: Setting, random: Random): Promise<Setting | undefined> {
  for (let attempts = 0; attempts < 50; attempts++) {
    let isEffective = true;
    const mutated = await mutate(setting, random);
    if (!mutated) continue;
    if (mutated.change) isEffective = await changesSomething(mutated);
    if (isEffective) return mutated;
  }
  return undefined;
}

/** Whether a change of the server's answers applies to any answer. */
async function changesSomething(setting: Setting): Promise<boolean> {
  let changed = false;
  await verify({
    ...setting,
    change: async (request, response) => {
      const answer = (await setting.change?.(request, response)) ?? response;
      changed ||= answer !== response;
      return answer;
    },
  });
  return changed;
}

/** The codes of the errors that verify reports about a setting; a warning would let it pass. */
export async function verify({ model, document, client, change, forge }: Setting): Promise<string[]> {
  const diagnostics: Diagnostic[] = [];
  const mock = await startMock(document);
  const fetch = async (sent: Request): Promise<Response> => {
    const request = forge ? forge(sent) : sent;
    const response = await mock.fetch(request.clone());
    return change ? change(request, response) : response;
  };
  try {
    await verifyExamples(
      { model, openapi: { document, locations: new Locations() }, ...(client !== undefined && { client }) },
      { baseUrl: mock.url, fetch, token: "any", isMock: true },
      (diagnostic) => diagnostics.push(diagnostic),
    );
  } finally {
    await mock.close();
  }
  return [...new Set(diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code))];
}
