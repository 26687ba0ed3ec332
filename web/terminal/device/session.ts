import type { Client } from 'openapi-fetch';
import type { paths } from '../../api/shop.gen.ts';
import { apiOf } from '../../kit/api.ts';
import { answered, Problem } from '../../kit/problem.ts';
import { type Kept, keep } from './store.ts';

const KEY = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const;
/** A session is renewed when less time than this is left, so that none expires in the middle of a sale. */
const RENEW_BEFORE_MS = 30 * 60_000;

/** The API without the terminal's token: public routes, and staff routes by their cookie. */
export const publicApi = apiOf<paths>();

export type Device = Kept['device'];
export type ShopApi = Client<paths>;

/** A new key that the device can use and nobody can export. */
export function newDeviceKey(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(KEY, false, ['sign', 'verify']);
}

/** Enrols this device as the terminal that the one-time code belongs to. */
export async function enrol(code: string, keys: CryptoKeyPair, idempotencyKey: string): Promise<Device> {
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', keys.publicKey);
  const { terminal_id } = await answered(
    publicApi.POST('/v1/terminals/enrolments', {
      headers: { 'idempotency-key': idempotencyKey },
      body: { code, public_jwk: { kty: 'EC', crv: 'P-256', x, y } },
    }),
  );
  const device = { terminal_id, private_key: keys.privateKey };
  await keep('device', device);
  return device;
}

/**
 * The terminal's session: opened by signing the server's challenge, renewed before it expires. Its token is only in
 * memory, so a copy of the device's disk is worthless.
 */
export class TerminalSession {
  readonly #device: Device;
  #open: { token: string; expires_ms: number } | undefined;
  #opening: Promise<string> | undefined;

  constructor(device: Device) {
    this.#device = device;
  }

  /** A token that is valid for a while yet. Throws the server's refusal. */
  async token(): Promise<string> {
    if (this.#open !== undefined && this.#open.expires_ms - Date.now() > RENEW_BEFORE_MS)
      return this.#open.token;
    this.#opening ??= this.#renew().finally(() => {
      this.#opening = undefined;
    });
    return this.#opening;
  }

  /** Called when the server rejects the token; the next request opens a new session. */
  end(): void {
    this.#open = undefined;
  }

  async #renew(): Promise<string> {
    const { terminal_id, private_key } = this.#device;
    const { challenge } = await answered(
      publicApi.POST('/v1/terminals/{terminal_id}/challenges', { params: { path: { terminal_id } } }),
    );
    const data = new TextEncoder().encode(`seonmul-terminal:${challenge}`);
    const signature = base64url(await crypto.subtle.sign(SIGNATURE, private_key, data));
    const session = await answered(
      publicApi.POST('/v1/terminal-sessions', { body: { terminal_id, challenge, signature } }),
    );
    this.#open = { token: session.session_token, expires_ms: Date.parse(session.expires_at) };
    return session.session_token;
  }
}

/** The server's API with the terminal's token on every request. */
export function terminalApi(session: TerminalSession): ShopApi {
  const api = apiOf<paths>();
  api.use({
    async onRequest({ request }) {
      request.headers.set('authorization', `Bearer ${await session.token()}`);
      return request;
    },
    onResponse({ response }) {
      if (response.status === 401) session.end();
    },
  });
  return api;
}

/** Whether the server says that this device is not (or no longer) a terminal. */
export function isTerminalUnknown(thrown: unknown): boolean {
  return thrown instanceof Problem && thrown.code === 'terminal_unknown';
}

function base64url(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
