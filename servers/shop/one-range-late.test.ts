import { afterEach, beforeEach, expect, test } from 'vitest';
import { SECOND_MS } from '../../kit/clock.ts';
import { sql } from '../../kit/db/sql.ts';
import { newId } from '../../kit/ids.ts';
import { writeFact } from '../../kit/journal/write.ts';
import { rangeSenderOf, sequencerOf } from '../../test/builders/journal.ts';
import { PeerStub } from '../../test/builders/peer-stub.ts';
import { TestShop } from '../../test/builders/shop-server.ts';

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

const numberOf = ({ body }: { body: unknown }) => (body as { batch_no: number }).batch_no;
const open = async () => {
  const found = await sql<{ range_no: bigint }>`
    select range_no from journal_ranges where party = 'management' and acknowledged_at is null`.execute(
    shop.context.db,
  );
  return found.rows.map(({ range_no }) => Number(range_no));
};

async function tell(count: number): Promise<void> {
  const { db, clock } = shop.context;
  const about = { party: 'management', kind: 'certificate_expired', at: clock() };
  for (let n = 1; n <= count; n++) await writeFact(db, { ...about, fact_id: newId(), content: { n } });
  await sequencerOf(shop.context, { entriesMax: 1 }).fixOrder();
}

/** Management applies a shop's ranges in order, so everything the shop tells waits for the one that is missing. */
async function sendForSeconds(seconds: number): Promise<void> {
  const sender = rangeSenderOf(shop.context, () => {});
  for (let second = 0; second < seconds; second++) {
    while ((await sender.sendDue()) > 0);
    shop.passTime(SECOND_MS);
  }
}

/** A process whose database statements all fail once it has claimed ranges. */
async function killedAfterItsClaim(): Promise<void> {
  const { db } = shop.context;
  let isDead = false;
  const dying: typeof db = {
    ...db,
    async ask<Row>(text: string, values: readonly unknown[]) {
      if (isDead) throw new Error('Connection terminated');
      const answer = await db.ask<Row>(text, values);
      isDead = text.includes('update journal_ranges');
      return answer;
    },
  };
  const sender = rangeSenderOf({ ...shop.context, db: dying }, () => {});
  await expect(sender.sendDue()).rejects.toThrow('Connection terminated');
}

test('a range that management could not store at one moment is there two seconds later', async () => {
  await tell(3);
  let failed = false;
  management.answer = (asked) => {
    const isFirst = numberOf(asked) === 1 && !failed;
    if (isFirst) failed = true;
    return isFirst
      ? { status: 500, body: { code: 'internal_error' } }
      : { status: 200, body: { acknowledged_batch_no: numberOf(asked) } };
  };
  await sendForSeconds(3);
  expect(await open()).toEqual([]);
});

test('a range that was on its way when its process was killed is sent by another within five seconds', async () => {
  await tell(3);
  management.answer = (asked) => ({ status: 200, body: { acknowledged_batch_no: numberOf(asked) } });
  await killedAfterItsClaim();
  expect(await open()).toHaveLength(3);
  await sendForSeconds(5);
  expect(await open()).toEqual([]);
});

test('what was refused is tried again soon, but not all the time, and goes at once when the first gets through', async () => {
  await tell(3);
  management.answer = () => ({ status: 500, body: { code: 'internal_error' } });
  await sendForSeconds(600);
  const asked = (n: number) => management.asked.filter((each) => numberOf(each) === n).length;
  expect([asked(1), asked(2)]).toEqual([expect.closeTo(120, -1), expect.closeTo(16, -1)]);
  management.answer = (asked) => ({ status: 200, body: { acknowledged_batch_no: numberOf(asked) } });
  await sendForSeconds(7);
  expect(await open()).toEqual([]);
});
