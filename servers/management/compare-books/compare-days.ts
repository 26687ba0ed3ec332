import { ORDER_SUMS_PATH, type OrderSum, OrderSums } from '../../../contracts/order-sums.ts';
import type { Span } from '../../../kit/books/order-sums.ts';
import { calledParties } from '../../../kit/calls/calls.ts';
import { addMs, DAY_MS, HOUR_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { type Claim, claimDue } from '../../../kit/due/claims.ts';
import { eachDue, type WithinJob } from '../../../kit/due/each-due.ts';
import { type Read, readParty } from '../../../kit/due/read-party.ts';
import { mayAsk } from '../../../kit/due/silent-parties.ts';
import type { Party } from '../../../kit/signing/index.ts';
import { type ManagementContext, settlementsOf } from '../context.ts';
import { type Difference, differencesOf, differenceText, standing } from './differences.ts';
import { ownCertificates, ownPayments } from './own-sums.ts';

/** What differs is looked at again soon: it was on its way, or it stands. */
const DIFFERING_MS = 10 * MINUTE_MS;
/** How soon a day is compared again while it is no older than that: what was bought lately changes most. */
const AGAIN: readonly { age_ms: number; again_ms: number }[] = [
  { age_ms: 3 * DAY_MS, again_ms: HOUR_MS },
  { age_ms: 35 * DAY_MS, again_ms: DAY_MS },
];
const SELDOM_MS = 30 * DAY_MS;
const DIFFERENCES_MAX = 20;

/**
 * Compares our books with those of every settlement server and shop, a day's orders at a time: what was paid and not given back,
 * what certificates are worth, what is left of them. What differs twice in the same way is shown to staff with the hour in which
 * those orders began (`book_checks`). Returns how many days were compared.
 */
export async function compareBooks(context: ManagementContext): Promise<number> {
  const parties = context.parties.filter(({ role }) => role === 'settlement' || role === 'shop');
  await addDays(
    context,
    parties.map(({ party }) => party),
  );
  const due = (now: Date) => sql`
    select d.party || ' ' || d.day::text as subject_id, d.next_at as due_at from compared_days d
    where d.party = p.party and d.next_at <= ${now}`;
  const find = (claim: Claim) =>
    claimDue(claim, calledParties({ parties }, claim.now), due(claim.now)).execute(context.db);
  return eachDue(context, 'compared_books', find, (within, { subject_id, party: name }) => {
    const party = parties.find((known) => known.party === name);
    return party === undefined ? Promise.resolve(false) : compareDay(within, party, subject_id.slice(-10));
  });
}

/** From the day of the first order to today. */
async function addDays({ db, clock }: ManagementContext, parties: readonly string[]): Promise<void> {
  const now = clock();
  await sql`
    insert into compared_days (party, day, next_at)
    select p.party, d::date, ${now}
    from unnest(${[...parties]}::text[]) p (party),
      generate_series(
        coalesce(
          (select max(c.day) + 1 from compared_days c where c.party = p.party),
          (select (uuid_extract_timestamp(order_id) at time zone 'UTC')::date from orders order by order_id limit 1)),
        (${now}::timestamptz at time zone 'UTC')::date, '1 day') d
    on conflict do nothing`.execute(db);
}

async function compareDay(within: WithinJob<ManagementContext>, party: Party, day: string): Promise<boolean> {
  const { db, clock, log } = within;
  if (!(await mayAsk(db, party.party, clock()))) return false;
  const from = new Date(`${day}T00:00:00Z`);
  const span = { from, until: addMs(from, DAY_MS) };
  const answer = await ask(within, party, span);
  const now = clock();
  if (!('told' in answer)) {
    log.warn({ party: party.party, day, problem: answer.problem }, 'books can’t be compared');
    await sql`
      update compared_days set next_at = ${addMs(now, HOUR_MS)}
      where party = ${party.party} and day = ${day}::date`.execute(db);
    return false;
  }
  const differing = differencesOf(await ownSums(within, party, span), answer.told.sums);
  const found = await note(within, { party: party.party, day, differing, now });
  if (found.length > 0)
    log.error({ party: party.party, differences: found }, 'the books of two servers do not agree');
  return true;
}

function ownSums(context: ManagementContext, { party, role }: Party, span: Span): Promise<OrderSum[]> {
  if (role === 'shop') return ownCertificates(context.db, party, span);
  const is_first = settlementsOf(context)[0]?.party === party;
  return ownPayments(context.db, { party, is_first }, span);
}

/** Keeps what differs, and tells what stands of all days of this party. */
async function note(
  { db }: ManagementContext,
  { party, day, differing, now }: { party: string; day: string; differing: Difference[]; now: Date },
): Promise<string[]> {
  const before = await sql<{ looked: Difference[] }>`
    select looked from compared_days where party = ${party} and day = ${day}::date`.execute(db);
  const stand = standing(before.rows[0]?.looked ?? [], differing)
    .slice(0, DIFFERENCES_MAX)
    .map(differenceText);
  const next = addMs(now, differing.length > 0 ? DIFFERING_MS : restAfter(day, now));
  await sql`
    update compared_days set next_at = ${next}, compared_at = ${now}, looked = ${JSON.stringify(differing)}::jsonb,
      differences = ${stand}::text[]
    where party = ${party} and day = ${day}::date`.execute(db);
  await sql`
    insert into book_checks (check_name, since, next_at, checked_at, differences)
    select 'books of ' || ${party}::text, ${now}, 'infinity', ${now}, array(
      select unnest(differences) from compared_days where party = ${party} and differences <> '{}'
      order by 1 limit ${DIFFERENCES_MAX})
    on conflict (check_name) do update set checked_at = excluded.checked_at, differences = excluded.differences`.execute(
    db,
  );
  return stand;
}

function restAfter(day: string, now: Date): number {
  const age_ms = +now - Date.parse(`${day}T00:00:00Z`);
  return AGAIN.find((step) => age_ms <= step.age_ms)?.again_ms ?? SELDOM_MS;
}

function ask(
  within: WithinJob<ManagementContext>,
  party: Party,
  { from, until }: Span,
): Promise<Read<OrderSums>> {
  const query = new URLSearchParams({ from: from.toISOString(), until: until.toISOString() });
  return readParty(within, party, `${ORDER_SUMS_PATH}?${query}`, OrderSums);
}
