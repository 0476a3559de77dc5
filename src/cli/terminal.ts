import { styleText } from "node:util";
import type { Style } from "./formats/text.ts";

/** Where text goes: a terminal, or a file or pipe. */
export interface Output {
  write(text: string): void;
  /** Width in columns; `undefined` if this is no terminal. */
  readonly columns?: number;
  readonly style: Style;
}

/** All that a command knows of the world. Results go to `out`, everything else to `err`. */
export interface Terminal {
  readonly cwd: string;
  readonly out: Output;
  readonly err: Output;
}

/** 0: fine. 1: the docs have problems. 2: we could not run. */
export type ExitCode = 0 | 1 | 2;

/** The terminal of this process. */
export function createTerminal(): Terminal {
  return { cwd: process.cwd(), out: createOutput(process.stdout), err: createOutput(process.stderr) };
}

/** Colours only on a terminal, and not where the user said no (NO_COLOR, https://no-color.org). */
function createOutput(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => void stream.write(text),
    ...(stream.isTTY && { columns: stream.columns }),
    style: (colour, text) => styleText(colour, text, { stream }),
  };
}
