import { existsSync } from 'node:fs';
import { Value } from 'typebox/value';
import { SECOND_MS } from '../../../kit/clock.ts';
import { ConfigError, readSettingJson } from '../../../kit/config.ts';
import { exchange } from '../../../kit/http/exchange.ts';
import { PARTY_CARD_PATH, type PartyCard, readCard, ShownCard } from '../../../kit/signing/party-card.ts';
import { PERMITTED, type ServerRole } from '../../stack/roles.ts';

const PATIENCE_MS = 10 * SECOND_MS;
const BYTES_MAX = 64 * 1024;

/** What another server shows of itself at its address, or undefined if it shows nothing. */
export async function shownAt(address: string): Promise<ShownCard | undefined> {
  const url = `${address.replace(/\/$/, '')}${PARTY_CARD_PATH}`;
  const sent = { method: 'GET', url, headers: { accept: 'application/json' }, body: undefined };
  const answer = await exchange(sent, PATIENCE_MS, BYTES_MAX).catch(() => undefined);
  return answer?.status === 200 ? shownIn(answer.body) : undefined;
}

/** The card in an answer, or undefined if that is something else. */
export function shownIn(body: Buffer): ShownCard | undefined {
  try {
    const json: unknown = JSON.parse(body.toString('utf8'));
    return Value.Check(ShownCard, json) ? json : undefined;
  } catch {
    return undefined;
  }
}

/** The card of another owner's server: at its address, or in a file that they sent. Nobody vouches for it yet. */
export async function cardFrom(where: string): Promise<PartyCard> {
  if (!/^https?:\/\//.test(where)) {
    if (!existsSync(where))
      throw new ConfigError(`${where} is neither a file nor an address such as https://shop.example.`);
    return readCard(where, readSettingJson('the card in', where));
  }
  const shown = await shownAt(where);
  if (shown === undefined)
    throw new ConfigError(
      `${where} shows no card: is it the public address of a management, settlement or shop server?`,
    );
  return shown.card;
}

/** Refuses a card that has no place in a server's list, before anybody is called about it. */
export function refuseMisfit(role: ServerRole, own: PartyCard, card: PartyCard): void {
  const permitted = PERMITTED[role];
  if (card.party === own.party) throw new ConfigError(`That is our own card (${own.party}).`);
  if (!permitted.some((other) => other === card.role))
    throw new ConfigError(
      permitted.length === 0
        ? `A ${role} server has no list of parties: its clients are in CLIENTS_FILE.`
        : `A ${role} server works with ${permitted.join(' and ')} servers; this one is ${card.role}.`,
    );
}
