/** How long a page waits before it asks again by itself. After that it says that no answer came. */
const WAITS_MS = [300, 1_200];
/** A server that asks for more patience than this is left to the person. */
const RETRY_AFTER_S_MAX = 2;
/** The server's proxy has no answer from it. */
const GATEWAY_ERRORS = new Set([502, 504]);

type Means = {
  send: (request: Request) => Promise<Response>;
  pause: (ms: number) => Promise<unknown>;
};

const BROWSER: Means = {
  send: (request) => fetch(request),
  pause: (ms) => new Promise((later) => setTimeout(later, ms)),
};

/**
 * Sends a request, and again when it got no answer or was turned away for a moment, as happens while a server is replaced.
 * Only what takes effect once however often it is sent: what reads, and what has an idempotency key.
 */
export async function fetchAgain(request: Request, { send, pause }: Means = BROWSER): Promise<Response> {
  const mayRepeat = request.method === 'GET' || request.headers.has('idempotency-key');
  for (const wait_ms of mayRepeat ? WAITS_MS : []) {
    const answer = await send(request.clone()).catch((error: unknown) => {
      if (request.signal.aborted) throw error;
      return undefined;
    });
    if (answer !== undefined && !isTurnedAway(answer)) return answer;
    await pause(wait_ms);
  }
  return send(request);
}

/** A refusal of the server itself says when to come back; what a proxy says in its place is no problem document. */
function isTurnedAway({ status, headers }: Response): boolean {
  if (GATEWAY_ERRORS.has(status)) return true;
  if (status !== 503) return false;
  const after = headers.get('retry-after');
  if (after !== null) return Number(after) <= RETRY_AFTER_S_MAX;
  return !(headers.get('content-type') ?? '').startsWith('application/problem+json');
}
