import { BlockList, isIP, isIPv4 } from 'node:net';
import { addMs, DAY_MS } from '../clock.ts';
import { sql } from '../db/sql.ts';
import { inTransaction, type Tx } from '../db/transaction.ts';
import { isRange } from '../http/network.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../result.ts';
import { newToken, tokenDigest } from '../tokens.ts';
import { parseName } from '../typed/name.ts';
import type { StaffCaller, StaffContext } from './context.ts';
import { addStaff, SERVICE_ROLE } from './staff.ts';

/** The beginning of a program's token. */
export const SERVICE_TOKEN = 'service';

type Granted = { login: string; name: string; scopes: string[]; addresses: string[] };

export type ServiceAccount = Granted & {
  staff_id: string;
  made_by: string;
  created_at: string;
  token_expires_at?: string;
  last_used_at?: string;
};

export const ADD_SERVICE_ACCOUNT_REFUSALS = refusals(
  'login_invalid',
  'name_invalid',
  'address_range_invalid',
  'member_exists', // the login is taken
);

/** An account for a program, as yet without a token. */
export async function addServiceAccount(
  context: StaffContext,
  tx: Tx,
  { staff_id, made_by, login, name, ...granted }: Granted & { staff_id: string; made_by: string },
): Promise<Result<{ staff_id: string }, RefusalOf<typeof ADD_SERVICE_ACCOUNT_REFUSALS>>> {
  if (!/^[a-z0-9._-]{3,64}$/.test(login)) return refuse('login_invalid');
  const named = parseName(name);
  if (!named.ok) return named;
  const addresses = granted.addresses.map((address) => address.trim());
  const wrong = addresses.findIndex((address) => !isRange(address));
  if (wrong >= 0) return refuse('address_range_invalid', { pointer: `/addresses/${wrong}` });
  const staff = { staff_id, login, name: named.value, role: SERVICE_ROLE, password_hash: null };
  const added = await addStaff(context, tx, staff);
  if (!added.ok) return added;
  const scopes = [...new Set(granted.scopes)];
  await sql`
    insert into service_accounts (staff_id, scopes, addresses, made_by)
    values (${staff_id}, ${scopes}, ${addresses}, ${made_by})`.execute(tx);
  return done({ staff_id });
}

export const NEW_SERVICE_TOKEN_REFUSALS = refusals('member_not_found');

/** A new token in place of the last one. It is shown once. */
export async function newServiceToken(
  context: StaffContext,
  { staffId, madeBy, days }: { staffId: string; madeBy: string; days: number },
): Promise<Result<{ token: string; expires_at: string }, RefusalOf<typeof NEW_SERVICE_TOKEN_REFUSALS>>> {
  const token = newToken(SERVICE_TOKEN, context.random);
  return inTransaction(context.db, async (tx) => {
    const now = context.clock();
    const expires = addMs(now, days * DAY_MS);
    const found = await sql`
      select 1 from staff where staff_id = ${staffId} and role = ${SERVICE_ROLE} and left_at is null
      for update`.execute(tx);
    if (found.rows.length === 0) return refuse('member_not_found');
    await sql`
      update service_tokens set ended_at = ${now} where staff_id = ${staffId} and ended_at is null`.execute(
      tx,
    );
    await sql`
      insert into service_tokens (token_digest, staff_id, made_by, created_at, expires_at)
      values (${tokenDigest(token)}, ${staffId}, ${madeBy}, ${now}, ${expires})`.execute(tx);
    return done({ token, expires_at: expires.toISOString() });
  });
}

type Row = Granted & {
  staff_id: string;
  made_by: string;
  created_at: Date;
  expires_at: Date | null;
  last_used_at: Date | null;
};

export async function listServiceAccounts({ db }: StaffContext): Promise<ServiceAccount[]> {
  const found = await sql<Row>`
    select a.staff_id, s.login, s.name, a.scopes, a.addresses, m.login as made_by, s.created_at,
      t.expires_at, t.last_used_at
    from service_accounts a
    join staff s on s.staff_id = a.staff_id
    join staff m on m.staff_id = a.made_by
    left join service_tokens t on t.staff_id = a.staff_id and t.ended_at is null
    where s.left_at is null order by s.login limit 500`.execute(db);
  return found.rows.map(({ created_at, expires_at, last_used_at, ...account }) => ({
    ...account,
    created_at: created_at.toISOString(),
    ...(expires_at === null ? {} : { token_expires_at: expires_at.toISOString() }),
    ...(last_used_at === null ? {} : { last_used_at: last_used_at.toISOString() }),
  }));
}

/** The program that a token belongs to, if it may come from this address, and what it may do. */
export async function programOf(
  { db, clock }: Pick<StaffContext, 'db' | 'clock'>,
  token: string,
  ip: string,
): Promise<{ caller: StaffCaller; scopes: string[]; is_expired: boolean } | undefined> {
  const found = await sql<{ staff_id: string; scopes: string[]; addresses: string[]; expires_at: Date }>`
    select a.staff_id, a.scopes, a.addresses, t.expires_at
    from service_tokens t join service_accounts a using (staff_id) join staff s using (staff_id)
    where t.token_digest = ${tokenDigest(token)} and t.ended_at is null and s.left_at is null`.execute(db);
  const [known] = found.rows;
  if (known === undefined || !isWithin(known.addresses, ip)) return undefined;
  const { staff_id, scopes, expires_at } = known;
  const caller = { staff_id, session_id: staff_id, role: SERVICE_ROLE };
  return { caller, scopes, is_expired: expires_at <= clock() };
}

/** Notes when a program was last here, once a minute at most. */
export async function noteUse(
  { db, clock }: Pick<StaffContext, 'db' | 'clock'>,
  staffId: string,
): Promise<void> {
  const now = clock();
  await sql`
    update service_tokens set last_used_at = ${now}
    where staff_id = ${staffId} and ended_at is null
      and (last_used_at is null or last_used_at < ${addMs(now, -60_000)})`.execute(db);
}

function isWithin(ranges: readonly string[], ip: string): boolean {
  if (ranges.length === 0) return true;
  if (isIP(ip) === 0) return false;
  const permitted = new BlockList();
  for (const range of ranges) {
    const [address = '', length] = range.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    permitted.addSubnet(
      address,
      length === undefined ? (isIPv4(address) ? 32 : 128) : Number(length),
      family,
    );
  }
  return permitted.check(ip, isIPv4(ip) ? 'ipv4' : 'ipv6');
}
