import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../../../kit/db/sql.ts';
import { CARD_PARTS } from '../../../../kit/sealed-card.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../../test/builders/management.ts';
import type { Mishap } from '../../../../test/builders/signed-peer.ts';
import { addKeyedCard, keyedCardsTaken } from './keyed-cards.ts';
import { listPaymentMethods } from './payment-methods.ts';

const PATH_END = '/keyed-cards';

let management: TestManagement;
beforeAll(async () => {
  management = await aManagement();
});
afterAll(() => management?.close());

const anEntry = () => ({
  card_entry_id: randomUUID(),
  sealed_number: 'a.sealed.number',
  sealed_expiry: 'a.sealed.expiry',
  sealed_security_code: 'a.sealed.code',
});
type Entry = ReturnType<typeof anEntry>;

const add = (entry: Entry) => addKeyedCard(management.context, { settlement: null }, MEMBER_ID, entry);
const afterMishap = (mishap: Mishap, entry = anEntry()) => {
  management.settlement.goesWrong(PATH_END, mishap);
  return add(entry);
};
const idOf = ({ card_entry_id }: Entry) => `pm_${card_entry_id.replaceAll('-', '')}`;
const idsOfMember = async () =>
  (await listPaymentMethods(management.context, MEMBER_ID)).map(({ payment_method_id }) => payment_method_id);

test('the line learns beforehand which parts to ask for, or that settlement gives no answer', async () => {
  const { context, settlement } = management;
  expect(await keyedCardsTaken(context, { settlement: null })).toEqual({
    ok: true,
    value: { taken: true, parts: [...CARD_PARTS] },
  });
  settlement.goesWrong(PATH_END, { kind: 'not_reached' });
  expect(await keyedCardsTaken(context, { settlement: null })).toEqual({
    ok: false,
    code: 'service_unavailable',
  });
});

describe('a card keyed in on the phone line', () => {
  test('is the member’s payment method, with settlement’s signed answer and nothing of the sealed parts', async () => {
    const entry = anEntry();
    expect(await add(entry)).toEqual({
      ok: true,
      value: {
        payment_method_id: idOf(entry),
        ...{ brand: 'visa', masked_number: '**** **** **** 4242', expiry_month: 12, expiry_year: 2090 },
        charged_at_capture: false,
        settlement: 'settlement',
      },
    });
    expect(management.settlement.received.at(-1)?.body).toEqual({ ...entry, payer_reference: MEMBER_ID });
    expect(await idsOfMember()).toContain(idOf(entry));
    const kept = await sql<{ target_uri: string; request_headers: unknown; body: Buffer }>`
      select target_uri, request_headers, body from payment_methods join signed_messages on message_id = evidence_id
      where payment_method_id = ${idOf(entry)}`.execute(management.context.db);
    expect(kept.rows[0]?.target_uri).toMatch(/\/keyed-cards$/);
    expect(`${JSON.stringify(kept.rows)}${kept.rows[0]?.body}`).not.toContain('a.sealed');
    const calls = await sql`select 1 from calls where body like '%a.sealed%'`.execute(management.context.db);
    expect(calls.rows).toEqual([]);
  });

  test('whose answer was lost is added by sending the entry again, once', async () => {
    const entry = anEntry();
    const lost = await afterMishap({ kind: 'answer_lost' }, entry);
    expect(lost).toEqual({ ok: false, code: 'service_unavailable' });
    expect(await idsOfMember()).not.toContain(idOf(entry));
    expect(await add(entry)).toMatchObject({ ok: true, value: { payment_method_id: idOf(entry) } });
    expect(await add(entry)).toMatchObject({ ok: true, value: { payment_method_id: idOf(entry) } });
    expect((await idsOfMember()).filter((id) => id === idOf(entry))).toHaveLength(1);
  });

  test.each<[number, string, Record<string, unknown>]>([
    [422, 'keyed_cards_not_taken', {}],
    [422, 'sealed_card_unreadable', {}],
    [410, 'payment_method_expired', {}],
    [402, 'payment_declined', { decline_reason: 'incorrect_number' }],
    [429, 'rate_limited', { retry_after_s: 1_800 }],
  ])('is refused as settlement refuses it: %s %s', async (status, code, extra) => {
    const refused = await afterMishap({ kind: 'refuses', status, code, extra });
    expect(refused).toEqual({ ok: false, code, extra });
  });

  test.each([
    ['no answer', { kind: 'not_reached' }],
    ['its acquirer’s silence', { kind: 'refuses', status: 503, code: 'service_unavailable' }],
    ['an error', { kind: 'refuses', status: 500, code: 'internal_error' }],
    ['a refusal that the contract does not name', { kind: 'refuses', status: 409, code: 'wrong_state' }],
  ] as [string, Mishap][])('has an unknown outcome after %s', async (_what, mishap) => {
    expect(await afterMishap(mishap)).toMatchObject({ ok: false, code: 'service_unavailable' });
  });

  test('that settlement says is another member’s is not stored', async () => {
    const entry = anEntry();
    const method = { ...{ brand: 'visa', last4: '4242', expiry_month: 12, expiry_year: 2090 } };
    management.cards.set(entry.card_entry_id, {
      ...{ payment_method_id: idOf(entry), payer_reference: randomUUID(), ...method },
    });
    expect(await add(entry)).toMatchObject({ ok: false, code: 'service_unavailable' });
    expect(await idsOfMember()).not.toContain(idOf(entry));
  });
});
