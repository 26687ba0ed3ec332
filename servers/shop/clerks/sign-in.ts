import { randomUUID } from 'node:crypto';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { type Executor, inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { consumeAll, giveBack, type LimitUse, usesLeft } from '../../../kit/limits.ts';
import { refuseLogIn } from '../../../kit/log-ins-failed.ts';
import { minorToJson } from '../../../kit/money.ts';
import { checkPin, PIN_REFUSALS } from '../../../kit/pin-policy.ts';
import { type Done, done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import { parsePin } from '../../../kit/typed/pin.ts';
import type { ShopContext } from '../context.ts';
import type { Till } from '../stores/places.ts';
import { CLERK_PIN_DIGITS, clerkPinDigest, clerkPinMatches } from './clerk-pin.ts';
import type { Clerk } from './clerks.ts';

/** After so long without anything done at the terminal, its clerk is signed out. */
export const CLERK_IDLE_MS = 10 * MINUTE_MS;

export type SignIn = { clerk_number: number; pin: string; new_pin?: string } | { badge: string };
export type SignedIn = { clerk: Clerk; idle_minutes: number };

/** `pin_to_store` is a new PIN, or the same one where it was stored under an old key. */
type Known = Clerk & { by: 'pin' | 'badge'; pin_to_store?: string };

export const SIGN_IN_REFUSALS = refusals(
  ...PIN_REFUSALS, // of the PIN only that it can't be one, which is no attempt; the others of the new PIN
  'rate_limited',
  'clerk_pin_wrong', // or no such number, or a first PIN that has expired
  'badge_unknown',
  'clerk_pin_is_first', // right, but the clerk has to choose their own with it
);
type SignInRefusal = RefusalOf<typeof SIGN_IN_REFUSALS>;

/**
 * Signs a clerk in at a terminal, in place of whoever was signed in there. Wrong PINs are counted for the number at this
 * terminal, and for this terminal, before they are compared: so nobody elsewhere can lock a clerk out.
 */
export async function signIn(
  context: ShopContext,
  till: Till,
  input: SignIn,
): Promise<Result<SignedIn, SignInRefusal>> {
  const known = await proveClerk(context, till, input);
  if (!known.ok) return known;
  const { by, pin_to_store, ...clerk } = known.value;
  const now = context.clock();
  return inTransaction(context.db, async (tx) => {
    // Two who sign in at once at one terminal follow each other.
    await sql`select 1 from terminals where terminal_id = ${till.terminal_id} for no key update`.execute(tx);
    await endSessionsAt(context, tx, till.terminal_id);
    if (pin_to_store !== undefined) await setOwnPin(context, tx, clerk.clerk_id, pin_to_store);
    await sql`
      insert into clerk_sessions (session_id, clerk_id, terminal_id, signed_in_by, created_at, used_at)
      values (${newId()}, ${clerk.clerk_id}, ${till.terminal_id}, ${by}, ${now}, ${now})`.execute(tx);
    return done({ clerk, idle_minutes: CLERK_IDLE_MS / MINUTE_MS });
  });
}

/** Who this is, by number and PIN or by badge. Nobody is signed in by it. */
export async function proveClerk(
  context: ShopContext,
  till: Pick<Till, 'terminal_id'>,
  input: SignIn,
): Promise<Result<Known, SignInRefusal>> {
  return 'badge' in input ? byBadge(context, till, input.badge) : byPin(context, till, input);
}

type Stored = {
  clerk_id: string;
  clerk_number: bigint;
  name: string;
  pin_digest: Buffer;
  pin_key_version: string;
  first_pin_expires_at: Date | null;
};

async function byPin(
  context: ShopContext,
  { terminal_id }: Pick<Till, 'terminal_id'>,
  { clerk_number, pin: typed, new_pin: wanted }: { clerk_number: number; pin: string; new_pin?: string },
): Promise<Result<Known, SignInRefusal>> {
  const parsed = parsePin(typed);
  if (!parsed.ok) return parsed;
  const pin = parsed.value;
  const chosen = wanted === undefined ? done(undefined) : parsePin(wanted);
  if (!chosen.ok) return chosen;
  const new_pin = chosen.value;
  const digits = { min: CLERK_PIN_DIGITS, max: CLERK_PIN_DIGITS };
  const bad = new_pin === undefined ? null : checkPin(new_pin, { phone: null, digits });
  if (bad !== null) return refuse(bad);

  const { clerkSignInByTerminal, clerkSignInsByTerminal } = context.limits;
  const attempt: LimitUse[] = [
    [clerkSignInByTerminal, `${terminal_id} ${clerk_number}`],
    [clerkSignInsByTerminal, terminal_id],
  ];
  const allowed = await consumeAll(attempt);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  const found = await sql<Stored>`
    select clerk_id, clerk_number, name, pin_digest, pin_key_version, first_pin_expires_at from clerks
    where clerk_number = ${clerk_number} and pin_digest is not null and pin_key_version is not null`.execute(
    context.db,
  );
  const stored = found.rows[0];
  if (stored === undefined) {
    clerkPinDigest(context, randomUUID(), pin);
    return refuseLogIn('clerk', 'clerk_pin_wrong', { attempts_left: await usesLeft(attempt) });
  }
  const { clerk_id, name, pin_digest: digest, pin_key_version: key_version } = stored;
  const isRight = clerkPinMatches(context, { digest, key_version }, { clerk_id, pin });
  const firstUntil = stored.first_pin_expires_at;
  if (!isRight || (firstUntil !== null && firstUntil <= context.clock()))
    return refuseLogIn('clerk', 'clerk_pin_wrong', { attempts_left: await usesLeft(attempt) });
  await giveBack(attempt);
  if (firstUntil !== null && new_pin === undefined) return refuse('clerk_pin_is_first');
  const clerk = { clerk_id, clerk_number: minorToJson(stored.clerk_number), name };
  const isUnderOldKey = key_version !== context.secrets.keyRing('pin_hmac').current;
  const pin_to_store = new_pin ?? (isUnderOldKey ? pin : undefined);
  return done({ ...clerk, by: 'pin', ...(pin_to_store === undefined ? {} : { pin_to_store }) });
}

/** A badge can't be guessed, so nobody is kept from scanning theirs. */
async function byBadge(
  context: ShopContext,
  { terminal_id }: Pick<Till, 'terminal_id'>,
  badge: string,
): Promise<Result<Known, SignInRefusal>> {
  const found = await sql<{ clerk_id: string; clerk_number: bigint; name: string }>`
    select clerk_id, clerk_number, name from clerks where badge_digest = ${tokenDigest(badge)}`.execute(
    context.db,
  );
  const [clerk] = found.rows;
  if (clerk !== undefined)
    return done({ ...clerk, clerk_number: minorToJson(clerk.clerk_number), by: 'badge' });
  const allowed = await context.limits.clerkSignInsByTerminal.consume(terminal_id);
  return allowed.ok
    ? refuse('badge_unknown')
    : refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
}

async function setOwnPin(context: ShopContext, tx: Tx, clerkId: string, pin: string): Promise<void> {
  const { digest, key_version } = clerkPinDigest(context, clerkId, pin);
  await sql`
    update clerks set pin_digest = ${digest}, pin_key_version = ${key_version}, first_pin_expires_at = null
    where clerk_id = ${clerkId} and left_at is null`.execute(tx);
}

/** Signs out whoever is signed in at the terminal. */
export async function signOut(
  context: ShopContext,
  { terminal_id }: Till,
): Promise<Done<{ ended: boolean }>> {
  return done({ ended: await endSessionsAt(context, context.db, terminal_id) });
}

/** Ends the session at a terminal. False if nobody was signed in there. */
export async function endSessionsAt(
  { clock }: ShopContext,
  executor: Executor,
  terminalId: string,
): Promise<boolean> {
  const ended = await sql`
    update clerk_sessions set ended_at = ${clock()} where terminal_id = ${terminalId} and ended_at is null
    returning 1`.execute(executor);
  return ended.rows.length > 0;
}

/** That a clerk's session is in use is noted when it was last noted so long ago. */
export const NOTED_MS = MINUTE_MS;

/** Notes that clerks' sessions are in use. */
export async function noteUses(
  { db, clock }: Pick<ShopContext, 'db' | 'clock'>,
  sessionIds: readonly string[],
): Promise<void> {
  if (sessionIds.length === 0) return;
  await sql`
    update clerk_sessions set used_at = ${clock()} where session_id in (
      select session_id from clerk_sessions where session_id = any(${sessionIds}::uuid[]) and ended_at is null
      order by session_id for no key update)`.execute(db);
}
