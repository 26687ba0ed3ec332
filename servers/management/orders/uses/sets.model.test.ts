import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../../kit/db/sql.ts';
import { inTransaction } from '../../../../kit/db/transaction.ts';
import { newId } from '../../../../kit/ids.ts';
import type { StoredNotice } from '../../../../kit/notices/stored-notices.ts';
import { anAcceptedGift, eventsOf, messagesOf, stateOf } from '../../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../../test/builders/management.ts';
import { aboutCertificate, aUseOf } from '../../../../test/builders/notices.ts';
import { asStored } from '../../../../test/builders/use-notices.ts';
import { conservation } from '../../books/conservation.ts';
import { takeNotices } from './take-notices.ts';

const GIFTS = 2;
const RUNS = 10;
const WORTH = 50_000;

let management: TestManagement;
beforeAll(async () => {
  management = await aManagement();
});
afterAll(() => management.close());

/** What a shop does or pretends to have done; the numbers choose among what there is. */
type Act = {
  gift: number;
  what: 'use' | 'reverse' | 'issue' | 'expire' | 'repeat';
  amount: number;
  of: number;
  lie: 'none' | 'more' | 'balance' | 'entry' | 'currency' | 'certificate' | 'sender' | 'shape';
  handed_over: boolean;
};
const anAct: fc.Arbitrary<Act> = fc.record({
  gift: fc.nat(GIFTS - 1),
  what: fc.constantFrom('use', 'use', 'use', 'use', 'reverse', 'reverse', 'issue', 'repeat', 'expire'),
  amount: fc.integer({ min: 1, max: 20_000 }),
  of: fc.nat(20),
  lie: fc.constantFrom(
    ...(['none', 'none', 'none', 'none', 'none', 'none'] as const),
    ...(['more', 'balance', 'entry', 'currency', 'certificate', 'sender', 'shape'] as const),
  ),
  handed_over: fc.boolean(),
});

type Entry = { entry_no: number; kind: 'redeemed' | 'reversed'; redemption_id: string; amount: number };
/** What is left of a gift by the rules, one notice after the other. */
class Gift {
  balance = WORTH;
  entries: Entry[] = [];
  issued = false;
  expired = false;
  left(redemption_id: string): number {
    const of = this.entries.filter((entry) => entry.redemption_id === redemption_id);
    return of.reduce((sum, { kind, amount }) => sum + (kind === 'redeemed' ? amount : -amount), 0);
  }
}

type Told = { kind: string; content: Record<string, unknown>; sender: string };

/** The notice of an act, true at this point of the history but for its lie, and what the rules say of it. */
function tellAct(gift: Gift, orderId: string, act: Act): Told & { doubt: string | null } {
  const { what, lie, amount, handed_over } = act;
  const sender = lie === 'sender' ? 'shop:other' : 'shop:haneul';
  const used = gift.entries.filter(({ kind }) => kind === 'redeemed');
  const of = used[act.of % Math.max(1, used.length)];
  const entry_no = (gift.entries.at(-1)?.entry_no ?? 1) + (lie === 'entry' ? 0 : 1);
  const general = (): string | null => {
    if (lie === 'certificate') return 'certificate_unknown';
    return lie === 'sender' ? 'certificate_of_another_shop' : null;
  };
  const certificate = lie === 'certificate' ? { certificate_id: newId() } : {};
  const currency = lie === 'currency' ? 'USD' : 'KRW';
  if (what === 'issue') {
    const doubt = lie === 'shape' ? 'malformed' : (general() ?? (gift.expired ? 'expired' : null));
    if (doubt === null) gift.issued = true;
    const issue = lie === 'shape' ? {} : { issue_id: newId() };
    const content = aboutCertificate(orderId, { ...issue, ...certificate });
    return { kind: 'certificate_issued', content, sender, doubt };
  }
  if (what === 'expire') {
    const told = gift.balance + (lie === 'more' || lie === 'balance' ? 1 : 0);
    const doubt =
      told < 1 || lie === 'shape'
        ? 'malformed'
        : (general() ??
          (gift.expired
            ? 'expired'
            : lie === 'currency'
              ? 'currency_differs'
              : told === gift.balance
                ? null
                : 'balance_differs'));
    const amount_minor = lie === 'shape' ? 'all' : told;
    if (doubt === null) Object.assign(gift, { balance: 0, expired: true });
    const content = aboutCertificate(orderId, { amount_minor, currency, ...certificate });
    return { kind: 'certificate_expired', content, sender, doubt };
  }
  if (what === 'repeat' && of !== undefined) {
    const content = aUseOf(orderId, of.amount, 0, of.entry_no, { redemption_id: of.redemption_id });
    return { kind: 'certificate_redeemed', content, sender: 'shop:haneul', doubt: null };
  }
  const isReversal = what === 'reverse';
  const redemption_id = isReversal && of !== undefined ? of.redemption_id : newId();
  const most = isReversal ? (of === undefined ? amount : gift.left(redemption_id)) : gift.balance;
  const asked = lie === 'more' ? most + 1 : Math.min(amount, most);
  const after = gift.balance + (isReversal ? asked : -asked);
  const told = Math.max(0, after) + (lie === 'balance' ? 1 : 0);
  const doubt = ((): string | null => {
    if (asked < 1 || lie === 'shape') return 'malformed';
    const wrong = general();
    if (wrong !== null) return wrong;
    if (gift.entries.some((entry) => entry.entry_no === entry_no)) return 'entry_taken';
    if (gift.expired) return 'expired';
    if (lie === 'currency') return 'currency_differs';
    if (entry_no <= (gift.entries.at(-1)?.entry_no ?? 1)) return 'entry_out_of_order';
    if (isReversal && of === undefined) return 'use_unknown';
    if (asked > most) return isReversal ? 'exceeds_use' : 'exceeds_balance';
    return told === after ? null : 'balance_differs';
  })();
  if (doubt === null) {
    gift.balance = after;
    const kind = isReversal ? 'reversed' : 'redeemed';
    gift.entries.push({ entry_no, kind, redemption_id, amount: asked });
  }
  const balance = lie === 'shape' ? -1 : told;
  const more = { redemption_id, currency, handed_over, ...certificate };
  const content = aUseOf(orderId, asked, balance, entry_no, more);
  if (!isReversal) return { kind: 'certificate_redeemed', content, sender, doubt };
  const { channel: _channel, ...rest } = content;
  return { kind: 'redemption_reversed', content: { ...rest, reversal_id: newId() }, sender, doubt };
}

