import { importJWK, type JWK, SignJWT } from 'jose';
import { Value } from 'typebox/value';
import { CLIENT_ASSERTION_TYPE, TokenAnswer } from '../../../../contracts/carrier-camara.ts';
import type { Clock } from '../../../../kit/clock.ts';
import { exchange } from '../../../../kit/http/exchange.ts';
import { newId } from '../../../../kit/ids.ts';

export type AccessTokenSettings = {
  tokenUrl: string;
  clientId: string;
  privateJwk: JWK & { kid: string };
  clock: Clock;
};

export type AccessTokens = {
  /** A token with this client's scopes; undefined if the operator gives none. */
  get(timeoutMs: number): Promise<string | undefined>;
  /** The operator did not accept this one. */
  forget(token: string): void;
};

const ANSWER_BYTES_MAX = 64 * 1024;
const ASSERTION_S = 60;
const SPARE_S = 30;
const SCOPES = 'kyc-fill-in:name number-recycling:check sim-swap:check';

/**
 * An operator's access tokens, by client credentials with `private_key_jwt` (RFC 7523). Each process gets its own token and
 * keeps it until shortly before it expires.
 */
export function accessTokens(settings: AccessTokenSettings): AccessTokens {
  let kept: { value: string; until: number } | undefined;

  return {
    async get(timeoutMs) {
      const nowMs = settings.clock().getTime();
      if (kept !== undefined && kept.until > nowMs) return kept.value;
      const form = new URLSearchParams({
        grant_type: 'client_credentials',
        scope: SCOPES,
        client_assertion_type: CLIENT_ASSERTION_TYPE,
        client_assertion: await assertion(settings, Math.floor(nowMs / 1000)),
      });
      const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
      const body = Buffer.from(form.toString());
      const sent = { method: 'POST', url: settings.tokenUrl, headers, body };
      const answer = await exchange(sent, timeoutMs, ANSWER_BYTES_MAX);
      const json: unknown = answer?.status === 200 ? JSON.parse(answer.body.toString('utf8')) : undefined;
      if (!Value.Check(TokenAnswer, json)) return undefined;
      kept = { value: json.access_token, until: nowMs + Math.max(0, json.expires_in - SPARE_S) * 1000 };
      return json.access_token;
    },
    forget(token) {
      if (kept?.value === token) kept = undefined;
    },
  };
}

async function assertion({ clientId, tokenUrl, privateJwk }: AccessTokenSettings, nowS: number) {
  return new SignJWT({})
    .setProtectedHeader({ alg: 'ES256', kid: privateJwk.kid })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(tokenUrl)
    .setJti(newId())
    .setIssuedAt(nowS)
    .setExpirationTime(nowS + ASSERTION_S)
    .sign(await importJWK(privateJwk, 'ES256'));
}
