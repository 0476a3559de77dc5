/** One page of a list, as OData writes it. */
export interface Page {
  readonly value?: readonly unknown[] | undefined;
  readonly "@odata.nextLink"?: string | null | undefined;
}

/** The type of a page's items. By this detour, as TypeScript runs out of stack when it infers them from a large type. */
export type ItemOf<List> =
  NonNullable<List> extends { value?: infer Items } ? NonNullable<Items>[keyof NonNullable<Items> & number] : never;

/**
 * The items of a page and of all pages after it, fetched as they are needed. A next link that leaves `origin`, where
 * the token must not go, or that was followed already, is an error.
 */
export async function* readItems(
  first: Page | undefined,
  origin: string,
  fetchPage: (url: string) => Promise<unknown>,
): AsyncGenerator<unknown, void, undefined> {
  const seen = new Set<string>();
  for (let page = first; page !== undefined; ) {
    yield* page.value ?? [];
    const next = page["@odata.nextLink"];
    if (next === undefined || next === null) return;
    const url = new URL(next, `${origin}/`);
    if (url.origin !== origin) throw new Error(`The next page is at ${url.origin}, not at ${origin}`);
    if (seen.has(url.href)) throw new Error("The next page is one that was read before");
    seen.add(url.href);
    page = (await fetchPage(url.href)) as Page | undefined;
  }
}
