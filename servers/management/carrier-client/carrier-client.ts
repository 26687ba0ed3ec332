import { importJWK, type JWK, SignJWT } from 'jose';
import { Value } from 'typebox/value';
import {
  CAMARA_PATHS,
  CLIENT_ASSERTION_TYPE,
  FillInAnswer,
  RecyclingAnswer,
  TokenAnswer,
} from '../../../contracts/carrier-camara.ts';
import type { Clock } from '../../../kit/clock.ts';
import { exchange } from '../../../kit/http/exchange.ts';
import { newId } from '../../../kit/ids.ts';
import { currentTraceId, currentTraceparent } from '../../../kit/trace.ts';
import { parseName } from '../../../kit/typed/name.ts';

export type CarrierSettings = {
  /** Base URL of the operator's APIs, and its token endpoint. */
  apiUrl: string;
  tokenUrl: string;
  clientId: string;
  privateJwk: JWK & { kid: string };
  clock: Clock;
};

export type NameLookUp =
  | { kind: 'found'; name: string }
  | { kind: 'not_found' }
  | { kind: 'unknown'; reason: string };

const TIMEOUT_MS = 8_000;
const ANSWER_BYTES_MAX = 64 * 1024;
const ASSERTION_S = 60;
const SCOPES = 'kyc-fill-in:name number-recycling:check';

type Answered = { status: number; json: unknown };

/** A client for any mobile operator that implements the CAMARA APIs. It logs neither numbers nor names. */
export class CarrierClient {
  readonly #settings: CarrierSettings;
  // Each process gets its own token and keeps it until shortly before it expires.
  #token: { value: string; until: number } | undefined;

  constructor(settings: CarrierSettings) {
    this.#settings = settings;
  }

  /** The name behind a number (kyc-fill-in with scope name). Anything but a clear answer is `unknown`. */
  async lookUpName(phone: string): Promise<NameLookUp> {
    const answer = await this.#post(CAMARA_PATHS.fillIn, { phoneNumber: phone });
    if (answer === undefined) return { kind: 'unknown', reason: 'no_answer' };
    if (answer.status === 404) return { kind: 'not_found' };
    const { json } = answer;
    if (answer.status !== 200 || !Value.Check(FillInAnswer, json))
      return { kind: 'unknown', reason: `status_${answer.status}` };
    const name = parseName(json.name ?? '');
    return name.ok ? { kind: 'found', name: name.value } : { kind: 'not_found' };
  }

  /** Whether the number changed hands since a date (number-recycling); undefined if that is not known. */
  async wasRecycledSince(phone: string, date: string): Promise<boolean | undefined> {
    const answer = await this.#post(CAMARA_PATHS.recycling, { phoneNumber: phone, specifiedDate: date });
    const json = answer?.json;
    return answer?.status === 200 && Value.Check(RecyclingAnswer, json)
      ? json.phoneNumberRecycled
      : undefined;
  }

  async #post(path: string, body: unknown): Promise<Answered | undefined> {
    try {
      const token = await this.accessToken();
      if (token === undefined) return undefined;
      return await this.#send(token, `${this.#settings.apiUrl}${path}`, Buffer.from(JSON.stringify(body)));
    } catch {
      return undefined;
    }
  }

  async #send(token: string, url: string, body: Buffer): Promise<Answered | undefined> {
    const headers = {
      authorization: `Bearer ${token}`,
      accept: 'application/json',
      'content-type': 'application/json',
      'x-correlator': currentTraceId(),
      traceparent: currentTraceparent(),
    };
    const answer = await exchange({ method: 'POST', url, headers, body }, TIMEOUT_MS, ANSWER_BYTES_MAX);
    if (answer?.status === 401) this.#token = undefined;
    return answer && { status: answer.status, json: JSON.parse(answer.body.toString('utf8')) };
  }

  /** An access token with this client's scopes; undefined if the operator gives none. */
  async accessToken(): Promise<string | undefined> {
    const { clock, tokenUrl, clientId, privateJwk } = this.#settings;
    const nowMs = clock().getTime();
    if (this.#token !== undefined && this.#token.until > nowMs) return this.#token.value;
    const nowS = Math.floor(nowMs / 1000);
    const assertion = await new SignJWT({})
      .setProtectedHeader({ alg: 'ES256', kid: privateJwk.kid })
      .setIssuer(clientId)
      .setSubject(clientId)
      .setAudience(tokenUrl)
      .setJti(newId())
      .setIssuedAt(nowS)
      .setExpirationTime(nowS + ASSERTION_S)
      .sign(await importJWK(privateJwk, 'ES256'));
    const form = {
      grant_type: 'client_credentials',
      scope: SCOPES,
      client_assertion_type: CLIENT_ASSERTION_TYPE,
      client_assertion: assertion,
    };
    const response = await fetch(tokenUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const json: unknown = await response.json();
    if (response.status !== 200 || !Value.Check(TokenAnswer, json)) return undefined;
    this.#token = { value: json.access_token, until: nowMs + Math.max(0, json.expires_in - 30) * 1000 };
    return json.access_token;
  }
}
