import type { Party } from '../../../kit/signing/index.ts';

/** Who is permitted, where, and since when and until when each of their keys is. */
export function describeParties(parties: readonly Party[], now: Date): string[] {
  if (parties.length === 0) return ['Nobody is permitted: npx seonmul parties exchange'];
  return parties.flatMap(({ party, role, base_url, keys }) => [
    `${party} (${role}) at ${base_url}`,
    ...keys.map(({ keyid, valid_from, valid_until }) => {
      const end = valid_until === undefined ? '' : ` until ${valid_until}`;
      return `  ${keyid} from ${valid_from}${end}${isOver(valid_until, now) ? ', over' : ''}`;
    }),
  ]);
}

function isOver(until: string | undefined, now: Date): boolean {
  return until !== undefined && new Date(until) <= now;
}
