/** Whether bodies of a media type are JSON, e.g. `application/json; charset=utf-8` or `application/problem+json`. */
export function isJsonMediaType(mediaType: string): boolean {
  return /[/+]json$/.test(baseMediaType(mediaType));
}

/** Whether bodies of a media type are text that an example can show, e.g. `text/csv`. */
export function isTextMediaType(mediaType: string): boolean {
  return /^text\/|[/+]xml$|\/x-www-form-urlencoded$|\/xhtml\+xml$/.test(baseMediaType(mediaType));
}

/** The media type in lower case without its parameters. */
export function baseMediaType(mediaType: string): string {
  return (mediaType.split(";")[0] ?? "").trim().toLowerCase();
}
