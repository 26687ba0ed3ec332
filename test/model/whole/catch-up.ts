import { expect } from 'vitest';
import { sql } from '../../../kit/db/sql.ts';
import type { OrderState } from '../../../servers/management/orders/order-states.ts';
import type { Gift } from './model.ts';
import {
  BEFORE_CAPTURE,
  believed,
  captureBooked,
  mayBecome,
  registered,
  takenBack,
  whyKept,
} from './rules.ts';
import type { World } from './world.ts';

type Row = { order_id: string; state: OrderState; action_url: string | null; answer_by: Date | null };

/**
 * Brings the model to where jobs have taken the gifts, and checks that each may be there. After the janitor every answer
 * is known.
 */
export async function catchUp(world: World, after: 'janitor' | 'timers' | 'notices'): Promise<void> {
  const { model, running } = world;
  const moving = model.gifts.filter(
    ({ state, unknown }) =>
      unknown || state === 'offered' || state === 'scheduled' || BEFORE_CAPTURE.includes(state),
  );
  const found = await sql<Row>`
    select order_id, state, action_url, answer_by from orders
    where order_id = any(${moving.map(({ order_id }) => order_id)}::uuid[])`.execute(
    running.management.context.db,
  );
  const rows = new Map(found.rows.map((row) => [row.order_id, row]));
  for (const gift of moving) {
    const row = rows.get(gift.order_id);
    if (row !== undefined) move(world, gift, row);
    // A bank that has not answered yet is no answer that was lost.
    if (after === 'janitor' && gift.state === 'authorising') heard(gift, world.nowMs());
  }
  if (after === 'janitor') expect(model.gifts.filter(({ unknown }) => unknown)).toEqual([]);
}

function move(world: World, gift: Gift, row: Row): void {
  const nowMs = world.nowMs();
  // Whether it was issued is another question than whether it was accepted.
  const state = row.state === 'issued' ? 'accepted' : row.state;
  if (state === gift.state) return;
  expect(mayBecome(gift, nowMs), `${gift.order_id} came from ${gift.state} to ${state}`).toContain(state);
  if (BEFORE_CAPTURE.includes(state)) heard(gift, nowMs);
  if (state === 'offered' || state === 'scheduled') {
    captureBooked(gift, nowMs);
    registered(gift);
  }
  if (state === 'accepted' && gift.certificate.state === 'registered') gift.certificate.state = 'active';
  if (state === 'accepted') gift.endReason = undefined;
  if (state === 'refunded') {
    if (gift.endReason === 'withdrawn_by_buyer') expect(whyKept(world, gift)).toBeUndefined();
    gift.endReason ??= 'not_answered';
    takenBack(gift);
    Object.assign(gift, { refunded: true, refundBooked: true });
  }
  if (gift.state === 'cancelling') {
    const waiting = world.model.facts.filter((fact) => fact.gift === gift && fact.waits === true);
    if (state === 'refunded') expect(waiting).toEqual([]);
    for (const fact of waiting) believed(world.model, fact);
  }
  gift.actionUrl = row.action_url ?? undefined;
  gift.answerBy = row.answer_by?.getTime() ?? 0;
  Object.assign(gift, { state, unknown: false });
}

function heard(gift: Gift, nowMs: number): void {
  gift.authorisedAt ??= nowMs;
  gift.unknown = false;
}
