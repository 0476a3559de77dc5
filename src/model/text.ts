/** Prose in Markdown: in the language the docs were written in, and in those they were translated to. */
export interface Text {
  readonly markdown: string;
  /** By BCP 47 language tag, e.g. `{ "de-DE": "Name des Benutzers." }`. */
  readonly translations?: Readonly<Record<string, string>>;
}
