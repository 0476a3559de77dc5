import { type Command, InvalidArgumentError, Option } from "commander";
import type { FailOn } from "../build/config.ts";
import type { Flags } from "../build/settings.ts";
import { type FormatName, formats } from "./formats/format.ts";

/** What every command takes. */
export interface CommonOptions extends Flags {
  readonly format: FormatName;
  readonly failOn?: FailOn;
  readonly quiet?: boolean;
}

/** Gives a command the options that all share. */
export function addCommonOptions(command: Command): Command {
  return command
    .option("--root <dir>", "folder that includes may not leave (default: nearest with docfx.json or .git)")
    .option("--config <file>", "config file (default: md2oas.config.{ts,js,json} here)")
    .option("--dialect <name>", "how the docs are written (default: detected)")
    .option("--language <tag>", "language of the text in the output, e.g. de, or all (default: that of the docs)")
    .addOption(new Option("--fail-on <severity>", "exit with 1 from here on").choices(["error", "warning", "never"]))
    .addOption(new Option("--format <name>", "how problems are shown").choices(Object.keys(formats)).default("text"))
    .option("-q, --quiet", "show only what makes the command fail");
}

/** The part of the options that settles what a config leaves open. */
export function flagsOf({ config, root, dialect, language, failOn }: CommonOptions): Flags {
  return {
    ...(config !== undefined && { config }),
    ...(root !== undefined && { root }),
    ...(dialect !== undefined && { dialect }),
    ...(language !== undefined && { language }),
    ...(failOn !== undefined && { failOn }),
  };
}

/** Reads an option that is a whole number from `least` to `most`. */
export function readInteger(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Expected a number from ${least} to ${most}.`);
  };
}

/** Reads an option that is an absolute http or https URL. */
export function readUrl(text: string): string {
  if (/^https?:$/.test(URL.parse(text)?.protocol ?? "")) return text;
  throw new InvalidArgumentError("Expected an http or https URL.");
}
