import { sql } from '../db/sql.ts';
import { inTransaction, type Tx } from '../db/transaction.ts';
import { compareCounted, consumeAll, giveBack, type LimitUse } from '../limits.ts';
import { refuseLogIn } from '../log-ins-failed.ts';
import { verifySecret } from '../passwords.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../result.ts';
import { parseFactorCode, takeFactorCode } from './codes.ts';
import type { StaffCaller, StaffContext, StaffRules } from './context.ts';
import { needsFactor, readFactors, stageAfterPassword } from './factors.ts';
import { knownBrowser } from './known-browsers.ts';
import { isPassword } from './password.ts';
import { completeLogIn, type From, openSession, type StaffSession } from './sessions.ts';
import { readStaff, type Staff } from './staff.ts';

export const STAFF_LOG_IN_REFUSALS = refusals(
  'second_factor_code_invalid', // a code came along that is neither six digits nor a recovery code
  'rate_limited',
  'second_factor_required', // strangers have guessed at this login: send the code along, or wait
  'credentials_wrong',
);

type Credentials = { login: string; password: string };
type FromBrowser = From & { browser_token: string | undefined };
type Entered = Promise<Result<StaffSession, RefusalOf<typeof STAFF_LOG_IN_REFUSALS>>>;

/** Whose codes a wrong password is compared with, so that it takes as long as a right one. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * The first step: login and password. The attempt is counted before the password is compared. Strangers' attempts at a
 * login don't count against the browsers that its owner has logged in with. When strangers have spent theirs, unknown
 * browsers are asked for password and code together (`logInWithCode`), before the password is looked at and whether or not
 * there is such a login, so that guessing on teaches nothing.
 */
export async function logIn(
  context: StaffContext,
  rules: StaffRules,
  { login, password }: Credentials,
  from: FromBrowser,
): Entered {
  const { db, limits } = context;
  const known = await readCredentials(context, login);
  const browser = await knownBrowser(context, known?.staff_id, from.browser_token);
  const uses: LimitUse[] = [
    browser === undefined ? [limits.staffByLogin, login] : [limits.staffByBrowser, browser],
    [limits.staffByAddress, from.address],
  ];
  const allowed = await consumeAll(uses);
  if (!allowed.ok) {
    const isByStrangers = allowed.by.every((name) => name === limits.staffByLogin.name);
    return refuse(isByStrangers ? 'second_factor_required' : 'rate_limited', {
      retry_after_s: allowed.retry_after_s,
    });
  }
  const compared = await compareCounted(uses, () => isRight(known, password, from));
  if (!compared || known === undefined) return refuseLogIn('staff', 'credentials_wrong');
  await (browser === undefined ? limits.staffByLogin.clear(login) : limits.staffByBrowser.clear(browser));
  const { password_hash, ...staff } = known;
  const factors = await readFactors(db, staff.staff_id);
  const stage = stageAfterPassword(factors, needsFactor(context, rules, staff.role));
  return inTransaction(db, async (tx) =>
    (await isStill(tx, staff.staff_id, password_hash))
      ? done(await openSession(context, tx, staff, from, stage))
      : refuse('credentials_wrong'),
  );
}

/**
 * Both steps at once. It counts by address, and as a try at the codes of the account only if the password is right: strangers
 * who don't know it use up nothing of the owner's. The answer is the same whichever of the two was wrong, and also when
 * the codes can't be tried any more.
 */
export async function logInWithCode(
  context: StaffContext,
  { login, password, code: typed }: Credentials & { code: string },
  from: FromBrowser,
): Entered {
  const code = parseFactorCode(typed);
  if (code === undefined) return refuse('second_factor_code_invalid');
  const { db, limits } = context;
  const own: LimitUse = [limits.staffByAddress, from.address];
  const allowed = await consumeAll([own]);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  const known = await readCredentials(context, login);
  const who = (await isRight(known, password, from)) ? known : undefined;
  const guesses = await codeGuesses(context, who?.staff_id ?? NOBODY, from.browser_token);
  const mayTry = (await consumeAll([guesses])).ok;
  const session = await inTransaction(db, async (tx) => {
    const isStillRight = await isStill(tx, who?.staff_id ?? NOBODY, who?.password_hash ?? null);
    const owner = mayTry && isStillRight && who !== undefined ? who.staff_id : NOBODY;
    if (!(await takeFactorCode(context, tx, owner, code)) || who === undefined) return undefined;
    const { password_hash: _, ...staff } = who;
    return openSession(context, tx, staff, from, 'open');
  });
  if (session === undefined) return refuseLogIn('staff', 'credentials_wrong');
  const [limit, key] = guesses;
  await limit.clear(key);
  await giveBack([own]);
  return done(session);
}

/** Where tries at somebody's codes count: from a browser that they have logged in with, for that alone. */
async function codeGuesses(
  context: StaffContext,
  staffId: string,
  browserToken: string | undefined,
): Promise<LimitUse> {
  const browser = await knownBrowser(context, staffId, browserToken);
  const { staffCodes, staffByBrowser } = context.limits;
  return browser === undefined ? [staffCodes, staffId] : [staffByBrowser, browser];
}

type Stored = Staff & { password_hash: string | null };

async function readCredentials({ db }: StaffContext, login: string): Promise<Stored | undefined> {
  const found = await sql<Stored>`
    select staff_id, login, name, role, password_hash from staff
    where login = ${login} and left_at is null`.execute(db);
  return found.rows[0];
}

function isRight(known: Stored | undefined, password: string, { address }: From): Promise<boolean> {
  return verifySecret(known?.password_hash ?? null, password, { from: address, share: 'known' });
}

/** A reset or departure in the meantime has ended the sessions that it saw, and must not miss the one that is opened now. */
async function isStill(tx: Tx, staffId: string, passwordHash: string | null): Promise<boolean> {
  const still = await sql`
    select 1 from staff
    where staff_id = ${staffId} and password_hash = ${passwordHash} and left_at is null for share`.execute(
    tx,
  );
  return still.rows.length > 0;
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
  const { db } = context;
  const [limit, key] = await codeGuesses(context, staff_id, browserToken);
  const allowed = await consumeAll([[limit, key]]);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  const staff = await readStaff(context, staff_id);
  const session = await inTransaction(db, async (tx) =>
    (await takeFactorCode(context, tx, staff_id, code))
      ? completeLogIn(context, tx, staff, session_id)
      : undefined,
  );
  if (session === undefined) return refuseLogIn('staff', 'second_factor_wrong');
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
