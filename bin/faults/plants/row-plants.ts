import type { BookOf } from '../judge/books.ts';
import type { Op, RecordReader } from '../record/record.ts';
import type { Plant } from './plant.ts';

/** Somebody who may do everything edits a row; true if there was one. */
async function edit(book: BookOf, text: string, values: readonly unknown[] = []): Promise<boolean> {
  await book.rows('set local session_replication_role = replica');
  const changed = await book.rows(text, values);
  await book.rows('set local session_replication_role = origin');
  return changed.length > 0;
}

/** An order that was acknowledged, and of which nothing came: no other book has anything of it. */
async function endedOrder(
  book: BookOf,
  record: RecordReader,
): Promise<{ op: Op; order_id: string } | undefined> {
  const ended = await book.rows(
    `select order_id::text, message from orders where state in ('abandoned', 'declined')`,
  );
  for (const { order_id, message } of ended) {
    const op = record.ops.get(String(message));
    if (op?.outcome === 'done') return { op, order_id: String(order_id) };
  }
  return undefined;
}

const editing =
  (role: 'management' | 'settlement' | 'shop', text: string): Plant['edit'] =>
  async ({ books, record }) =>
    (await edit(books[role], text)) ? record : undefined;

export const ROW_PLANTS: readonly Plant[] = [
  {
    name: 'order-deleted',
    check: 'acknowledged',
    what: 'the row of an order that was acknowledged is deleted',
    async edit({ books, record }) {
      const ended = await endedOrder(books.management, record);
      if (ended === undefined) return undefined;
      await edit(books.management, 'delete from orders where order_id = $1 returning 1', [ended.order_id]);
      return record;
    },
  },
  {
    name: 'refused-but-done',
    check: 'refused',
    what: 'a client was refused what was done',
    async edit({ books, record }) {
      const ended = await endedOrder(books.management, record);
      return ended && record.with(ended.op.id, { outcome: 'refused' });
    },
  },
  {
    name: 'order-doubled',
    check: 'once',
    what: 'an order is there twice',
    async edit({ books, record }) {
      const ended = await endedOrder(books.management, record);
      if (ended === undefined) return undefined;
      await edit(
        books.management,
        // A read-back is of one order only, and without one there is no name, nor anything that was confirmed.
        `insert into orders select (jsonb_populate_record(o, jsonb_build_object('order_id', gen_random_uuid(),
           'read_back_id', null, 'recipient_name', null, 'confirmed_at', null))).*
         from orders o where order_id = $1 returning 1`,
        [ended.order_id],
      );
      return record;
    },
  },
  {
    name: 'use-unasked',
    check: 'reckoning',
    what: 'something was used that no client asked for',
    async edit({ record }) {
      const reversed = new Set([...record.of('reverse')].map(({ about }) => about.redemption_id));
      for (const op of record.of('sale')) {
        const lines = (op.said?.lines ?? []) as { redemption_id: string }[];
        if (op.outcome === 'done' && lines.every(({ redemption_id }) => !reversed.has(redemption_id)))
          return record.with(op.id, undefined);
      }
      return undefined;
    },
  },
  {
    name: 'entry-edited',
    check: 'sums',
    what: 'an amount in a ledger entry is edited, and what was there before it',
    edit: editing(
      'management',
      `update ledger_entries set before_minor = before_minor + 1, delta_minor = delta_minor - 1
       where (account_id, version) = (select account_id, version from ledger_entries limit 1) returning 1`,
    ),
  },
  {
    name: 'purpose-edited',
    check: 'conservation',
    what: 'a transfer of what was used is made one of what was reversed',
    edit: editing(
      'management',
      `update ledger_transfers set code = 'reverse'
       where transfer_id = (select transfer_id from ledger_transfers where code = 'redeem' limit 1) returning 1`,
    ),
  },
  {
    name: 'use-deleted',
    check: 'agreement',
    what: 'a use that the shop told of is deleted at management',
    edit: editing(
      'management',
      `delete from certificate_uses
       where (order_id, entry_no) = (select order_id, entry_no from certificate_uses limit 1) returning 1`,
    ),
  },
  {
    name: 'fact-edited',
    check: 'journal',
    what: 'a fact in the journal is edited after it was told',
    edit: editing(
      'shop',
      `update journal set body = body || ' '
       where (at, seq) = (select at, seq from journal where kind = 'certificate_redeemed' limit 1) returning 1`,
    ),
  },
  {
    name: 'message-edited',
    check: 'evidence',
    what: 'a bit of a signed message that is kept is another one',
    edit: editing(
      'management',
      `update signed_messages set body = set_byte(body, 0, get_byte(body, 0) # 1)
       where message_id = (select message_id from signed_messages where length(body) > 0 limit 1) returning 1`,
    ),
  },
  {
    name: 'call-forgotten',
    check: 'stuck',
    what: 'a call whose outcome is unknown is never made again',
    edit: editing(
      'management',
      `update calls set state = 'unknown', settled_at = null, status = null, next_attempt_at = 'infinity'
       where call_id = (select call_id from calls where purpose = 'capture' and state = 'done' limit 1) returning 1`,
    ),
  },
];
