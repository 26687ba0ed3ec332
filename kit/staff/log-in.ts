import { sql } from '../db/sql.ts';
import { inTransaction } from '../db/transaction.ts';
import { consumeAll, giveBack } from '../limits.ts';
import { verifySecret } from '../passwords.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../result.ts';
import { parseFactorCode, takeFactorCode } from './codes.ts';
import type { StaffCaller, StaffContext, StaffRules } from './context.ts';
import { needsFactor, readFactors, stageAfterPassword } from './factors.ts';
import { knownBrowser } from './known-browsers.ts';
import { isPassword } from './password.ts';
import { completeLogIn, type From, openSession, type StaffSession } from './sessions.ts';
import { readStaff, type Staff } from './staff.ts';

export const STAFF_LOG_IN_REFUSALS = refusals('rate_limited', 'credentials_wrong');

/**
 * The first step: login and password. The attempt is counted before the password is compared. Strangers' attempts at a
 * login don't count against the browsers that its owner has logged in with.
 */
export async function logIn(
  context: StaffContext,
  rules: StaffRules,
  { login, password }: { login: string; password: string },
  from: From & { browser_token: string | undefined },
): Promise<Result<StaffSession, RefusalOf<typeof STAFF_LOG_IN_REFUSALS>>> {
  const { db, limits } = context;
  const found = await sql<Staff & { password_hash: string | null }>`
    select staff_id, login, name, role, password_hash from staff
    where login = ${login} and left_at is null`.execute(db);
  const [known] = found.rows;
  const browser = await knownBrowser(context, known?.staff_id, from.browser_token);
  const allowed = await consumeAll([
    browser === undefined ? [limits.staffByLogin, login] : [limits.staffByBrowser, browser],
    [limits.staffByAddress, from.address],
  ]);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  if (
    !(await verifySecret(known?.password_hash ?? null, password, { from: from.address, share: 'known' })) ||
    known === undefined
  )
    return refuse('credentials_wrong');
  await (browser === undefined ? limits.staffByLogin.clear(login) : limits.staffByBrowser.clear(browser));
  await giveBack([[limits.staffByAddress, from.address]]);
  const { password_hash, ...staff } = known;
  const factors = await readFactors(db, staff.staff_id);
  const stage = stageAfterPassword(factors, needsFactor(context, rules, staff.role));
  return inTransaction(db, async (tx) => {
    // A reset or departure in the meantime has ended the sessions that it saw, and must not miss this one.
    const still = await sql`
      select 1 from staff
      where staff_id = ${staff.staff_id} and password_hash = ${password_hash} and left_at is null for share`.execute(
      tx,
    );
    if (still.rows.length === 0) return refuse('credentials_wrong');
    return done(await openSession(context, tx, staff, from, stage));
  });
}

export const STAFF_SECOND_FACTOR_REFUSALS = refusals(
  'second_factor_code_invalid', // neither six digits nor a recovery code
  'rate_limited',
  'second_factor_wrong', // wrong, or used before
);

/** The second step: a code of the app, or a recovery code. */
export async function enterSecondFactor(
  context: StaffContext,
  { staff_id, session_id }: StaffCaller,
  typed: string,
  browserToken: string | undefined,
): Promise<Result<StaffSession, RefusalOf<typeof STAFF_SECOND_FACTOR_REFUSALS>>> {
  const code = parseFactorCode(typed);
  if (code === undefined) return refuse('second_factor_code_invalid');
  const { db, limits } = context;
  const browser = await knownBrowser(context, staff_id, browserToken);
  const [limit, key] =
    browser === undefined ? [limits.staffCodes, staff_id] : ([limits.staffByBrowser, browser] as const);
  const allowed = await consumeAll([[limit, key]]);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  const staff = await readStaff(context, staff_id);
  const session = await inTransaction(db, async (tx) =>
    (await takeFactorCode(context, tx, staff_id, code))
      ? completeLogIn(context, tx, staff, session_id)
      : undefined,
  );
  if (session === undefined) return refuse('second_factor_wrong');
  await limit.clear(key);
  return done(session);
}

export const PROVE_AGAIN_REFUSALS = refusals(
  'second_factor_code_invalid',
  'rate_limited',
  'credentials_wrong',
  'second_factor_wrong',
);

/** Somebody who is logged in enters their password or a code again, for what needs a recent proof. */
export async function proveAgain(
  context: StaffContext,
  { staff_id, session_id }: StaffCaller,
  given: { password: string } | { code: string },
): Promise<Result<{ proved_at: string }, RefusalOf<typeof PROVE_AGAIN_REFUSALS>>> {
  const code = 'code' in given ? parseFactorCode(given.code) : undefined;
  if ('code' in given && code === undefined) return refuse('second_factor_code_invalid');
  const { db, clock, limits } = context;
  const allowed = await consumeAll([[limits.staffProofs, staff_id]]);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  if ('password' in given && !(await isPassword(context, staff_id, given.password)))
    return refuse('credentials_wrong');
  if (code !== undefined && !(await inTransaction(db, (tx) => takeFactorCode(context, tx, staff_id, code))))
    return refuse('second_factor_wrong');
  await limits.staffProofs.clear(staff_id);
  const now = clock();
  await sql`update staff_sessions set proved_at = ${now} where session_id = ${session_id}`.execute(db);
  return done({ proved_at: now.toISOString() });
}
