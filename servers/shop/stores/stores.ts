import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import { type Locale, mainLocale } from '../../../kit/words/index.ts';
import type { ShopContext } from '../context.ts';
import type { Place } from './places.ts';

/** What people ask about a store, in the shop's own words. */
export type StoreDetails = {
  district: string | null;
  address: string | null;
  opening_hours: string | null;
  phone: string | null;
};
/** The same for people who read English; null where they are told what everybody is. */
export type StoreInEnglish = {
  district_en: string | null;
  address_en: string | null;
  opening_hours_en: string | null;
};
/** Where it is on a map of the shop's choice; null where people are led to a search for its address. */
export type StoreMap = { map_url: string | null };
export type Store = { store_id: string; name_ko: string; name_en: string } & StoreDetails &
  StoreInEnglish &
  StoreMap;
export type Terminal = {
  terminal_id: string;
  store_id: string;
  name: string;
  enrolled_at: string | null;
  blocked_at: string | null;
  /** When it last logged in; a session lasts twelve hours. */
  last_session_at: string | null;
};

/** The web shop is a store too, since every sale belongs to one. It is created when first needed. */
const ONLINE_STORE_ID = '00000000-0000-7000-8000-000000000001';

export async function readOnlineStore(context: ShopContext): Promise<Place> {
  const { brandKo, brandEn } = context.settings;
  const name_ko = `${brandKo} 온라인`;
  const known = await sql`select 1 from stores where store_id = ${ONLINE_STORE_ID}`.execute(context.db);
  if (known.rows.length === 0) {
    await sql`
      insert into stores (store_id, name_ko, name_en, created_at)
      values (${ONLINE_STORE_ID}, ${name_ko}, ${`${brandEn} online`}, ${context.clock()})
      on conflict do nothing`.execute(context.db);
  }
  return { terminal_id: null, store_id: ONLINE_STORE_ID, store_name: name_ko, channel: 'online' };
}

export const ADD_STORE_REFUSALS = refusals('phone_number_invalid');

export async function addStore(
  context: ShopContext,
  tx: Tx,
  {
    store_id,
    name_ko,
    name_en,
    district_en = null,
    address_en = null,
    opening_hours_en = null,
    map_url = null,
    ...given
  }: Omit<Store, keyof (StoreInEnglish & StoreMap)> & Partial<StoreInEnglish & StoreMap>,
): Promise<Result<Store, RefusalOf<typeof ADD_STORE_REFUSALS>>> {
  const checked = checkDetails(given);
  if (!checked.ok) return checked;
  const { district, address, opening_hours, phone } = checked.value;
  await sql`
    insert into stores (store_id, name_ko, name_en, district, district_en, address, address_en, opening_hours,
      opening_hours_en, phone, map_url, created_at)
    values (${store_id}, ${name_ko}, ${name_en}, ${district}, ${district_en}, ${address}, ${address_en},
      ${opening_hours}, ${opening_hours_en}, ${phone}, ${map_url}, ${context.clock()})`.execute(tx);
  return done({
    store_id,
    name_ko,
    name_en,
    ...checked.value,
    district_en,
    address_en,
    opening_hours_en,
    map_url,
  });
}

export const CHANGE_STORE_REFUSALS = refusals('phone_number_invalid', 'store_not_found');

/** Replaces what people are told of a store; what is missing in English and its map stay as they are. */
export async function changeStore(
  tx: Tx,
  storeId: string,
  {
    district_en,
    address_en,
    opening_hours_en,
    map_url,
    ...given
  }: StoreDetails & Partial<StoreInEnglish & StoreMap>,
): Promise<Result<Store, RefusalOf<typeof CHANGE_STORE_REFUSALS>>> {
  const checked = checkDetails(given);
  if (!checked.ok) return checked;
  const { district, address, opening_hours, phone } = checked.value;
  const changed = await sql<Store>`
    update stores set district = ${district}, address = ${address}, opening_hours = ${opening_hours}, phone = ${phone},
      district_en = case when ${district_en === undefined}::boolean then district_en else ${district_en ?? null} end,
      address_en = case when ${address_en === undefined}::boolean then address_en else ${address_en ?? null} end,
      opening_hours_en =
        case when ${opening_hours_en === undefined}::boolean then opening_hours_en else ${opening_hours_en ?? null} end,
      map_url = case when ${map_url === undefined}::boolean then map_url else ${map_url ?? null} end
    where store_id = ${storeId}
    returning store_id, name_ko, name_en, district, district_en, address, address_en, opening_hours, opening_hours_en,
      phone, map_url`.execute(tx);
  const [store] = changed.rows;
  return store === undefined ? refuse('store_not_found') : done(store);
}

function checkDetails({
  phone,
  ...texts
}: StoreDetails): Result<StoreDetails, RefusalOf<typeof ADD_STORE_REFUSALS>> {
  if (phone === null) return done({ phone, ...texts });
  const parsed = parsePhone(phone);
  return parsed.ok ? done({ ...texts, phone: parsed.e164 }) : refuse(parsed.code);
}

export async function listStores(context: ShopContext): Promise<Store[]> {
  const found = await sql<Store>`
    select store_id, name_ko, name_en, district, district_en, address, address_en, opening_hours, opening_hours_en, phone,
      map_url
    from stores order by store_id limit 1000`.execute(context.db);
  return found.rows;
}

/** The places that people can go to, which the online shop is none of. */
export async function listPlaces(context: ShopContext): Promise<Store[]> {
  return (await listStores(context)).filter(({ store_id }) => store_id !== ONLINE_STORE_ID);
}

/** A store as people who read this language are told of it: in Korean or in English. */
export function storeIn(
  locale: Locale,
  store: Store,
): { store_id: string; name: string } & StoreDetails & StoreMap {
  const { store_id, phone, map_url, district, address, opening_hours } = store;
  if (mainLocale(locale) === 'ko')
    return { store_id, name: store.name_ko, district, address, opening_hours, phone, map_url };
  return {
    store_id,
    name: store.name_en,
    district: store.district_en ?? district,
    address: store.address_en ?? address,
    opening_hours: store.opening_hours_en ?? opening_hours,
    phone,
    map_url,
  };
}

export async function listTerminals(context: ShopContext): Promise<Terminal[]> {
  type Times = 'enrolled_at' | 'blocked_at' | 'last_session_at';
  const found = await sql<Omit<Terminal, Times> & { [Name in Times]: Date | null }>`
    select terminal_id, store_id, name, enrolled_at, blocked_at,
      (select max(x.created_at) from terminal_sessions x where x.terminal_id = t.terminal_id) as last_session_at
    from terminals t order by store_id, terminal_id limit 1000`.execute(context.db);
  return found.rows.map((terminal) => ({
    ...terminal,
    enrolled_at: terminal.enrolled_at?.toISOString() ?? null,
    blocked_at: terminal.blocked_at?.toISOString() ?? null,
    last_session_at: terminal.last_session_at?.toISOString() ?? null,
  }));
}
