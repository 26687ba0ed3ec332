import { afterEach, beforeEach, expect, test } from 'vitest';
import { NOTICE_BATCHES_PATH } from '../../contracts/notices.ts';
import { rangeSenderOf, sequencerOf, tellOf } from '../../test/builders/journal.ts';
import { aParty, type TestParty } from '../../test/builders/parties.ts';
import { PeerStub } from '../../test/builders/peer-stub.ts';
import { TestShop } from '../../test/builders/shop-server.ts';
import { MINUTE_MS } from '../clock.ts';
import { readEpoch } from '../journal/epoch.ts';
import { signRequest } from '../signing/request.ts';
import { PartyCheck } from './party-check.ts';

let shop: TestShop;
let management: PeerStub;
beforeEach(async () => {
  management = await PeerStub.open();
  shop = await TestShop.open({ management });
});
afterEach(async () => {
  await shop.close();
  await management.close();
});

const aCheck = () => new PartyCheck({ ...shop.context, path: NOTICE_BATCHES_PATH });

/** Batch 1 as somebody signed it for somebody. */
async function aBatch(signer: TestParty['key'], to: string) {
  const body = JSON.stringify({ batch_no: 1, notices: [], first_position: 1 });
  const target_uri = `${to}${NOTICE_BATCHES_PATH}?epoch_no=1&epoch_id=x`;
  const headers = await signRequest(signer, {
    method: 'POST',
    url: target_uri,
    headers: { 'content-type': 'application/json', 'idempotency-key': 'k' },
    body: Buffer.from(body),
    clock: shop.context.clock,
  });
  return { batch_no: 1, method: 'POST', target_uri, headers, body };
}

const holding = (...batches: object[]) => {
  management.answer = ({ path }) => ({
    status: 200,
    body: { batches: path.endsWith('after=0') ? batches : [] },
  });
};

test('a party that holds what this server has signed and doesn’t know shows that it was restored', async () => {
  holding(await aBatch(shop.context.signingKey, management.url));
  const check = aCheck();
  await check.round();
  expect(check.isCompared('management')).toBe(false);
  expect(await readEpoch(shop.context.db)).toMatchObject({
    epoch_no: 2n,
    reason: 'held_by_party',
    party: 'management',
    reconciled_at: null,
  });
  await check.round();
  expect(await readEpoch(shop.context.db)).toMatchObject({ epoch_no: 2n });
});

test('no party is believed about that: what others signed, or this server for others, or nobody, changes nothing', async () => {
  const { signingKey } = shop.context;
  const altered = { ...(await aBatch(signingKey, management.url)), body: '{"batch_no":1,"notices":[{}]}' };
  holding(
    await aBatch(aParty('shop:haneul', signingKey.keyid).key, management.url),
    await aBatch(signingKey, 'http://another.example'),
    altered,
  );
  const check = aCheck();
  expect(await check.round()).toBe(1);
  expect(check.isCompared('management')).toBe(true);
  expect(await readEpoch(shop.context.db)).toMatchObject({ epoch_no: 1n });
});

test('nothing is told before a party was asked; one that is silent is asked again, and one of an earlier version is told', async () => {
  const check = aCheck();
  await tellOf(shop.context.db, 1, { at: shop.now });
  await sequencerOf(shop.context).fixOrder();
  const sender = rangeSenderOf(
    shop.context,
    () => {},
    (party) => check.isCompared(party),
  );
  const asked = (method: string) => management.asked.filter((each) => each.method === method).length;
  management.answer = () => 'no_answer';
  await check.round();
  await check.round();
  await sender.sendDue();
  expect([asked('GET'), asked('POST')]).toEqual([1, 0]);

  shop.passTime(MINUTE_MS);
  management.answer = ({ method }) =>
    method === 'GET'
      ? { status: 405, body: { code: 'method_not_allowed' } }
      : { status: 200, body: { acknowledged_batch_no: 1 } };
  await check.round();
  expect(await sender.sendDue()).toBe(1);
});

test('a party that refuses a number because it was used is asked what it holds', async () => {
  const check = aCheck();
  holding();
  await check.round();
  expect(check.isCompared('management')).toBe(true);
  check.refused({ party: 'management', batch_no: 1, problem: 'notice_out_of_order' });
  expect(check.isCompared('management')).toBe(true);
  check.refused({ party: 'management', batch_no: 1, problem: 'batch_number_reused' });
  holding(await aBatch(shop.context.signingKey, management.url));
  await check.round();
  expect(await readEpoch(shop.context.db)).toMatchObject({ epoch_no: 2n });
});
