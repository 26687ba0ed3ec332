import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMs, type Clock, DAY_MS, HOUR_MS, SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { listFailing } from '../../../kit/due/failing-work.ts';
import { storePartyKeys } from '../../../kit/signing/index.ts';
import { asOwner, cloneOrder, cloneShop } from '../../../test/builders/cloned-orders.ts';
import { anOffer, stateOf } from '../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../test/builders/management.ts';
import { aParty } from '../../../test/builders/parties.ts';
import { PeerStub, type StubAnswer } from '../../../test/builders/peer-stub.ts';
import { settleUnknown } from '../settle-calls.ts';
import { expireOffers } from './due-orders.ts';

const GIFTS = 40;
let management: TestManagement;
let refusing: PeerStub;
let running: Clock;

beforeAll(async () => {
  management = await aManagement();
  running = management.context.clock;
  refusing = await PeerStub.open();
  const { entry, key } = aParty('shop:refusing', 'refusing-test', { base_url: refusing.url });
  refusing.signer = { key, clock: () => management.context.clock() };
  Object.assign(management.context, { parties: [...management.context.parties, entry] });
  await storePartyKeys(management.context.db, [entry], management.context.clock());
  await cloneShop(management, 'refusing', 'shop:refusing');
});
afterAll(async () => {
  await refusing?.close();
  await management?.close();
});

const countOf = async (state: string) => {
  const found = await sql<{ gifts: bigint }>`
    select count(*) as gifts from orders where shop_id = 'refusing' and state = ${state}`.execute(
    management.context.db,
  );
  return Number(found.rows[0]?.gifts);
};

const certificateIn = (path: string) => path.split('/').at(-2) ?? '';

test.each<[string, StubAnswer]>([
  ['says that management is not permitted', { status: 403, body: { code: 'caller_not_permitted' } }],
  ['knows no such address', { status: 404, body: { code: 'not_found' } }],
  ['answers like somebody else’s server', 'answer_unsigned'],
])(
  'many gifts of a shop that %s delay no other shop, are no dead letters, and end when it is back',
  async (_, refusal) => {
    refusing.answer = () => refusal;
    const other = await anOffer(management);
    const template = await anOffer(management);
    await cloneOrder(management, template, { shop_id: 'refusing', copies: GIFTS });
    management.pass(7 * DAY_MS + SECOND_MS);
    // From here on time passes only when this test says so.
    let now = running();
    Object.assign(management.context, { clock: () => now });

    await expireOffers(management.context);
    expect(await stateOf(management, other)).toBe('refunded');
    while ((await expireOffers(management.context)) > 0);
    expect([await countOf('offered'), await countOf('cancelling')]).toEqual([0, GIFTS]);
    for (let rounds = 0; rounds < 5; rounds++) {
      now = addMs(now, HOUR_MS);
      await settleUnknown(management.context);
    }
    expect(await listFailing(management.context.db, 10)).toEqual([]);
    expect(await countOf('cancelling')).toBe(GIFTS);

    refusing.answer = ({ path }) => ({
      status: 200,
      body: { certificate_id: certificateIn(path), state: 'cancelled', balance_minor: 0, currency: 'KRW' },
    });
    now = addMs(now, HOUR_MS);
    while ((await settleUnknown(management.context)) > 0);
    // Settlement knows nothing of the copies' payments.
    expect([await countOf('cancelling'), await countOf('refunding')]).toEqual([0, GIFTS]);
    await asOwner(management, `update orders set shop_id = 'haneul' where shop_id = 'refusing'`);
    management.pass(+now - +running());
    Object.assign(management.context, { clock: running });
  },
  120_000,
);
