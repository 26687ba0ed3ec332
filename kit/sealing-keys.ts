import type { JWK } from 'jose';
import Type from 'typebox';
import { Value } from 'typebox/value';
import { addMs, MINUTE_MS, SECOND_MS } from './clock.ts';
import { text } from './config.ts';
import { publicHalf, readEcKeys } from './ec-keys.ts';
import { sendResult } from './http/answer.ts';
import type { App } from './http/app.ts';
import { closed } from './http/shapes.ts';
import { done } from './result.ts';
import { type Party, type SigningKey, signedFetch } from './signing/index.ts';
import { currentTraceparent } from './trace.ts';

/** At each server that is sent sealed values; the answer has its public keys (JWK with kid), newest first. */
const SEALING_KEYS_PATH = '/v1/peer/sealing-keys';
const SealingKeys = closed({
  keys: Type.Array(Type.Record(Type.String(), Type.Unknown()), { minItems: 1 }),
});

/** A server's private keys for values sealed for it, by kid, newest first. */
export type SealingKeyRing = ReadonlyMap<string, JWK>;

export const SEALING_KEYS_SETTING = text(
  'SEALING_KEYS_FILE',
  'JSON list of private keys (JWK with kid, newest first) that open values sealed for this server',
);

export function readSealingKeys(file: string): SealingKeyRing {
  return new Map(readEcKeys('SEALING_KEYS_FILE', file).map((key) => [key.kid, key]));
}

/** Gives other servers the public halves of a server's sealing keys. */
export function sealingKeyRoutes(app: App, keyRing: SealingKeyRing, callers: string[]): void {
  app.get(
    SEALING_KEYS_PATH,
    {
      config: { callers },
      schema: {
        tags: ['sealed values'],
        summary: 'List the public keys to seal values with for this server, newest first',
        security: [{ signature: [] }],
        response: { 200: SealingKeys },
      },
    },
    async (request, reply) => {
      const keys = [...keyRing.values()].map(publicHalf);
      return sendResult(request, reply, done({ keys }));
    },
  );
}

/** Whoever changes keys opens what was sealed for the earlier one at least as long. */
const KEPT_MS = MINUTE_MS;
const kept = new WeakMap<Party, { key: JWK; until: Date }>();

/**
 * The newest public key to seal a value with for another server; undefined if it does not give one. One that was given is
 * used for a minute, since asking takes as long as what it is asked for.
 */
export async function fetchSealingKey(
  { signingKey, clock }: { signingKey: SigningKey; clock: () => Date },
  party: Party,
): Promise<JWK | undefined> {
  const now = clock();
  const known = kept.get(party);
  // A clock that was put back makes nothing last longer.
  if (known !== undefined && known.until > now && known.until <= addMs(now, KEPT_MS)) return known.key;
  const answer = await signedFetch({
    key: signingKey,
    party,
    method: 'GET',
    path: SEALING_KEYS_PATH,
    clock,
    timeout_ms: 10 * SECOND_MS,
    traceparent: currentTraceparent(),
  });
  if (answer.kind === 'unknown' || answer.status !== 200) return undefined;
  if (!Value.Check(SealingKeys, answer.json)) return undefined;
  const [key] = answer.json.keys;
  if (key !== undefined) kept.set(party, { key, until: addMs(now, KEPT_MS) });
  return key;
}
