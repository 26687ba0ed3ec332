import { Value } from 'typebox/value';
import { SealingKeys, SHOP_PATHS } from '../../../contracts/shop-certificates.ts';
import { signedFetch } from '../../../kit/signing/index.ts';
import { currentTraceparent } from '../../../kit/trace.ts';
import type { ManagementContext } from '../context.ts';

/** The public key that PINs for a shop server are sealed with; undefined when the shop does not give it. */
export async function fetchSealingKey(context: ManagementContext, partyName: string) {
  const party = context.parties.find((candidate) => candidate.party === partyName);
  if (party === undefined) return undefined;
  const answer = await signedFetch({
    key: context.signingKey,
    party,
    method: 'GET',
    path: SHOP_PATHS.sealingKeys,
    clock: context.clock,
    timeout_ms: 10_000,
    traceparent: currentTraceparent(),
  });
  if (answer.kind === 'unknown' || answer.status !== 200) return undefined;
  const keys: unknown = answer.json;
  return Value.Check(SealingKeys, keys) ? keys.keys[0] : undefined;
}
