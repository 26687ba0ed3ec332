import { afterAll, beforeAll, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { newId } from '../../../kit/ids.ts';
import { anAcceptedGift } from '../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../test/builders/management.ts';
import { listDisputes, listUnread } from './list-disputes.ts';
import { readDisputes } from './read-disputes.ts';

let management: TestManagement;
beforeAll(async () => {
  management = await aManagement();
});
afterAll(() => management.close());

const asked = () => management.settlement.received.filter(({ path }) => path.includes('disputes?')).length;
const unread = async () => (await listUnread(management.context.db)).map(({ problem }) => problem);

test.each([
  ['that never comes further', { read_up_to: 0, last_position: 10 }],
  ['that ends where nobody can ask', { read_up_to: 1e16, last_position: 1e16 }],
])(
  'a list of disputes %s is asked for again a minute later, and is read once it is honest',
  async (_what, lie) => {
    management.pass(2 * MINUTE_MS);
    const { context, disputes, settlement } = management;
    disputes.splice(0);
    const order_id = await anAcceptedGift(management);
    const extra = { disputes: [], ...lie };
    settlement.goesWrong('disputes?after=0', { kind: 'refuses', status: 200, code: 'lie', extra });
    const before = asked();
    for (let round = 0; round < 3; round++) await readDisputes(context);
    expect(asked()).toBe(before + 1);
    expect(await unread()).toHaveLength(1);
    const dispute = { order_id, state: 'open', amount_minor: 50_000, currency: 'KRW', reason: 'fraudulent' };
    disputes.push({ dispute_id: newId(), ...dispute, state: 'open', position: 1 });
    management.pass(MINUTE_MS);
    await readDisputes(context);
    expect(await unread()).toEqual([]);
    const [told] = await listDisputes(context.db, { limit: 1 });
    expect(told).toMatchObject({ told_by: 'settlement', payment_id: order_id, state: 'open' });
    disputes.splice(0);
    management.pass(MINUTE_MS);
    await readDisputes(context);
  },
);
