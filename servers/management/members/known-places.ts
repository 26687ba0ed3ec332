import { sql } from '../../../kit/db/sql.ts';
import { keyedDigest, keyedDigests } from '../../../kit/keyed-digest.ts';
import { newToken } from '../../../kit/tokens.ts';
import type { ManagementContext } from '../context.ts';

/** Where somebody logs in from: an address, the device's cookie if it has one, and what the browser calls itself. */
export type Place = { address: string; device?: string | undefined; browser?: string | null };

/** Looked up for whoever is no member, so that they take as long. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

const TOKEN = 'device';

/** A new value for the cookie by which a device is known again. It opens nothing. */
export function newDevice(context: ManagementContext): string {
  return newToken(TOKEN, context.random);
}

/**
 * The digest of the device, or else the address, from which the member has logged in before. Guesses from there have a
 * budget of their own, so that strangers' guesses never stop the member at home.
 */
export async function knownPlace(
  context: ManagementContext,
  memberId: string,
  place: Place,
): Promise<string | undefined> {
  const ring = context.secrets.keyRing('token_pepper');
  const digests = marksOf(memberId, place).flatMap(([label, value]) => keyedDigests(ring, label, value));
  const found = await sql<{ place_digest: Buffer }>`
    select place_digest from known_places
    where member_id = ${memberId} and place_digest = any (${digests}::bytea[])`.execute(context.db);
  const known = new Set(found.rows.map(({ place_digest }) => place_digest.toString('base64url')));
  return digests.map((digest) => digest.toString('base64url')).find((digest) => known.has(digest));
}

/** An address without its end, by which a member recognises their own, and nobody else can follow them. */
export function addressArea(address: string): string {
  const [first, second] = address.split(/[.:]/);
  return address.includes(':') ? `${first}:${second}:…` : `${first}.${second}.*.*`;
}

/** Remembers from where a member has logged in. */
export async function rememberPlace(
  context: ManagementContext,
  memberId: string,
  place: Place,
): Promise<void> {
  const now = context.clock();
  const ring = context.secrets.keyRing('token_pepper');
  const digests = marksOf(memberId, place).map(([label, value]) => keyedDigest(ring, label, value).digest);
  await sql`
    insert into known_places (member_id, place_digest, last_used_at)
    select ${memberId}::uuid, digest, ${now}::timestamptz
    from unnest(${digests}::bytea[]) as places (digest)
    on conflict (member_id, place_digest) do update set last_used_at = excluded.last_used_at`.execute(
    context.db,
  );
}

/** The device first, since an address may be shared with strangers. */
function marksOf(memberId: string, { address, device }: Place): (readonly [label: string, value: string])[] {
  const byAddress = [`place:${memberId}:address`, address] as const;
  return device === undefined ? [byAddress] : [[`place:${memberId}:device`, device], byAddress];
}
