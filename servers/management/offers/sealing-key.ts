import { fetchSealingKey } from '../../../kit/sealing-keys.ts';
import type { ManagementContext } from '../context.ts';

/** The public key to seal a value with for a party; undefined if the party is unknown or does not give one. */
export async function sealingKeyOf(context: ManagementContext, partyName: string) {
  const party = context.parties.find((candidate) => candidate.party === partyName);
  return party === undefined ? undefined : fetchSealingKey(context, party);
}
