import { Value } from 'typebox/value';
import { RegisterCertificate } from '../../../contracts/shop-certificates.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';

/** The expiry of certificates as registered at their shops, by order; without those whose call is not kept any more. */
export async function registeredUntil(
  executor: Executor,
  orderIds: readonly string[],
): Promise<Map<string, string>> {
  const found = await sql<{ subject_id: string; body: string }>`
    select distinct on (subject_id) subject_id, body from calls
    where subject_id = any(${[...orderIds]}::uuid[]) and purpose = 'register' and state = 'done'
    order by subject_id, created_at desc`.execute(executor);
  const until = new Map<string, string>();
  for (const { subject_id, body } of found.rows) {
    const registered: unknown = JSON.parse(body === '' ? 'null' : body);
    if (Value.Check(RegisterCertificate, registered)) until.set(subject_id, registered.expires_at);
  }
  return until;
}

/** The expiry of one that must have been registered, lately. */
export async function certificateExpiry(executor: Executor, orderId: string): Promise<string> {
  const expires_at = (await registeredUntil(executor, [orderId])).get(orderId);
  if (expires_at === undefined) throw new Error(`The certificate of order ${orderId} was never registered.`);
  return expires_at;
}
