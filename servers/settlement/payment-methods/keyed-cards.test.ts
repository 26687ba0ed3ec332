import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readSettings } from '../../../kit/config.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { App } from '../../../kit/http/app.ts';
import { type CardPart, sealCard } from '../../../kit/sealed-card.ts';
import { onlyAcquirer } from '../../../test/builders/acquirer.ts';
import { aSignedDoor, type Door } from '../../../test/builders/door.ts';
import { aSettlement, PAYER } from '../../../test/builders/settlement.ts';
import { everythingIn } from '../../../test/system/everything-stored.ts';
import type { Acquirer, Card } from '../acquirers/port.ts';
import { createSettlementApp } from '../app.ts';
import { SETTINGS } from '../config.ts';
import { createSettlementContext } from '../context.ts';

const PATH = '/v1/peer/keyed-cards';
const NUMBER = '4242424242424242';

let settlement: Awaited<ReturnType<typeof aSettlement>>;
let app: App;
let send: Door;
let real: Acquirer;
let logged = '';

beforeAll(async () => {
  settlement = await aSettlement();
  const { context, base } = settlement;
  real = context.acquirers.named('test');
  const into = new Writable({
    write(line, _encoding, written) {
      logged += String(line);
      written();
    },
  });
  context.log = pino({ level: 'trace' }, into);
  app = await createSettlementApp(context);
  send = aSignedDoor(app, base.managementKey, context);
});
beforeEach(() => {
  settlement.context.acquirers = onlyAcquirer(real);
});
afterAll(async () => {
  await app?.close();
  await settlement?.base.drop();
});

/** Replaces what the acquirer says of itself and does, and lists the cards that it is asked about. */
function withAcquirer(overrides: Partial<Acquirer> = {}): Card[] {
  const asked: Card[] = [];
  const acquirer = { ...real, ...overrides };
  settlement.context.acquirers = onlyAcquirer({
    ...acquirer,
    async tokenise(card) {
      asked.push(card);
      return (await acquirer.tokenise?.(card)) ?? { kind: 'unknown' };
    },
  });
  return asked;
}

type Keyed = { number?: string; expiry?: string; security_code?: string };

/** An entry of a payer of its own, as the phone line sends it. */
async function anEntry({ number = NUMBER, expiry = '1290', security_code = '123' }: Keyed = {}) {
  const card_entry_id = randomUUID();
  const sealed = (part: CardPart, digits: string) =>
    sealCard(settlement.sealing, { card_entry_id, part, digits });
  return {
    card_entry_id,
    payer_reference: randomUUID(),
    sealed_number: await sealed('number', number),
    sealed_expiry: await sealed('expiry', expiry),
    sealed_security_code: await sealed('security_code', security_code),
  };
}

describe('whether keyed cards are taken', () => {
  test('is said before any digit is asked for, with the parts that the acquirer needs', async () => {
    expect(await send('GET', PATH)).toMatchObject({
      status: 200,
      body: { taken: true, parts: ['number', 'expiry', 'security_code'] },
    });
    withAcquirer({ keyed_cards: ['number', 'expiry'] });
    expect((await send('GET', PATH)).body).toEqual({ taken: true, parts: ['number', 'expiry'] });
    withAcquirer({ keyed_cards: false });
    expect((await send('GET', PATH)).body).toEqual({ taken: false, parts: [] });
  });
});

