import { addMs, DAY_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { type Executor, inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { newNumericCode, tokenDigest } from '../../../kit/tokens.ts';
import { parseName } from '../../../kit/typed/name.ts';
import type { ShopContext } from '../context.ts';
import { CLERK_PIN_DIGITS, clerkPinDigest } from './clerk-pin.ts';

const FIRST_PIN_DAYS = 7;
/** Some 100 bits. Digits only, since a hand scanner types a badge on whatever keyboard layout is set. */
export const BADGE_DIGITS = 30;

/** Someone who works at the tills: their number and name are no secret. */
export type Clerk = { clerk_id: string; clerk_number: number; name: string };

/** A clerk as the office sees them. */
export type OfficeClerk = Clerk & {
  pin: 'own' | 'first' | 'none';
  badge_made_at: string | null;
  last_signed_in_at: string | null;
};

export const ADD_CLERK_REFUSALS = refusals('name_invalid');

/** Adds a clerk, with the next number. They can't sign in before the office makes them a first PIN or a badge. */
export async function addClerk(
  { clock }: Pick<ShopContext, 'clock'>,
  tx: Executor,
  { clerk_id, name: typed }: { clerk_id: string; name: string },
): Promise<Result<Clerk, RefusalOf<typeof ADD_CLERK_REFUSALS>>> {
  const parsed = parseName(typed);
  if (!parsed.ok) return parsed;
  const name = parsed.value;
  const added = await sql<{ clerk_number: bigint }>`
    insert into clerks (clerk_id, name, created_at) values (${clerk_id}, ${name}, ${clock()})
    returning clerk_number`.execute(tx);
  const [row] = added.rows;
  if (row === undefined) throw new Error('A clerk got no number.');
  return done({ clerk_id, clerk_number: minorToJson(row.clerk_number), name });
}

/** The clerks who have not left, by number. */
export async function listClerks({ db }: Pick<ShopContext, 'db'>): Promise<OfficeClerk[]> {
  const found = await sql<{
    clerk_id: string;
    clerk_number: bigint;
    name: string;
    pin: OfficeClerk['pin'];
    badge_made_at: Date | null;
    last_signed_in_at: Date | null;
  }>`
    select c.clerk_id, c.clerk_number, c.name, c.badge_made_at,
      case when c.pin_digest is null then 'none' when c.first_pin_expires_at is null then 'own' else 'first' end as pin,
      (select s.created_at from clerk_sessions s where s.clerk_id = c.clerk_id order by s.created_at desc limit 1)
        as last_signed_in_at
    from clerks c where c.left_at is null order by c.clerk_number limit 500`.execute(db);
  return found.rows.map((row) => ({
    ...row,
    clerk_number: minorToJson(row.clerk_number),
    badge_made_at: row.badge_made_at?.toISOString() ?? null,
    last_signed_in_at: row.last_signed_in_at?.toISOString() ?? null,
  }));
}

export const CHANGE_CLERK_REFUSALS = refusals('clerk_not_found');
type NotFound = RefusalOf<typeof CHANGE_CLERK_REFUSALS>;

/** A first PIN, shown once, in place of whatever PIN there was. With it the clerk chooses their own at a till. */
export async function newFirstPin(
  context: ShopContext,
  clerkId: string,
): Promise<Result<{ first_pin: string; expires_at: string }, NotFound>> {
  const pin = newNumericCode(context.random, CLERK_PIN_DIGITS);
  const expires = addMs(context.clock(), FIRST_PIN_DAYS * DAY_MS);
  const { digest, key_version } = clerkPinDigest(context, clerkId, pin);
  return inTransaction(context.db, async (tx) => {
    const made = await sql`
      update clerks set pin_digest = ${digest}, pin_key_version = ${key_version}, first_pin_expires_at = ${expires}
      where clerk_id = ${clerkId} and left_at is null returning 1`.execute(tx);
    if (made.rows.length === 0) return refuse('clerk_not_found');
    await endSessions(context, tx, clerkId);
    return done({ first_pin: pin, expires_at: expires.toISOString() });
  });
}

/** A new badge, shown once, to be printed as a QR code. An earlier one is worthless from now on. */
export async function newBadge(
  context: ShopContext,
  clerkId: string,
): Promise<Result<{ badge: string }, NotFound>> {
  const badge = newNumericCode(context.random, BADGE_DIGITS);
  const made = await sql`
    update clerks set badge_digest = ${tokenDigest(badge)}, badge_made_at = ${context.clock()}
    where clerk_id = ${clerkId} and left_at is null returning 1`.execute(context.db);
  return made.rows.length === 0 ? refuse('clerk_not_found') : done({ badge });
}

/** Removes a clerk, ends their sessions, and forgets their PIN and badge. Their name stays beside what they did. */
export async function endClerk(
  context: ShopContext,
  tx: Tx,
  clerkId: string,
): Promise<Result<{ clerk_id: string; left_at: string }, NotFound>> {
  const ended = await sql<{ left_at: Date }>`
    update clerks set left_at = coalesce(left_at, ${context.clock()}::timestamptz), pin_digest = null,
      pin_key_version = null, first_pin_expires_at = null, badge_digest = null, badge_made_at = null
    where clerk_id = ${clerkId} returning left_at`.execute(tx);
  const at = ended.rows[0]?.left_at;
  if (at === undefined) return refuse('clerk_not_found');
  await endSessions(context, tx, clerkId);
  return done({ clerk_id: clerkId, left_at: at.toISOString() });
}

async function endSessions({ clock }: ShopContext, tx: Tx, clerkId: string): Promise<void> {
  await sql`
    update clerk_sessions set ended_at = ${clock()} where clerk_id = ${clerkId} and ended_at is null`.execute(
    tx,
  );
}

export type DemoClerk = Clerk & { pin: string };

/** Adds the demo's clerks, with PINs that they have chosen. Idempotent. */
export async function seedClerks(
  context: Pick<ShopContext, 'db' | 'clock' | 'secrets'>,
  people: readonly DemoClerk[],
): Promise<void> {
  for (const { clerk_id, clerk_number, name, pin } of people) {
    const { digest, key_version } = clerkPinDigest(context, clerk_id, pin);
    await sql`
      insert into clerks (clerk_id, clerk_number, name, pin_digest, pin_key_version, created_at)
      values (${clerk_id}, ${clerk_number}, ${name}, ${digest}, ${key_version}, ${context.clock()})
      on conflict do nothing`.execute(context.db);
  }
}
