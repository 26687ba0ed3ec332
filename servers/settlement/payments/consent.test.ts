import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AuthorisePayment, CONSENT_TYP } from '../../../contracts/settlement-payments.ts';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
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

type Request = Omit<AuthorisePayment, 'consent'>;
const anAuthorisation = (): Request => ({
  order_id: randomUUID(),
  payer_reference: PAYER,
  payment_method_id: settlement.methods.get('approved') ?? '',
  payee: SHOP,
  amount_minor: 10_000,
  currency: 'KRW',
});

const sign = (
  authorisation: Request,
  more: object = {},
  key = settlement.base.managementKey,
  typ = CONSENT_TYP,
) =>
  signStatement(key, typ, {
    ...authorisation,
    settlement: settlement.context.signingKey.party,
    taken_by: SHOP,
    valid_until: addMs(START, 14 * MINUTE_MS).toISOString(),
    ...more,
  });

const request = (input: AuthorisePayment, payerParty = SHOP) =>
  authorise(settlement.context, { paymentId: newId(), payerParty, input, evidence: anEvidence() });

const refused = { ok: false, code: 'payment_method_not_found' };

describe('a card that belongs to another party', () => {
  test('is hidden from a shop that knows its ids, as if it did not exist', async () => {
    const known = await request(anAuthorisation());
    const unknown = await request({ ...anAuthorisation(), payment_method_id: 'pm_nobody_has_it' });
    expect(known).toMatchObject(refused);
    expect(known).toEqual(unknown);
  });

  test('is charged once with its owner’s consent to this payment, which is stored', async () => {
    const authorisation = anAuthorisation();
    const consent = await sign(authorisation);
    const paid = await request({ ...authorisation, consent, return_url: 'http://shop.test/back' });
    expect(paid).toMatchObject({ ok: true, value: { status: 'authorised', amount_minor: 10_000 } });
    const stored = await sql<{ consent: string | null }>`
      select consent from payments where order_id = ${authorisation.order_id}`.execute(settlement.base.db);
    expect(stored.rows).toEqual([{ consent }]);
    expect(await request({ ...authorisation, consent })).toMatchObject({ ok: false, code: 'wrong_state' });
    expect(await request({ ...authorisation, order_id: randomUUID(), consent })).toMatchObject(refused);
  });

  test.each<[string, (authorisation: Request) => Promise<string>]>([
    ['another order', (authorisation) => sign({ ...authorisation, order_id: randomUUID() })],
    ['another amount', (authorisation) => sign({ ...authorisation, amount_minor: 9_999 })],
    ['a smaller amount than requested', (authorisation) => sign({ ...authorisation, amount_minor: 1 })],
    ['another currency', (authorisation) => sign({ ...authorisation, currency: 'USD' })],
    ['another payee', (authorisation) => sign({ ...authorisation, payee: 'shop:other' })],
    ['another payer', (authorisation) => sign({ ...authorisation, payer_reference: randomUUID() })],
    ['another card', (authorisation) => sign({ ...authorisation, payment_method_id: 'pm_another' })],
    ['another shop', (authorisation) => sign(authorisation, { taken_by: 'shop:other' })],
    ['another settlement server', (authorisation) => sign(authorisation, { settlement: 'settlement:other' })],
    ['a time in the past', (authorisation) => sign(authorisation, { valid_until: START.toISOString() })],
    ['an incomplete request', (authorisation) => sign(authorisation, { taken_by: undefined })],
    ['an unknown member', (authorisation) => sign(authorisation, { and: 'more' })],
    ['something else', (authorisation) => sign(authorisation, {}, undefined, 'seonmul-something-else')],
  ])('is not charged with a consent to %s', async (_what, signed) => {
    const authorisation = anAuthorisation();
    expect(await request({ ...authorisation, consent: await signed(authorisation) })).toMatchObject(refused);
  });

  test('is not charged with a consent signed by the shop itself, signed by a stranger, or altered', async () => {
    const authorisation = anAuthorisation();
    expect(
      await request({ ...authorisation, consent: await sign(authorisation, {}, shop.key) }),
    ).toMatchObject(refused);
    const stranger = aParty('management', 'unknown-key');
    expect(
      await request({ ...authorisation, consent: await sign(authorisation, {}, stranger.key) }),
    ).toMatchObject(refused);
    const [head, , signature] = (await sign(authorisation)).split('.');
    const more = { ...authorisation, settlement: settlement.context.signingKey.party, taken_by: SHOP };
    const body = { ...more, valid_until: addMs(START, 60 * MINUTE_MS).toISOString() };
    const altered = `${head}.${Buffer.from(JSON.stringify(body)).toString('base64url')}.${signature}`;
    expect(await request({ ...authorisation, consent: altered })).toMatchObject(refused);
    const unsigned = Buffer.from(JSON.stringify({ alg: 'none', typ: CONSENT_TYP, kid: 'm1' })).toString(
      'base64url',
    );
    expect(
      await request({ ...authorisation, consent: `${unsigned}.${altered.split('.')[1]}.` }),
    ).toMatchObject(refused);
  });
});

test('a payment is its payer’s alone: another party can’t capture, void or refund it', async () => {
  const authorisation = anAuthorisation();
  expect(await request(authorisation, 'management')).toMatchObject({ ok: true });
  const { context, base } = settlement;
  const { order_id } = authorisation;
  const another = { requestId: randomUUID(), payerParty: SHOP, orderId: order_id, evidence: anEvidence() };
  expect(await capture(context, { ...another, input: { amount_minor: 1 } })).toMatchObject({
    code: 'payment_not_found',
  });
  expect(
    await inTransaction(base.db, (tx) => voidPayment(context, tx, SHOP, order_id, anEvidence())),
  ).toMatchObject({ ok: true });
  expect(await refund(context, { ...another, input: { amount_minor: 1, reason: 'refused' } })).toMatchObject({
    code: 'payment_not_found',
  });
  expect(await settlement.capture(order_id, 10_000)).toMatchObject({
    ok: true,
    value: { status: 'captured' },
  });
});
