import { Value } from 'typebox/value';
import { RegisterCertificate } from '../../../contracts/shop-certificates.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';

/** A certificate's expiry as registered at its shop; undefined if that call is not kept any more. */
export async function registeredUntil(executor: Executor, orderId: string): Promise<string | undefined> {
  const found = await sql<{ body: string }>`
    select body from calls where subject_id = ${orderId} and purpose = 'register' and state = 'done'
    order by created_at desc limit 1`.execute(executor);
  const registered: unknown = JSON.parse(found.rows[0]?.body ?? 'null');
  return Value.Check(RegisterCertificate, registered) ? registered.expires_at : undefined;
}

/** The same of one that must have been registered, lately. */
export async function certificateExpiry(executor: Executor, orderId: string): Promise<string> {
  const expires_at = await registeredUntil(executor, orderId);
  if (expires_at === undefined) throw new Error(`The certificate of order ${orderId} was never registered.`);
  return expires_at;
}
