import type { LookUpMember, MemberLookup } from '../../../contracts/shop-certificates.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { type Kept, kept } from '../../../kit/idempotency.ts';
import { type Keeping, keepParts } from '../../../kit/idempotency-keys.ts';
import { newId } from '../../../kit/ids.ts';
import { maskPhone } from '../../../kit/phone.ts';
import { insertEvidence } from '../../../kit/signing/evidence.ts';
import type { Evidence } from '../../../kit/signing/index.ts';
import type { ShopContext } from '../context.ts';

/** Purchase 8–9: the name behind a phone number among the shop's own members. Each look-up is logged with its order. */
export async function lookUpMember(
  context: ShopContext,
  executor: Executor,
  party: string,
  { order_id, phone }: LookUpMember,
  { evidence, keeping }: { evidence: Evidence; keeping: Keeping | null },
): Promise<Kept<MemberLookup>> {
  const found = await sql<{ name: string }>`
    select name from members where phone = ${phone} and name is not null`.execute(executor);
  const name = found.rows[0]?.name;
  const lookup: MemberLookup = name === undefined ? { found: false } : { found: true, name };
  await sql`
    with signed as (${insertEvidence(evidence)}),
    ${keepParts(keeping, lookup, sql`signed`)}
    insert into member_lookups (lookup_id, party, order_id, phone, found, evidence_id, at)
    select ${newId()}, ${party}, ${order_id}, ${phone}, ${name !== undefined}, message_id, ${context.clock()}
    from signed`.execute(executor);
  return kept(lookup);
}

export type Lookup = {
  lookup_id: string;
  party: string;
  order_id: string;
  phone: string;
  found: boolean;
  at: string;
};

/** The log of look-ups, newest first, with phone numbers masked. */
export async function listLookups(
  context: ShopContext,
  { before, limit }: { before?: string; limit: number },
): Promise<Lookup[]> {
  const found = await sql<Omit<Lookup, 'at'> & { at: Date }>`
    select lookup_id, party, order_id, phone, found, at from member_lookups
    where ${before === undefined ? sql`true` : sql`lookup_id < ${before}`}
    order by lookup_id desc limit ${limit}`.execute(context.db);
  return found.rows.map((row) => ({ ...row, phone: maskPhone(row.phone), at: row.at.toISOString() }));
}
