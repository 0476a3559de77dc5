/** How often, and how, to wait for a service that is busy. */
export interface RetryOptions {
  /** How many times a request is sent again. Default: 3. */
  readonly retries?: number;
  /** Waits for a number of milliseconds; for tests. Rejects once the request is aborted. */
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

const busy = new Set([429, 503, 504]);
const idempotent = new Set(["GET", "HEAD", "OPTIONS", "PUT", "DELETE"]);

/**
 * Sends a request again while the service is busy, after the time its `Retry-After` names, else after 0.25, 0.5, 1 …
 * seconds. 503 and 504 may come after the work was done, so only requests that may be repeated are (RFC 9110, section
 * 9.2.2); 429 says that nothing was done.
 */
export async function fetchWithRetry(
  request: Request,
  send: (request: Request) => Promise<Response>,
  { retries = 3, wait = waitFor }: RetryOptions,
): Promise<Response> {
  for (let attempt = 0; ; attempt++) {
    const isLast = attempt >= retries;
    const response = await send(isLast ? request : request.clone());
    if (isLast || !busy.has(response.status)) return response;
    if (response.status !== 429 && !idempotent.has(request.method)) return response;
    const delay = delayOf(response.headers.get("retry-after")) ?? 250 * 2 ** attempt;
    await response.body?.cancel();
    await wait(delay, request.signal);
  }
}

/** `Retry-After` in seconds or as a date (RFC 9110, section 10.2.3), in milliseconds from now. */
function delayOf(retryAfter: string | null): number | undefined {
  if (retryAfter === null) return undefined;
  const seconds = Number(retryAfter);
  const delay = Number.isNaN(seconds) ? Date.parse(retryAfter) - Date.now() : seconds * 1000;
  return Number.isNaN(delay) ? undefined : Math.max(0, delay);
}

function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const abort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", abort);
      resolve();
    }, milliseconds);
    signal.addEventListener("abort", abort, { once: true });
  });
}
