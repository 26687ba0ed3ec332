import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AuthorisePayment, CONSENT_TYP } from '../../../contracts/settlement-payments.ts';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { type Executor, inTransaction } from '../../../kit/db/transaction.ts';
import type { ProblemCode } from '../../../kit/http/statuses.ts';
import { newId } from '../../../kit/ids.ts';
import type { Result } from '../../../kit/result.ts';
import { storePartyKeys } from '../../../kit/signing/index.ts';
import { signStatement } from '../../../kit/signing/statement.ts';
import { anEvidence, START } from '../../../test/builders/base.ts';
import { aParty } from '../../../test/builders/parties.ts';
import { aSettlement, PAYEE, PAYER } from '../../../test/builders/settlement.ts';
import { authorise } from './authorise.ts';
import { capture } from './capture.ts';
import { refund } from './refund.ts';
import { voidPayment } from './void.ts';

const SHOP = PAYEE;
const shop = aParty(SHOP, 'shop-1');

let settlement: Awaited<ReturnType<typeof aSettlement>>;
beforeAll(async () => {
  settlement = await aSettlement();
  const parties = [...settlement.context.parties, { ...shop.entry, role: 'shop' }];
  await storePartyKeys(settlement.base.db, parties, START);
  Object.assign(settlement.context, { parties });
});
afterAll(() => settlement?.base.drop());

type Asked = Omit<AuthorisePayment, 'consent'>;
const anAuthorisation = (): Asked => ({
  order_id: randomUUID(),
  payer_reference: PAYER,
  payment_method_id: settlement.approvedCard,
  payee: SHOP,
  amount_minor: 10_000,
  currency: 'KRW',
});

const consented = (asked: Asked, more: object = {}, key = settlement.base.managementKey, typ = CONSENT_TYP) =>
  signStatement(key, typ, {
    ...asked,
    settlement: settlement.context.signingKey.party,
    taken_by: SHOP,
    valid_until: addMs(START, 14 * MINUTE_MS).toISOString(),
    ...more,
  });

const asks = (input: AuthorisePayment, payerParty = SHOP) =>
  authorise(settlement.context, { paymentId: newId(), payerParty, input, evidence: anEvidence() });

const refused = { ok: false, code: 'payment_method_not_found' };

describe('a card that another party had set up', () => {
  test('is not there for a shop that knows its ids, as if it did not exist', async () => {
    const known = await asks(anAuthorisation());
    const unknown = await asks({ ...anAuthorisation(), payment_method_id: 'pm_nobody_has_it' });
    expect(known).toMatchObject(refused);
    expect(known).toEqual(unknown);
  });

  test('is charged once with its party’s consent to this payment, which is kept with it', async () => {
    const asked = anAuthorisation();
    const consent = await consented(asked);
    const paid = await asks({ ...asked, consent, return_url: 'http://shop.test/back' });
    expect(paid).toMatchObject({ ok: true, value: { status: 'authorised', amount_minor: 10_000 } });
    const kept = await sql<{ consent: string | null }>`
      select consent from payments where order_id = ${asked.order_id}`.execute(settlement.base.db);
    expect(kept.rows).toEqual([{ consent }]);
    expect(await asks({ ...asked, consent })).toMatchObject({ ok: false, code: 'wrong_state' });
    expect(await asks({ ...asked, order_id: randomUUID(), consent })).toMatchObject(refused);
  });

  test.each<[string, (asked: Asked) => Promise<string>]>([
    ['another order', (asked) => consented({ ...asked, order_id: randomUUID() })],
    ['another amount', (asked) => consented({ ...asked, amount_minor: 9_999 })],
    ['a smaller amount than is asked', (asked) => consented({ ...asked, amount_minor: 1 })],
    ['another currency', (asked) => consented({ ...asked, currency: 'USD' })],
    ['another payee', (asked) => consented({ ...asked, payee: 'shop:other' })],
    ['another payer', (asked) => consented({ ...asked, payer_reference: randomUUID() })],
    ['another card', (asked) => consented({ ...asked, payment_method_id: 'pm_another' })],
    ['another shop', (asked) => consented(asked, { taken_by: 'shop:other' })],
    ['another settlement server', (asked) => consented(asked, { settlement: 'settlement:other' })],
    ['a time that is over', (asked) => consented(asked, { valid_until: START.toISOString() })],
    ['less than all of it', (asked) => consented(asked, { taken_by: undefined })],
    ['more than is known', (asked) => consented(asked, { and: 'more' })],
    ['something else', (asked) => consented(asked, {}, undefined, 'seonmul-something-else')],
  ])('is not charged with a consent to %s', async (_what, signed) => {
    const asked = anAuthorisation();
    expect(await asks({ ...asked, consent: await signed(asked) })).toMatchObject(refused);
  });

  test('is not charged with a consent of the shop’s own, of a stranger, or an altered one', async () => {
    const asked = anAuthorisation();
    expect(await asks({ ...asked, consent: await consented(asked, {}, shop.key) })).toMatchObject(refused);
    const stranger = aParty('management', 'unknown-key');
    expect(await asks({ ...asked, consent: await consented(asked, {}, stranger.key) })).toMatchObject(
      refused,
    );
    const [head, , signature] = (await consented(asked)).split('.');
    const more = { ...asked, settlement: settlement.context.signingKey.party, taken_by: SHOP };
    const body = { ...more, valid_until: addMs(START, 60 * MINUTE_MS).toISOString() };
    const altered = `${head}.${Buffer.from(JSON.stringify(body)).toString('base64url')}.${signature}`;
    expect(await asks({ ...asked, consent: altered })).toMatchObject(refused);
    const unsigned = Buffer.from(JSON.stringify({ alg: 'none', typ: CONSENT_TYP, kid: 'm1' })).toString(
      'base64url',
    );
    expect(await asks({ ...asked, consent: `${unsigned}.${altered.split('.')[1]}.` })).toMatchObject(refused);
  });
});

test('a payment is its payer’s alone: another party neither takes, frees nor gives it back', async () => {
  const asked = anAuthorisation();
  expect(await asks(asked, 'management')).toMatchObject({ ok: true });
  const { context, base } = settlement;
  const by = (verb: (tx: Executor) => Promise<Result<unknown, ProblemCode>>) => inTransaction(base.db, verb);
  const { order_id } = asked;
  expect(
    await by((tx) => capture(context, tx, SHOP, order_id, { amount_minor: 1 }, anEvidence())),
  ).toMatchObject({
    code: 'payment_not_found',
  });
  expect(await by((tx) => voidPayment(context, tx, SHOP, order_id, anEvidence()))).toMatchObject({
    ok: true,
  });
  expect(
    await by((tx) =>
      refund(context, tx, SHOP, order_id, { amount_minor: 1, reason: 'refused' }, anEvidence()),
    ),
  ).toMatchObject({ code: 'payment_not_found' });
  expect(await settlement.capture(order_id, 10_000)).toMatchObject({
    ok: true,
    value: { status: 'captured' },
  });
});
