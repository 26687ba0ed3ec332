import { pace } from '../pace.ts';

/** One request to a provider, and what is known of it. */
export type Exchange =
  | { kind: 'answer'; status: number; body: unknown }
  /** The request certainly did not reach the provider. */
  | { kind: 'not_sent'; reason: string }
  | { kind: 'unknown'; reason: string };

type ExchangeRequest = {
  method: string;
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
};

const RESPONSE_MS_MAX = 10_000;
/** The maximum of requests in flight at one provider. */
const WINDOW = 20;

export type HttpClient = {
  exchange(request: ExchangeRequest): Promise<Exchange>;
  /** Throttled, it pauses, and other providers are asked meanwhile. */
  isReady(): boolean;
  /** Resolves when nothing is in flight. */
  close(): Promise<void>;
};

/** Requests to one provider over HTTP, at the rate that it takes. */
export function httpClient(response_ms_max = RESPONSE_MS_MAX): HttpClient {
  const rate = pace(WINDOW);
  return {
    async exchange(request) {
      const exchanged = await rate.run(() => exchange(request, response_ms_max));
      if (exchanged.kind === 'answer' && exchanged.status === 429) rate.slowDown();
      else if (exchanged.kind === 'answer' && exchanged.status < 300) rate.speedUp();
      return exchanged;
    },
    isReady: () => !rate.isPaused(),
    close: () => rate.idle(),
  };
}

/** Failures before anything was written: no name, no route, no connection, a certificate that is not trusted. */
const BEFORE_SENDING =
  /^(ENOTFOUND|EAI_|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/**
 * Sends a request and reads the answer. Redirections are not followed: they would carry
 * our credentials to somebody else.
 */
async function exchange(
  { method, url, headers, body }: ExchangeRequest,
  response_ms_max: number,
): Promise<Exchange> {
  try {
    const answer = await fetch(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(response_ms_max),
    });
    return { kind: 'answer', status: answer.status, body: readBody(await answer.text()) };
  } catch (error) {
    const reason = reasonOf(error);
    return BEFORE_SENDING.test(reason)
      ? { kind: 'not_sent', reason: 'not_connected' }
      : { kind: 'unknown', reason: reason === 'TimeoutError' ? 'timed_out' : 'connection_broke' };
  }
}

/** Undefined if it is not JSON. */
function readBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: unknown } };
  return typeof cause?.code === 'string' ? cause.code : (name ?? '');
}

/**
 * What a status that is not a success says of a text: a refusal is about the text; credentials, an empty account, an address
 * that moved and a throttle are not, so another provider may send it. After anything else it may have been sent.
 */
export function outcomeOfStatus(status: number): {
  kind: 'refused' | 'not_sent' | 'unknown';
  reason: string;
} {
  if (status === 429) return { kind: 'not_sent', reason: 'throttled' };
  if (status === 503) return { kind: 'not_sent', reason: 'provider_trouble' };
  const reason = `http_${status}`;
  if (NOT_ABOUT_THE_TEXT.has(status) || (status >= 300 && status < 400)) return { kind: 'not_sent', reason };
  return status >= 400 && status < 500 && status !== 408 && status !== 409
    ? { kind: 'refused', reason }
    : { kind: 'unknown', reason };
}

const NOT_ABOUT_THE_TEXT: ReadonlySet<number> = new Set([401, 402, 403, 404, 405, 410]);
