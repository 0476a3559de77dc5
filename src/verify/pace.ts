import { setTimeout as wait } from "node:timers/promises";

/** Gives a function to wait for before each request, so that there are at most so many per second. */
export function createPace(perSecond: number | undefined): () => Promise<void> {
  if (perSecond === undefined) return () => Promise.resolve();
  let next = 0;
  return async () => {
    const now = performance.now();
    const start = Math.max(now, next);
    next = start + 1000 / perSecond;
    if (start > now) await wait(start - now);
  };
}
