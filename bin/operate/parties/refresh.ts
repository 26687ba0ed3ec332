import { putParty } from '../../../kit/signing/edit-parties.ts';
import { loadParties, type Party } from '../../../kit/signing/index.ts';
import { verifiedCard } from '../../../kit/signing/party-card.ts';
import { shownAt } from './cards.ts';

/** What became of one party: what has changed, or why it could not be asked. */
export type Refreshed = { party: string; changes: readonly string[]; problem?: string };

/**
 * Asks every permitted server for its card, and takes up new keys that it has signed with one that we know: nobody has to
 * read anything out.
 */
export async function refreshParties(file: string, now: Date): Promise<Refreshed[]> {
  const refreshed: Refreshed[] = [];
  for (const party of loadParties(file)) refreshed.push(await refreshParty(file, party, now));
  return refreshed;
}

async function refreshParty(file: string, known: Party, now: Date): Promise<Refreshed> {
  const { party, role } = known;
  const shown = await shownAt(known.base_url);
  if (shown === undefined) return { party, changes: [], problem: `${known.base_url} shows no card` };
  const card = await verifiedCard(known, shown, now);
  if (card === undefined)
    return {
      party,
      changes: [],
      problem: 'its card is not signed just now with a key that we know: parties exchange',
    };
  if (card.role !== role) return { party, changes: [], problem: `it says that it is a ${card.role} now` };
  return { party, changes: putParty(file, card, now) };
}
