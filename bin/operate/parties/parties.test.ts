import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { loadParties } from '../../../kit/signing/index.ts';
import { fingerprintOf, type PartyCard, partyCard, showCard } from '../../../kit/signing/party-card.ts';
import { aParty, NOW, type TestParty } from '../../../test/builders/parties.ts';
import { closeServer, listen, portOf } from '../../../test/builders/signed-server.ts';
import { cardFrom, refuseMisfit } from './cards.ts';
import { exchangeWords, isConfirmed, isFingerprint } from './confirm.ts';
import { refreshParties } from './refresh.ts';

const cardOf = ({ key }: TestParty, base_url = 'https://shop.example'): PartyCard =>
  partyCard(key, { role: 'shop', base_url });
const shop = aParty('shop:haneul', 'h1');
const own = partyCard(aParty('management', 'm1').key, { role: 'management', base_url: 'https://m.example' });

let folder: string;
let server: Server | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seonmul-parties-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  if (server !== undefined) await closeServer(server);
  server = undefined;
});

/** A server that shows what it is told to, and its address. */
async function showing(shown: (address: string) => Promise<unknown>): Promise<string> {
  server = await listen(async (_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(await shown(address)));
  });
  const address = `http://127.0.0.1:${portOf(server)}`;
  return address;
}

describe('the fingerprint of a card', () => {
  test('is six groups of five digits', () => {
    expect(fingerprintOf(cardOf(shop))).toMatch(/^\d{5}( \d{5}){5}$/);
  });

  test.each<[string, Partial<PartyCard>]>([
    ['another name', { party: 'shop:other' }],
    ['another role', { role: 'settlement' }],
    ['another address', { base_url: 'https://shop.example.evil' }],
    ['another key', { keys: cardOf(aParty('shop:haneul', 'h1')).keys }],
  ])('is another one with %s', (_what, changed) => {
    const card = cardOf(shop);
    expect(fingerprintOf({ ...card, ...changed })).not.toBe(fingerprintOf(card));
  });
});

describe('an exchange', () => {
  const card = cardOf(shop);
  const last = fingerprintOf(card).split(' ').at(-1) ?? '';

  async function confirm(typed: string, language = 'en_GB.UTF-8') {
    const said: string[] = [];
    const terminal = {
      say: (line: string) => void said.push(line),
      ask: async (question: string) => {
        said.push(question);
        return typed;
      },
    };
    const say = exchangeWords({ LANG: language });
    return { isRight: await isConfirmed({ card, own, say }, terminal), said: said.join('\n') };
  }

  test('is confirmed by typing what is not shown', async () => {
    const { isRight, said } = await confirm(` ${last} `);
    expect(isRight).toBe(true);
    expect(said).not.toContain(last);
    expect(said).toContain(fingerprintOf(own));
  });

  test('is not confirmed by anything else', async () => {
    expect((await confirm('')).isRight).toBe(false);
    expect((await confirm(fingerprintOf(own).split(' ').at(-1) ?? '')).isRight).toBe(false);
  });

  test('speaks Korean where the terminal does', async () => {
    expect((await confirm(last, 'ko_KR.UTF-8')).said).toContain('전화하세요');
  });

  test('by a program needs the whole fingerprint', () => {
    expect(isFingerprint(card, fingerprintOf(card))).toBe(true);
    expect(isFingerprint(card, last)).toBe(false);
  });

  test.each<[string, Partial<PartyCard>, RegExp]>([
    ['our own', { party: 'management' }, /our own card/],
    [
      'a server that we do not work with',
      { role: 'management', party: 'management:2' },
      /works with settlement and shop servers/,
    ],
  ])('is refused with the card of %s', (_what, changed, said) => {
    expect(() => refuseMisfit('management', own, { ...card, ...changed })).toThrow(said);
  });

  test('takes a card from a file or an address, and says what is none', async () => {
    const file = join(folder, 'card.json');
    writeFileSync(file, JSON.stringify(card));
    expect(await cardFrom(file)).toEqual(card);
    expect(await cardFrom(await showing(() => showCard(shop.key, card, NOW)))).toEqual(card);
    writeFileSync(file, '{"party":"x"}');
    await expect(cardFrom(file)).rejects.toThrow(/is not the card of a server/);
    await expect(cardFrom(join(folder, 'nothing'))).rejects.toThrow(/neither a file nor an address/);
    await expect(cardFrom('http://127.0.0.1:9')).rejects.toThrow(/shows no card/);
  });
});

describe('a refresh', () => {
  const next = aParty('shop:haneul', 'h2');

  async function refreshed(shown: (address: string) => Promise<unknown>) {
    const address = await showing(shown);
    const file = join(folder, 'parties.json');
    writeFileSync(file, JSON.stringify([{ ...shop.entry, role: 'shop', base_url: address }]));
    const [outcome] = await refreshParties(file, NOW);
    return { outcome, parties: loadParties(file), text: readFileSync(file, 'utf8') };
  }

  test('takes in a key that is signed for by one that we have', async () => {
    const key = { ...shop.key, next: next.key };
    const { outcome, parties } = await refreshed((address) =>
      showCard(key, partyCard(key, { role: 'shop', base_url: address }), NOW),
    );
    expect(outcome).toEqual({ party: 'shop:haneul', changes: ['h2 was added'] });
    expect(parties[0]?.keys.map(({ keyid, valid_from }) => [keyid, valid_from])).toEqual([
      ['h1', '2026-01-01T00:00:00Z'],
      ['h2', '2026-03-01T00:00:00Z'],
    ]);
  });

  test('changes nothing for a card that only its own key has signed', async () => {
    const { outcome, parties } = await refreshed((address) => showCard(next.key, cardOf(next, address), NOW));
    expect(outcome?.problem).toMatch(/not signed just now with a key that we know/);
    expect(parties[0]?.keys.map(({ keyid }) => keyid)).toEqual(['h1']);
  });

  test('changes nothing for a card from before, which somebody in between kept', async () => {
    const before = addMs(NOW, -6 * MINUTE_MS);
    const { outcome, parties } = await refreshed((address) =>
      showCard(shop.key, cardOf(shop, `${address}/old`), before),
    );
    expect(outcome?.problem).toMatch(/not signed just now/);
    expect(parties[0]?.base_url).not.toContain('/old');
  });

  test('believes what was signed, not what is shown beside it', async () => {
    const { outcome, parties } = await refreshed(async (address) => ({
      ...(await showCard(shop.key, cardOf(shop, address), NOW)),
      card: cardOf(next, address),
    }));
    expect(outcome).toEqual({ party: 'shop:haneul', changes: [] });
    expect(parties[0]?.keys.map(({ keyid }) => keyid)).toEqual(['h1']);
  });

  test('ends a key that its owner has given up, a day later', async () => {
    const both = { ...shop.entry, role: 'shop', keys: [...shop.entry.keys, ...next.entry.keys] };
    const address = await showing((at) => showCard(next.key, cardOf(next, at), NOW));
    const file = join(folder, 'parties.json');
    writeFileSync(file, JSON.stringify([{ ...both, base_url: address }]));
    expect(await refreshParties(file, NOW)).toEqual([
      { party: 'shop:haneul', changes: ['h1 ends at 2026-03-02T00:00:00Z'] },
    ]);
    expect(await refreshParties(file, NOW)).toEqual([{ party: 'shop:haneul', changes: [] }]);
  });
});
