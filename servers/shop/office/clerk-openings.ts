import { FOR_THESE_VALUES } from '../../../kit/db/plans.ts';
import { sql } from '../../../kit/db/sql.ts';
import { maskPhone } from '../../../kit/phone.ts';
import type { ShopContext } from '../context.ts';

/** A clerk opened a phone's certificates without their PIN. */
export type ListedOpening = {
  opening_id: string;
  clerk_name: string;
  store_name_ko: string;
  store_name_en: string;
  terminal_name: string;
  /** The holder's code, or the kind of document that the clerk was shown. */
  proof: string;
  phone: string;
  certificate_ids: string[];
  at: string;
};

type Row = Omit<ListedOpening, 'at'> & { at: Date };

/** Openings by clerks, newest first: of one certificate, or all. */
export async function listClerkOpenings(
  { db }: Pick<ShopContext, 'db'>,
  { certificate_id }: { certificate_id?: string },
  { before, limit }: { before?: string; limit: number },
): Promise<ListedOpening[]> {
  const found = await sql<Row>`
    select o.opening_id, c.name as clerk_name, s.name_ko as store_name_ko, s.name_en as store_name_en,
      t.name as terminal_name, o.proof, o.phone, o.at,
      o.certificate_ids::text[] as certificate_ids
    from clerk_openings o join clerks c using (clerk_id) join terminals t using (terminal_id)
      join stores s using (store_id)
    where (${before ?? null}::uuid is null or o.opening_id < ${before ?? null}::uuid)
      and (${certificate_id ?? null}::uuid is null or ${certificate_id ?? null}::uuid = any(o.certificate_ids))
    order by o.opening_id desc limit ${limit}`.execute(db, FOR_THESE_VALUES);
  return found.rows.map(({ phone, at, ...row }) => ({
    ...row,
    phone: maskPhone(phone),
    at: at.toISOString(),
  }));
}