describe('a keyed card', () => {
  test('becomes its payer’s payment method, which can be charged', async () => {
    const entry = { ...(await anEntry()), payer_reference: PAYER };
    const added = await send('POST', PATH, entry);
    expect(added).toMatchObject({
      status: 201,
      body: { payer_reference: PAYER, brand: 'visa', last4: '4242', expiry_month: 12, expiry_year: 2090 },
    });
    const { payment_method_id } = added.body;
    const read = await send('GET', `/v1/peer/payment-methods/${payment_method_id}`);
    expect(read.body).toEqual(added.body);
    const charged = await send('POST', '/v1/peer/payments', {
      ...{ order_id: randomUUID(), payer_reference: PAYER, payment_method_id },
      ...{ payee: 'shop:haneul', amount_minor: 10_000, currency: 'KRW' },
    });
    expect(charged).toMatchObject({ status: 201, body: { status: 'authorised' } });
  });

  test('is one payment method, however often its entry is sent', async () => {
    const asked = withAcquirer();
    const entry = await anEntry();
    const together = await Promise.all([1, 2, 3].map(() => send('POST', PATH, entry)));
    const ids = new Set(together.map(({ body }) => body.payment_method_id));
    expect(together.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(ids.size).toBe(1);
    const kept = await sql`
      select 1 from payment_method_setups join signed_messages on evidence_id = message_id
      where setup_id = ${entry.card_entry_id} and body = ''`.execute(settlement.base.db);
    expect(kept.rows).toHaveLength(1);
    const before = asked.length;
    const key = randomUUID();
    const again = await send('POST', PATH, entry, key);
    const sameKey = await send('POST', PATH, entry, key);
    expect([again.body, sameKey.body]).toEqual([together[0]?.body, together[0]?.body]);
    expect(asked).toHaveLength(before);
  });

  test('whose first attempt had no outcome is added by the next one with the same key', async () => {
    const entry = await anEntry();
    const key = randomUUID();
    withAcquirer({ tokenise: async () => ({ kind: 'unknown' }) });
    const first = await send('POST', PATH, entry, key);
    expect(first).toMatchObject({ status: 503, body: { code: 'service_unavailable' } });
    settlement.context.acquirers = onlyAcquirer(real);
    expect(await send('POST', PATH, entry, key)).toMatchObject({ status: 201 });
  });

  test('reaches the acquirer without the part that it does not need', async () => {
    const token = { token: 'card_1', brand: 'visa', last4: '4242' };
    const asked = withAcquirer({
      keyed_cards: ['number', 'expiry'],
      tokenise: async () => ({ kind: 'done', card: token }),
    });
    const { sealed_security_code, ...without } = await anEntry();
    expect(sealed_security_code).not.toBe('');
    expect(await send('POST', PATH, without)).toMatchObject({ status: 201 });
    expect(await send('POST', PATH, await anEntry())).toMatchObject({ status: 201 });
    const card = { card_number: NUMBER, expiry_month: 12, expiry_year: 2090 };
    expect(asked).toEqual([card, card]);
  });

  test('is nobody else’s, and its entry’s id no other’s', async () => {
    const entry = await anEntry();
    await send('POST', PATH, entry);
    const other = await send('POST', PATH, { ...entry, payer_reference: randomUUID() });
    expect(other).toMatchObject({ status: 404, body: { code: 'payment_method_not_found' } });
    const session = await send('POST', '/v1/peer/payment-method-setups', { payer_reference: PAYER });
    expect(await everythingIn(settlement.base.ownerUrl)).not.toContain(session.body.card_entry_url);
    const card_entry_id = String(session.body.setup_id);
    const sealed_number = await sealCard(settlement.sealing, {
      card_entry_id,
      part: 'number',
      digits: NUMBER,
    });
    const sealed_expiry = await sealCard(settlement.sealing, {
      card_entry_id,
      part: 'expiry',
      digits: '1290',
    });
    const code = { card_entry_id, part: 'security_code', digits: '123' } as const;
    const sealed_security_code = await sealCard(settlement.sealing, code);
    const taken = {
      card_entry_id,
      payer_reference: PAYER,
      sealed_number,
      sealed_expiry,
      sealed_security_code,
    };
    expect((await send('POST', PATH, taken)).body.code).toBe('payment_method_not_found');
  });

  test.each<[string, Keyed, Record<string, unknown>]>([
    ['that is no card number', { number: '4242424242424243' }, { decline_reason: 'incorrect_number' }],
    ['that has expired', { expiry: '0226' }, { code: 'payment_method_expired' }],
    ['with a number that is too short', { number: '42424242' }, { code: 'sealed_card_unreadable' }],
    ['with a thirteenth month', { expiry: '1390' }, { code: 'sealed_card_unreadable' }],
    ['with letters for a security code', { security_code: 'abc' }, { code: 'sealed_card_unreadable' }],
  ])('%s is refused without asking the acquirer', async (_what, keyed, problem) => {
    const asked = withAcquirer();
    const refused = await send('POST', PATH, await anEntry(keyed));
    expect(refused.body).toMatchObject(problem);
    expect(asked).toEqual([]);
  });

  test('that the acquirer refuses is declined, and its entry can be tried with another card', async () => {
    withAcquirer({ tokenise: async () => ({ kind: 'refused' }) });
    const entry = await anEntry();
    expect(await send('POST', PATH, entry)).toMatchObject({
      status: 402,
      body: { code: 'payment_declined' },
    });
    settlement.context.acquirers = onlyAcquirer(real);
    expect(await send('POST', PATH, entry)).toMatchObject({ status: 201 });
  });

  test.each([
    ['another entry’s part', async () => ({ sealed_number: (await anEntry()).sealed_number })],
    ['a part in another’s place', async (entry: object) => ({ ...entry, ...swapped(entry) })],
    ['a part missing', async () => ({ sealed_security_code: undefined })],
  ])('with %s is unreadable', async (_what, changeOf) => {
    const entry = await anEntry();
    const refused = await send('POST', PATH, { ...entry, ...(await changeOf(entry)) });
    expect(refused).toMatchObject({ status: 422, body: { code: 'sealed_card_unreadable' } });
  });

  test('is not taken where the acquirer takes none', async () => {
    withAcquirer({ keyed_cards: false });
    const refused = await send('POST', PATH, await anEntry());
    expect(refused).toMatchObject({ status: 422, body: { code: 'keyed_cards_not_taken' } });
  });

  test.each([
    ['yes', ['number', 'expiry', 'security_code']],
    ['no', false],
  ])('is what the operator allows with KEYED_CARDS=%s', (KEYED_CARDS, taken) => {
    const file = join(mkdtempSync(join(tmpdir(), 'keys-')), 'sealing.json');
    writeFileSync(file, JSON.stringify([...settlement.context.sealingKeys.values()]));
    const list = join(dirname(file), 'acquirers.json');
    writeFileSync(list, JSON.stringify([{ kind: 'test', name: 'test', url: settlement.acquirer.url }]));
    const banks = join(dirname(file), 'banks.json');
    writeFileSync(banks, JSON.stringify([{ kind: 'test', name: 'test', url: settlement.acquirer.url }]));
    const { keyedCards, sealingKeysFile, acquirersFile, banksFile } = SETTINGS;
    const settings = readSettings(
      { keyedCards, sealingKeysFile, acquirersFile, banksFile },
      { KEYED_CARDS, SEALING_KEYS_FILE: file, ACQUIRERS_FILE: list, BANKS_FILE: banks },
    );
    const { acquirers } = createSettlementContext({
      ...settlement.context,
      settings: { ...settlement.context.settings, ...settings },
    });
    expect(acquirers.keyed()?.keyed_cards ?? false).toEqual(taken);
  });

  test('is one of five tries an hour of its payer; an entry that was added is no further try', async () => {
    const asked = withAcquirer();
    const payer_reference = randomUUID();
    const attempt = async (keyed?: Keyed) =>
      send('POST', PATH, { ...(await anEntry(keyed)), payer_reference });
    const first = { ...(await anEntry()), payer_reference };
    await send('POST', PATH, first);
    for (let n = 2; n <= 5; n++) expect((await attempt({ number: '4242424242424243' })).status).toBe(402);
    const limited = await attempt();
    expect(limited).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
    // One of the five comes back after a fifth of the hour.
    expect(limited.body.retry_after_s).toBeGreaterThan(600);
    expect(await send('POST', PATH, first)).toMatchObject({ status: 201 });
    expect(asked).toHaveLength(1);
    expect(await send('POST', PATH, await anEntry())).toMatchObject({ status: 201 });
  });

  test('leaves its number in no table and not in the log', async () => {
    const entry = await anEntry();
    await send('POST', PATH, entry);
    await send('POST', PATH, await anEntry({ number: '4242424242424243' }));
    withAcquirer({ tokenise: async () => ({ kind: 'unknown' }) });
    await send('POST', PATH, await anEntry());
    const stored = await everythingStored();
    // What is stored as bytes is shown in hexadecimal.
    const hexOf = (text: string) => Buffer.from(text).toString('hex');
    expect(stored).toContain(entry.card_entry_id);
    expect(stored).not.toContain(hexOf(entry.sealed_number));
    expect(logged).toContain(PATH);
    for (const number of [NUMBER, '4242424242424243'])
      for (const form of [number, hexOf(number), Buffer.from(number).toString('base64url')])
        expect([stored.includes(form), logged.includes(form)]).toEqual([false, false]);
  });
});

function swapped(entry: object): object {
  const { sealed_number, sealed_expiry } = entry as { sealed_number: string; sealed_expiry: string };
  return { sealed_number: sealed_expiry, sealed_expiry: sealed_number };
}

async function everythingStored(): Promise<string> {
  const { pool, db } = settlement.base;
  const tables = await sql<{ name: string }>`
    select coalesce(table_name::text, '') as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(db);
  const dumps = await Promise.all(
    tables.rows.map(({ name }) =>
      pool.query(`select coalesce(json_agg(t)::text, '') as dump from "${name}" t`),
    ),
  );
  return dumps.map(({ rows }) => rows[0].dump).join('\n');
}
