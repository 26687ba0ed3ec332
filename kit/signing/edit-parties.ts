import { addMs, DAY_MS } from '../clock.ts';
import { writeKeyFile } from '../key-file.ts';
import { loadParties, type Party } from './keys.ts';
import type { PartyCard } from './party-card.ts';

/** A key that its owner no longer shows is accepted so long: what was signed before has arrived by then. */
const OLD_KEY_MS = DAY_MS;

/** Puts a party into the list, or brings it up to date: its address, its new keys, and the end of those it gave up. Returns what has changed, a line each. */
export function putParty(path: string, card: PartyCard, now: Date): string[] {
  const parties = loadParties(path);
  const known = parties.find(({ party }) => party === card.party);
  const { entry, changes } = known === undefined ? newEntry(card, now) : updated(known, card, now);
  if (changes.length > 0) {
    const others = parties.filter(({ party }) => party !== card.party);
    writeKeyFile(path, [...others, entry]);
  }
  return changes;
}

type Change = { entry: Party; changes: string[] };

function newEntry({ party, role, base_url, keys }: PartyCard, now: Date): Change {
  return {
    entry: { party, role, base_url, keys: keys.map((key) => ({ ...key, valid_from: timestamp(now) })) },
    changes: [`${party} was added, with ${keys.map(({ keyid }) => keyid).join(' and ')}`],
  };
}

function updated(known: Party, { role, base_url, keys }: PartyCard, now: Date): Change {
  const shown = new Set(keys.map(({ keyid }) => keyid));
  const added = keys.filter(({ keyid }) => known.keys.every((key) => key.keyid !== keyid));
  const ending = known.keys.filter(
    ({ keyid, valid_until }) => !shown.has(keyid) && valid_until === undefined,
  );
  const end = timestamp(addMs(now, OLD_KEY_MS));
  return {
    entry: {
      ...{ party: known.party, role, base_url },
      keys: [
        ...known.keys.map((key) => (ending.includes(key) ? { ...key, valid_until: end } : key)),
        ...added.map((key) => ({ ...key, valid_from: timestamp(now) })),
      ],
    },
    changes: [
      ...(known.role === role ? [] : [`${known.party} is a ${role}, no longer a ${known.role}`]),
      ...(known.base_url === base_url
        ? []
        : [`${known.party} is at ${base_url}, no longer at ${known.base_url}`]),
      ...added.map(({ keyid }) => `${keyid} was added`),
      ...ending.map(({ keyid }) => `${keyid} ends at ${end}`),
    ],
  };
}

function timestamp(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}
