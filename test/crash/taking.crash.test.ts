import { afterAll, beforeAll, expect, test } from 'vitest';
import { SECOND_MS } from '../../kit/clock.ts';
import type { App } from '../../kit/http/app.ts';
import { noticeApplier } from '../../kit/notices/notice-applier.ts';
import { createManagementApp } from '../../servers/management/app.ts';
import { conservation } from '../../servers/management/books/conservation.ts';
import { noticeReader } from '../../servers/management/orders/uses/notice-reader.ts';
import { anAcceptedGift } from '../builders/gifts.ts';
import { aManagement, type TestManagement } from '../builders/management.ts';
import { aReversalOf, aUseOf } from '../builders/notices.ts';
import { aTellingShop } from '../builders/telling-shop.ts';
import { type Crashes, crashesOf } from './crashing-pool.ts';
import { booksOf, watch } from './every-statement.ts';

const STATEMENTS_MAX = 100;

let management: TestManagement;
let app: App;
let shop: ReturnType<typeof aTellingShop>;
let crashes: Crashes;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
  shop = aTellingShop(management, app, management.shop.key);
  crashes = crashesOf(management.context.pool);
});
afterAll(async () => {
  const books = await conservation(management.context.db);
  await app.close();
  await crashes.close();
  await management.close();
  expect(books).toMatchObject([{ holds: true }]);
});

/** A new process: what the old one had in memory is gone. */
const aProcess = () => noticeApplier(management.context, noticeReader(management.context));

/** A use, one that is not believed, one taken back in part, a kind that nobody knows, and what nobody can read. */
function aSet(gift: string, round: number) {
  const [entry, balance] = [2 + 3 * round, 50_000 - 150 * round];
  const other = aUseOf(gift, 100, balance - 200, entry + 1);
  return [
    { content: aUseOf(gift, 100, balance - 100, entry) },
    { content: aUseOf(gift, 100, balance, entry + 3) },
    { content: other },
    { kind: 'redemption_reversed', content: aReversalOf(other, 50, balance - 150, entry + 2) },
    { kind: 'certificate_polished', content: { order_id: gift } },
    { content: 'unreadable' },
  ];
}

/** What is left on the certificate after each use is another amount in each round. */
function withoutLeft({ 'certificate_uses.balance_minor': _left, ...changes }: Record<string, number>) {
  return changes;
}

test('killed after any statement, a process applies a set in full or not at all, and the next one goes on', async () => {
  const gift = await anAcceptedGift(management);
  const books = await booksOf(crashes.observer, {});
  // The first set opens accounts.
  await shop.tell(aSet(gift, 0));
  await aProcess().applyAll();
  management.pass(10 * SECOND_MS);
  await shop.tell(aSet(gift, 1));
  const first = await watch(books);
  await aProcess().applyAll();
  const usual = withoutLeft(await first());
  expect(usual).toMatchObject({ certificate_uses: 3, doubtful_notices: 1, unapplied_notices: 2 });

  const seen = { nothing: 0, all: 0 };
  for (let statements = 1; statements < STATEMENTS_MAX; statements++) {
    // The dead process's lease has run out.
    management.pass(10 * SECOND_MS);
    await shop.tell(aSet(gift, statements + 1));
    const changed = await watch(books);
    crashes.dieAfter(statements);
    await aProcess()
      .applyAll()
      .catch((error: Error) => expect(error.message).toMatch(/^The process (dies|has died)\.$/));
    const { died } = crashes.restart();
    const left = withoutLeft(await changed());
    const nothing = Object.keys(left).length === 0;
    expect([statements, left]).toEqual([statements, nothing ? {} : usual]);
    if (!died) break;
    seen[nothing ? 'nothing' : 'all'] += 1;
    management.pass(10 * SECOND_MS);
    await aProcess().applyAll();
    expect([statements, withoutLeft(await changed())]).toEqual([statements, usual]);
  }
  // Looking and applying; committing, and looking whether there is more.
  expect(seen.nothing).toBeGreaterThan(10);
  expect(seen.all).toBeGreaterThan(1);
});
