import { koreanDay } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { maskPhone } from '../../../kit/phone.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';

export type LookUpFilter = {
  client_id?: string;
  day?: string;
  phone?: string;
  before?: string;
  limit: number;
};

export type LoggedLookUp = {
  lookup_id: string;
  client_id: string;
  ground: string;
  api: string;
  phone: string | null;
  attributes: string[];
  status: number;
  code: string;
  trace_id: string;
  at: string;
};

export const LIST_LOOK_UPS_REFUSALS = refusals('phone_number_invalid');

/** The log of look-ups, newest first, with phone numbers masked. */
export async function listLookUps(
  executor: Executor,
  { client_id, day, phone, before, limit }: LookUpFilter,
): Promise<Result<LoggedLookUp[], RefusalOf<typeof LIST_LOOK_UPS_REFUSALS>>> {
  const conditions = [sql`true`];
  if (client_id !== undefined) conditions.push(sql`client_id = ${client_id}`);
  if (before !== undefined) conditions.push(sql`lookup_id < ${before}`);
  if (day !== undefined) {
    const { from, until } = koreanDay(day);
    conditions.push(sql`at >= ${from} and at < ${until}`);
  }
  if (phone !== undefined) {
    const parsed = parsePhone(phone);
    if (!parsed.ok) return refuse(parsed.code);
    conditions.push(sql`phone_number = ${parsed.e164}`);
  }
  const found = await sql<Omit<LoggedLookUp, 'at'> & { at: Date }>`
    select lookup_id, client_id, ground, api, phone_number as phone, attributes, status, code, trace_id, at
    from lookups where ${sql.join(conditions, sql` and `)}
    order by lookup_id desc limit ${limit}`.execute(executor);
  return done(
    found.rows.map((row) => ({
      ...row,
      phone: row.phone === null ? null : maskPhone(row.phone),
      at: row.at.toISOString(),
    })),
  );
}
