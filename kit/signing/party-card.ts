import { createHash } from 'node:crypto';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { MINUTE_MS } from '../clock.ts';
import { ConfigError } from '../config.ts';
import { canonicalJson } from '../journal/canonical-json.ts';
import { type Party, PublicJwk, type SigningKey } from './keys.ts';
import { readStatement, signStatement } from './statement.ts';

/** What a server's owner gives to another's: who they are, where, and the public keys that they sign with. */
export const PartyCard = Type.Object({
  party: Type.String({ minLength: 1, maxLength: 64 }),
  role: Type.String({ minLength: 1, maxLength: 32 }),
  base_url: Type.String({ pattern: '^https?://' }),
  keys: Type.Array(
    Type.Object({ keyid: Type.String({ minLength: 1, maxLength: 128 }), public_jwk: PublicJwk }),
    { minItems: 1, maxItems: 8 },
  ),
});
export type PartyCard = Static<typeof PartyCard>;

/** Where every server that signs shows its card. */
export const PARTY_CARD_PATH = '/v1/party';
const TYP = 'seonmul-party-card';

/** The card as it is shown: `signed` is the same under the key that is signed with, for whoever knows that key. */
export const ShownCard = Type.Object({ card: PartyCard, signed: Type.String() });
export type ShownCard = Static<typeof ShownCard>;

export function partyCard(
  key: SigningKey,
  { role, base_url }: { role: string; base_url: string },
): PartyCard {
  const keys = [key, ...(key.next === undefined ? [] : [key.next])];
  return {
    ...{ party: key.party, role, base_url },
    keys: keys.map(({ keyid, publicJwk }) => ({ keyid, public_jwk: publicJwk })),
  };
}

export async function showCard(key: SigningKey, card: PartyCard, now: Date): Promise<ShownCard> {
  return { card, signed: await signStatement(key, TYP, { card, at: now.toISOString() }) };
}

const Statement = Type.Object({ card: PartyCard, at: Type.String() });
/** Somebody in between could show an old card, which has an old address or lacks a new key. */
const SHOWN_MS_MAX = 5 * MINUTE_MS;

/** The card of a party that we know, if one of its keys that we have has signed it just now. */
export async function verifiedCard(
  party: Party,
  { signed }: ShownCard,
  now: Date,
): Promise<PartyCard | undefined> {
  const read = await readStatement([party], TYP, signed, now);
  if (read === undefined || !Value.Check(Statement, read.statement)) return undefined;
  const { card, at } = read.statement;
  const isFresh = Math.abs(Date.parse(at) - now.getTime()) <= SHOWN_MS_MAX;
  return isFresh && card.party === party.party ? card : undefined;
}

/** A card in a file, alone or as a server shows it. Throws a `ConfigError` that says where it is from. */
export function readCard(where: string, json: unknown): PartyCard {
  const card = Value.Check(ShownCard, json) ? json.card : json;
  if (!Value.Check(PartyCard, card)) throw new ConfigError(`${where} is not the card of a server.`);
  return card;
}

const GROUPS = 6;
const GROUP_BYTES = 8;

/**
 * A hundred bits of a digest over all that the card says, as six groups of five digits that two people can read out to each
 * other: whoever changes the card on its way would need another one with the same.
 */
export function fingerprintOf(card: PartyCard): string {
  const { party, role, base_url, keys } = card;
  const said = { party, role, base_url, keys: keys.map(({ keyid, public_jwk }) => [keyid, public_jwk.x]) };
  const digest = createHash('sha512').update(canonicalJson(said)).digest();
  return Array.from({ length: GROUPS }, (_, group) =>
    String(digest.readBigUInt64BE(group * GROUP_BYTES) % 100_000n).padStart(5, '0'),
  ).join(' ');
}
