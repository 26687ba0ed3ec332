import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import { TestShop } from '../../../test/builders/shop-server.ts';

let shop: TestShop;

beforeAll(async () => {
  shop = await TestShop.open();
});
afterAll(() => shop.close());

test('a look-up of a member is logged with its order', async () => {
  await sql`
    insert into members (member_id, member_no, name, phone, origin, created_at)
    values (${newId()}, 'H-1', '홍길동', '+821012341234', 'added', ${shop.now})`.execute(shop.context.db);
  const order_id = newId();
  const found = await shop.peer('POST', '/v1/peer/member-lookups', { order_id, phone: '+821012341234' });
  expect(found.body).toEqual({ found: true, name: '홍길동' });
  const none = await shop.peer('POST', '/v1/peer/member-lookups', { order_id, phone: '+821012349999' });
  expect(none.body).toEqual({ found: false });
  const log = await sql<{ party: string; found: boolean }>`
    select party, found from member_lookups where order_id = ${order_id} order by lookup_id`.execute(
    shop.context.db,
  );
  expect(log.rows).toEqual([
    { party: 'management', found: true },
    { party: 'management', found: false },
  ]);
});
