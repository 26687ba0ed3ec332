import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually, type Reply, textOf } from '../../bin/walkthrough/doors.ts';
import { confirm, nameRecipient, order, waitForState } from '../../bin/walkthrough/gift.ts';
import { addCard, type Buyer, CARDS, CAST, logIn } from '../../bin/walkthrough/people.ts';
import { type System, startSystem } from './system.ts';

let system: System;
let buyer: Buyer;
let card: string;

beforeAll(async () => {
  system = await startSystem();
  buyer = await logIn(system.world);
  card = await addCard(buyer, CARDS.approved);
});
afterAll(() => system?.stop());

async function readBack(): Promise<Reply> {
  const { body } = await order(buyer, card);
  const id = textOf(body, 'order_id');
  return nameRecipient(buyer, id, { phone: CAST.memberOfShop.phone });
}

test.each(['management', 'settlement', 'shop'] as const)(
  'an order completes although %s is killed in the middle of it',
  async (victim) => {
    const named = await readBack();
    const id = textOf(named.body, 'order_id');
    const key = `confirm-${id}`;
    const confirmed = confirm(buyer, named, key).catch(() => undefined);
    await pause(Math.random() * 30);
    system.stack.children.get(victim)?.kill('SIGKILL');
    await confirmed;
    // The launcher restarts it. If the order was not confirmed yet, the buyer's own retry confirms it.
    await eventually(
      'the order to be offered',
      async () => {
        const reply = await confirm(buyer, named, key).catch(() => undefined);
        const now = reply && (await buyer.door.get(`/v1/orders/${id}`).catch(() => undefined));
        return now?.body.state === 'offered' ? now : undefined;
      },
      55_000,
    );
    const timeline = await buyer.door.get(`/v1/orders/${id}/timeline`);
    const kinds = (timeline.body.events as { kind: string }[]).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'payment_captured')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'registered')).toHaveLength(1);
    await buyer.door.post(`/v1/orders/${id}/cancellation`);
    await waitForState(buyer, id, 'refunded');
  },
  120_000,
);

test('PostgreSQL is restarted after it is killed, and the servers recover', async () => {
  const elsewhere = join(system.dataDir, 'postgres-is-in');
  const folder = existsSync(elsewhere)
    ? readFileSync(elsewhere, 'utf8').trim()
    : join(system.dataDir, 'postgres');
  const [pid] = readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
  const statuses = new Set<number>();
  await eventually(
    'the orders to be readable again',
    async () => {
      const reply = await buyer.door.get('/v1/orders').catch(() => undefined);
      if (reply !== undefined) statuses.add(reply.status);
      return reply?.status === 200 && statuses.size > 1 ? reply : undefined;
    },
    90_000,
  );
  expect([...statuses].sort()).toEqual([200, 503]);
}, 120_000);