/** The same notice about another gift. */
const about = (content: Record<string, unknown>, from: string, to: string) =>
  Object.fromEntries(Object.entries(content).map(([name, value]) => [name, value === from ? to : value]));

async function take(sender: string, notices: StoredNotice[]) {
  const { doubted } = await inTransaction(management.context.db, (tx) =>
    takeNotices(management.context, tx, sender, notices),
  );
  return new Map(doubted.map(({ notice, reason }) => [notice.notice_id, reason]));
}

async function bookOf(orderId: string) {
  const { db } = management.context;
  const uses = await sql<{
    entry_no: bigint;
    kind: string;
    redemption_id: string;
    amount_minor: bigint;
    balance_minor: bigint;
    use_minor: bigint | null;
    reversed_minor: bigint | null;
  }>`
    select entry_no, kind, redemption_id, amount_minor, balance_minor, use_minor, reversed_minor from certificate_uses
    where order_id = ${orderId} order by entry_no`.execute(db);
  const balance = await sql<{ balance_minor: bigint }>`
    select balance_minor from ledger_accounts join ledger_balances using (account_id)
    where subject_id = ${orderId}`.execute(db);
  return {
    uses: uses.rows,
    balance: Number(balance.rows[0]?.balance_minor),
    events: (await eventsOf(management, orderId)).slice(-60),
    messages: await messagesOf(management, orderId),
    state: await stateOf(management, orderId),
  };
}

test('a set is booked as its notices would be one by one, and as the rules say, whatever the shop tells', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { minLength: 1, maxLength: 40 }), fc.nat(39), async (acts, cut) => {
      const inSets: string[] = [];
      const oneByOne: string[] = [];
      for (let n = 0; n < GIFTS; n++) {
        inSets.push(await anAcceptedGift(management));
        oneByOne.push(await anAcceptedGift(management));
      }
      const gifts = inSets.map(() => new Gift());
      const told = acts.map((act) => {
        const gift = gifts[act.gift] ?? new Gift();
        return { act, ...tellAct(gift, inSets[act.gift] ?? '', act) };
      });
      const stored = await Promise.all(
        told.map(({ kind, content }) =>
          asStored(management, {
            notice_id: newId(),
            kind,
            occurred_at: management.context.clock().toISOString(),
            trace_id: 'a'.repeat(32),
            content,
          }),
        ),
      );
      // The lies of another sender come in sets of their own, where they stand.
      const sets: number[][] = [];
      told.forEach(({ sender }, at) => {
        const last = sets.at(-1)?.at(-1);
        if (last === undefined || told[last]?.sender !== sender || at === cut) sets.push([at]);
        else sets.at(-1)?.push(at);
      });
      const doubtsInSets = new Map<string, string>();
      for (const set of sets) {
        const notices = set.flatMap((at) => stored[at] ?? []);
        for (const [id, reason] of await take(told[set[0] ?? 0]?.sender ?? '', notices))
          doubtsInSets.set(id, reason);
      }
      const doubtsOneByOne: (string | null)[] = [];
      for (const [at, notice] of stored.entries()) {
        const { act, sender } = told[at] ?? {};
        const [from, to] = [inSets[act?.gift ?? 0] ?? '', oneByOne[act?.gift ?? 0] ?? ''];
        const twin = { ...notice, notice_id: newId(), content: about(notice.content, from, to) };
        doubtsOneByOne.push((await take(sender ?? '', [twin])).get(twin.notice_id) ?? null);
      }
      const inOrder = stored.map(({ notice_id }) => doubtsInSets.get(notice_id) ?? null);
      expect(inOrder).toEqual(told.map(({ doubt }) => doubt));
      expect(doubtsOneByOne).toEqual(inOrder);
      for (const [n, gift] of gifts.entries()) {
        const booked = await bookOf(inSets[n] ?? '');
        expect(await bookOf(oneByOne[n] ?? '')).toEqual(booked);
        expect([booked.balance, booked.state]).toEqual([gift.balance, gift.issued ? 'issued' : 'accepted']);
        expect(booked.uses.map(({ entry_no }) => Number(entry_no))).toEqual(
          gift.entries.map((e) => e.entry_no),
        );
      }
    }),
    { numRuns: RUNS },
  );
  expect(await conservation(management.context.db)).toMatchObject([{ holds: true }]);
});
