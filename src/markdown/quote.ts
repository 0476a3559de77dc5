import type { Flow } from "./flow.ts";

/** The blocks of a quote, marked as one: each goes on where the one before it ends. */
export function joinQuote(flow: readonly Flow[]): Flow[] {
  return flow.map((item, at) => (isProse(item) && isProse(flow[at - 1]) ? { ...item, goesOn: true } : item));
}

function isProse(item: Flow | undefined): boolean {
  return item?.kind === "paragraph" || item?.kind === "list";
}
