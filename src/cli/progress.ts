import type { CommonOptions } from "./options.ts";
import type { Output } from "./terminal.ts";

/** A line on a terminal that says how far a long command is. */
export interface Progress {
  /** What is being done, in whole percents if there is a total. */
  show(stage: string, done?: number, total?: number): void;
  /** Makes room for results. */
  clear(): void;
}

/** A progress line on a terminal; elsewhere nothing is shown. */
export function createProgress({ columns, write }: Output, { quiet }: Pick<CommonOptions, "quiet">): Progress {
  if (columns === undefined || quiet) return { show: () => {}, clear: () => {} };
  const startOfLine = "\r\u001B[K";
  let shown = "";
  return {
    show: (stage, done = 0, total = 0) => {
      const text = total > 0 ? `${stage} ${Math.floor((100 * done) / total)}%` : stage;
      if (text !== shown) write(startOfLine + text.slice(0, columns - 1));
      shown = text;
    },
    clear: () => write(startOfLine),
  };
}
