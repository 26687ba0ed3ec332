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
  // What a process leaves that is killed between its claim and the answer.
  await sql`
    update journal_ranges set attempts = 1, next_attempt_at = ${new Date(shop.now.getTime() + 30 * SECOND_MS)}
    where party = 'management' and range_no = 1`.execute(shop.context.db);
  await sendForSeconds(5);
  expect(await open()).toEqual([]);
});
