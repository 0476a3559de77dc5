import type { Diagnostic } from "../source/diagnostic.ts";
import type { Exchange } from "./exchange.ts";

/** Keeps the tokens that were sent, to take them out of what a server may have echoed. */
export class Redactor {
  readonly #secrets = new Set<string>();

  /** Notes the token of a request. */
  note(request: Request): void {
    const token = request.headers.get("authorization")?.replace(/^\w+ +/, "");
    if (token) this.#secrets.add(token);
  }

  /** The diagnostic without tokens. */
  clean(diagnostic: Diagnostic): Diagnostic {
    const { message, expected, found } = diagnostic;
    return { ...diagnostic, message: this.#hide(message), expected: this.#hide(expected), found: this.#hide(found) };
  }

  /** The exchange without tokens, as data that can be written as JSON. */
  cleanExchange({ operation, request, answer }: Exchange): Exchange {
    const { url, method, headers } = request;
    const { status, body } = answer;
    return {
      operation,
      request: {
        method,
        url: this.#hide(url),
        headers: this.#hideValues(Object.entries(headers)),
        body: this.#hide(request.body),
      },
      answer: {
        status,
        headers: this.#hideValues(Object.entries(answer.headers)),
        body: typeof body === "string" ? this.#hide(body) : `base64:${Buffer.from(body).toString("base64")}`,
      },
    };
  }

  #hideValues(entries: Iterable<[string, string]>): Record<string, string> {
    return Object.fromEntries([...entries].map(([name, value]) => [name, this.#hide(value)]));
  }

  #hide(text: string): string {
    return [...this.#secrets].reduce((hidden, secret) => hidden.replaceAll(secret, "***"), text);
  }
}
