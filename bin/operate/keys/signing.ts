import type { Clock } from '../../../kit/clock.ts';
import { newSigningKey } from '../../../kit/new-keys.ts';
import { addNextSigningKey, promoteNextSigningKey } from '../../../kit/signing/edit-signing-key.ts';
import { loadSigningKey, type Party, type SigningKey } from '../../../kit/signing/index.ts';
import { whyNotHeard } from '../check/peers.ts';
import { type KeyState, RESTART, type Step } from './rotation.ts';

type Others = { parties: readonly Party[]; clock: Clock };

/** The next step of the signing key's rotation: a new key that the others take in, then its use once all have it. */
export async function rotateSigningKey(
  file: string,
  { parties, clock, dropOld }: Others & { dropOld: boolean },
): Promise<Step> {
  const key = loadSigningKey(file);
  if (key.next === undefined) {
    const next = await newSigningKey(key.party);
    addNextSigningKey(file, next);
    return {
      done: true,
      says: `${next.kid} was added. ${RESTART}: they show it. The other owners run npx seonmul parties refresh, which needs nobody to read anything out. Then run this again: it signs with ${next.kid} once all know it.`,
    };
  }
  const unknowing = await notKnowing(key.next, { parties, clock });
  if (unknowing.length > 0 && !dropOld) {
    const lines = unknowing.map(({ party, why }) => `${party} ${why}`);
    return { done: false, says: `Not everybody knows ${key.next.keyid} yet:\n  ${lines.join('\n  ')}` };
  }
  promoteNextSigningKey(file);
  return {
    done: true,
    says: `${key.next.keyid} is signed with. ${RESTART}. When all have been, the other owners’ next npx seonmul parties refresh ends ${key.keyid} a day later.`,
  };
}

export async function signingKeyStands(file: string, others: Others): Promise<KeyState> {
  const key = loadSigningKey(file);
  const name = 'signing';
  if (key.next === undefined) return { name, says: `${key.keyid} is signed with` };
  const unknowing = (await notKnowing(key.next, others)).map(({ party }) => party);
  const who =
    unknowing.length === 0
      ? 'everybody knows it, so keys rotate signs with it'
      : `not known yet to ${unknowing.join(', ')}`;
  return { name, says: `${key.keyid} is signed with, ${key.next.keyid} was added: ${who}` };
}

async function notKnowing(
  key: SigningKey,
  { parties, clock }: Others,
): Promise<{ party: string; why: string }[]> {
  const asked = await Promise.all(
    parties.map(async (party) => ({ party: party.party, why: await whyNotHeard(key, party, clock) })),
  );
  return asked.flatMap(({ party, why }) => (why === undefined ? [] : [{ party, why }]));
}
