import { expect } from 'vitest';
import { sql } from '../../../kit/db/sql.ts';
import type { OrderState } from '../../../servers/management/orders/order-states.ts';
import type { Gift } from './model.ts';
import {
  BEFORE_CAPTURE,
  bookCapture,
  bookFact,
  cancelCertificate,
  mayBecome,
  registerCertificate,
  whyNotReturnable,
} from './rules.ts';
import type { World } from './world.ts';

type Row = { order_id: string; state: OrderState; action_url: string | null; answer_by: Date | null };

/**
 * Moves the model's gifts to the states that jobs have taken them to, and checks that each transition is possible. After
 * the janitor no outcome is unknown.
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
    // A bank that has not answered yet is not a lost answer.
    if (after === 'janitor' && gift.state === 'authorising') markAnswered(gift, world.nowMs());
  }
  if (after === 'janitor') expect(model.gifts.filter(({ unknown }) => unknown)).toEqual([]);
}

function move(world: World, gift: Gift, row: Row): void {
  const nowMs = world.nowMs();
  // The model tracks acceptance; whether it was issued is among its facts.
  const state = row.state === 'issued' ? 'accepted' : row.state;
  if (state === gift.state) return;
  expect(mayBecome(gift, nowMs), `${gift.order_id} went from ${gift.state} to ${state}`).toContain(state);
  if (BEFORE_CAPTURE.includes(state)) markAnswered(gift, nowMs);
  if (state === 'offered' || state === 'scheduled') {
    bookCapture(gift, nowMs);
    registerCertificate(gift);
  }
  if (state === 'accepted' && gift.certificate.state === 'registered') gift.certificate.state = 'active';
  if (state === 'accepted') gift.endReason = undefined;
  if (state === 'refunded') {
    if (gift.endReason === 'withdrawn_by_buyer') expect(whyNotReturnable(world, gift)).toBeUndefined();
    gift.endReason ??= 'not_answered';
    cancelCertificate(gift);
    Object.assign(gift, { refunded: true, refundBooked: true });
  }
  if (gift.state === 'cancelling') {
    const waiting = world.model.facts.filter((fact) => fact.gift === gift && fact.waits === true);
    if (state === 'refunded') expect(waiting).toEqual([]);
    for (const fact of waiting) bookFact(world.model, fact);
  }
  gift.actionUrl = row.action_url ?? undefined;
  gift.answerBy = row.answer_by?.getTime() ?? 0;
  Object.assign(gift, { state, unknown: false });
}

function markAnswered(gift: Gift, nowMs: number): void {
  gift.authorisedAt ??= nowMs;
  gift.unknown = false;
}
