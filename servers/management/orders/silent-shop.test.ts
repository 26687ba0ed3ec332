import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMs, DAY_MS, MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { cloneOrder, cloneShop } from '../../../test/builders/cloned-orders.ts';
import { anOffer, stateOf } from '../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../test/builders/management.ts';
import { aParty } from '../../../test/builders/parties.ts';
import { settleUnknown } from '../settle-calls.ts';
import { expireOffers } from './due-orders.ts';

const GIFTS = 1_000;
let management: TestManagement;
/** It takes connections and never says a word, until it hangs up on all of them. */
let silent: Server;
const connections = new Set<Socket>();
let asked = 0;
let hangsUp = false;

beforeAll(async () => {
  management = await aManagement();
  silent = createServer((socket) => {
    asked += 1;
    socket.on('error', () => {});
    if (hangsUp) return socket.destroy();
    connections.add(socket);
  });
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
  const base_url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const { entry } = aParty('shop:silent', 'silent-test', { base_url });
  Object.assign(management.context, { parties: [...management.context.parties, entry] });
  await cloneShop(management, 'silent', 'shop:silent');
});
afterAll(async () => {
  for (const socket of connections) socket.destroy();
  silent.close();
  await management.close();
});

const countOf = async (state: string) => {
  const found = await sql<{ gifts: bigint }>`
    select count(*) as gifts from orders where shop_id = 'silent' and state = ${state}`.execute(
    management.context.db,
  );
  return Number(found.rows[0]?.gifts);
};

async function claimsRenewed(): Promise<void> {
  const from = management.context.clock();
  const renewed = async () => {
    const found = await sql<{ claims: bigint }>`
      select count(*) as claims from job_claims
      where claimed_until >= ${addMs(from, 15 * SECOND_MS)}`.execute(management.context.db);
    return found.rows[0]?.claims;
  };
  await expect.poll(renewed, { timeout: 30_000 }).toBe(8n);
}

test('a thousand gifts of a shop that never answers delay no other shop, and end on time all the same', async () => {
  const first = await anOffer(management);
  const second = await anOffer(management);
  const template = await anOffer(management);
  await cloneOrder(management, template, { shop_id: 'silent', copies: GIFTS });
  await sql`update orders set answer_by = answer_by + interval '12 seconds' where order_id = ${second}`.execute(
    management.context.db,
  );

  management.pass(7 * DAY_MS + SECOND_MS);
  // The round waits for the silent shop, which holds a few of its requests and no more…
  const waiting = expireOffers(management.context);
  await expect.poll(() => asked, { timeout: 30_000 }).toBe(8);
  await expect.poll(() => stateOf(management, first), { timeout: 30_000 }).toBe('refunded');
  // …and so does what comes due of the other shop meanwhile: the next round does it, and asks the silent one nothing.
  // Its process is at work, so what it claimed stays its own.
  management.pass(8 * SECOND_MS);
  await claimsRenewed();
  management.pass(5 * SECOND_MS);
  expect(await expireOffers(management.context)).toBe(1);
  expect(await stateOf(management, second)).toBe('refunded');
  expect(asked).toBe(8);

  hangsUp = true;
  for (const socket of connections) socket.destroy();
  await waiting;
  // From here on time passes only when this test says so.
  let now = management.context.clock();
  Object.assign(management.context, { clock: () => now });
  // It is known as silent now. Its gifts end at their deadline, and nobody waits for it any more.
  let rounds = 0;
  while ((await expireOffers(management.context)) > 0) rounds += 1;
  expect(rounds).toBe(Math.ceil(GIFTS / 8) - 1);
  expect([await countOf('offered'), await countOf('cancelling')]).toEqual([0, GIFTS]);
  expect(asked).toBe(8);

  // Once in a while one request finds out whether it is back.
  for (let minutes = 0; minutes < 5; minutes++) {
    now = addMs(now, 2 * MINUTE_MS);
    await settleUnknown(management.context);
  }
  expect(asked).toBe(8 + 5);
}, 120_000);
