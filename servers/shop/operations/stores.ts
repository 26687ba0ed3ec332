import { sql } from 'kysely';
import type { ShopContext } from '../context.ts';
import type { Place } from './holds.ts';

/** The web shop is a store as well: sales must belong to one. It is made the first time it is needed. */
const ONLINE_STORE_ID = '00000000-0000-7000-8000-000000000001';

export async function readOnlineStore(context: ShopContext): Promise<Place> {
  const { brandKo, brandEn } = context.settings;
  const name_ko = `${brandKo} 온라인`;
  await sql`
    insert into stores (store_id, name_ko, name_en, created_at)
    values (${ONLINE_STORE_ID}, ${name_ko}, ${`${brandEn} online`}, ${context.clock()})
    on conflict do nothing`.execute(context.db);
  return { terminal_id: null, store_id: ONLINE_STORE_ID, store_name: name_ko, channel: 'online' };
}
