import { isIP } from 'node:net';
import { addMs, DAY_MS, systemClock } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { emailKey, maskEmail } from '../../../kit/email.ts';
import { addressKey } from '../../../kit/http/client-address.ts';
import { isId } from '../../../kit/ids.ts';
import type { Limiter, LimitUsage } from '../../../kit/limits.ts';
import { maskName } from '../../../kit/names.ts';
import { maskPhone } from '../../../kit/phone.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { recordAudit } from '../../../kit/staff/audit.ts';
import { parseEmail } from '../../../kit/typed/email.ts';
import { parseMemberNumber } from '../../../kit/typed/member-number.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import type { ManagementContext } from '../context.ts';
import { buyerStanding, strangersAllowed } from '../orders/buyer-standing.ts';

/** What a limit counts by, which is the end of its name: `read_back_by_member`. */
export const COUNTED_BY = [
  'account',
  'member',
  'phone',
  'address',
  'order',
  'login',
  'card',
  'server',
] as const;
type CountedBy = (typeof COUNTED_BY)[number];

export type LimitView = {
  name: string;
  points: number;
  duration_s: number;
  counted_by: CountedBy;
  /** How many keys are blocked now. They are stored as digests, so not whose. */
  reached_by: number;
};

/** The person looked up, masked. */
export type Person = {
  kind: 'member' | 'phone' | 'email' | 'address' | 'order' | 'login';
  shown: string;
  member_number?: string;
};

export type PersonLimits = {
  person: Person;
  limits: (Omit<LimitView, 'reached_by'> & LimitUsage)[];
};

/** The keys a person is counted under. */
type Keys = Readonly<Partial<Record<CountedBy, readonly string[]>>>;
type Found = { person: Person; keys: Keys; audit_subject: { subject_kind: string; subject_id: string } };

/** All limits, each with how many keys it blocks now. */
export async function listLimits(context: ManagementContext): Promise<LimitView[]> {
  const known = countedLimits(context);
  // Limits go by the machine's clock. A key whose uses reach so far ahead has none left.
  const now = systemClock();
  const full = known.map(({ points, duration_s }) =>
    addMs(now, 1000 * (duration_s - duration_s / points) + 1),
  );
  const reached = await sql<{ name: string; keys: bigint }>`
    select l.name, count(r.key) as keys
    from unnest(${known.map(({ name }) => name)}::text[], ${full}::timestamptz[]) l (name, full_until)
    join rate_limits r on split_part(r.key, ':', 1) = l.name and r.empties_at > l.full_until
    where l.name is not null
    group by l.name`.execute(context.db);
  const counts = new Map(reached.rows.map(({ name, keys }) => [name, Number(keys)]));
  return known.map((limit) => ({ ...limitView(limit), reached_by: counts.get(limit.name) ?? 0 }));
}

/** How much of each limit a person has used, looked up by what people know of themselves. */
export async function personLimits(context: ManagementContext, query: string): Promise<PersonLimits> {
  const { person, keys } = await findPerson(context, query.trim());
  const limits = await Promise.all(
    countedLimits(context).map(async (limit) => {
      const counted_under = keys[countedBy(limit)] ?? [];
      const usages = await Promise.all(counted_under.map((key) => limit.usage(key)));
      const [worst] = usages.sort((a, b) => b.used - a.used);
      return worst === undefined ? [] : [{ ...limitView(limit), ...worst }];
    }),
  );
  return { person, limits: [...limits.flat(), ...(await strangersReached(context, keys))] };
}

/** How many strangers a member's gifts reached is no counter: it follows from their orders. */
async function strangersReached(
  context: ManagementContext,
  { member }: Keys,
): Promise<PersonLimits['limits']> {
  const [memberId] = member ?? [];
  if (memberId === undefined) return [];
  const standing = await buyerStanding(context.db, memberId, context.clock(), 'all');
  const points = strangersAllowed(standing);
  const reached = !standing.lifted && standing.strangers >= points;
  const view = {
    name: STRANGERS,
    points,
    duration_s: STRANGERS_LIFTED_MS / 1000,
    counted_by: 'member',
  } as const;
  return [{ ...view, used: standing.strangers, reached, retry_after_s: 0 }];
}

const STRANGERS = 'strangers_by_member';
const STRANGERS_LIFTED_MS = 30 * DAY_MS;

export const LIFT_LIMIT_REFUSALS = refusals(
  'not_found', // no such limit, or it does not apply to this person
);

/** Resets a person's use of one limit, so that they are let through again. */
export async function liftLimit(
  context: ManagementContext,
  staffId: string,
  { query, name }: { query: string; name: string },
): Promise<Result<PersonLimits, RefusalOf<typeof LIFT_LIMIT_REFUSALS>>> {
  const { keys, audit_subject } = await findPerson(context, query.trim());
  const limit = countedLimits(context).find((each) => each.name === name);
  const counted_under = limit === undefined ? undefined : keys[countedBy(limit)];
  const [memberId] = name === STRANGERS ? (keys.member ?? []) : [];
  if (memberId === undefined && counted_under === undefined) return refuse('not_found');
  await recordAudit(context, context.db, {
    staff_id: staffId,
    action: 'lift_limit',
    subject: { ...audit_subject, limit: name },
  });
  for (const key of counted_under ?? []) await limit?.clear(key);
  if (memberId !== undefined)
    await sql`
      update members set reach_lifted_until = ${addMs(context.clock(), STRANGERS_LIFTED_MS)}
      where member_id = ${memberId}`.execute(context.db);
  return done(await personLimits(context, query));
}

/** The limits whose names say what they count by. */
function countedLimits({ limits }: ManagementContext): Limiter[] {
  const known: readonly Limiter[] = Object.values(limits);
  return known
    .filter(({ name }) => COUNTED_BY.some((by) => name.endsWith(`_by_${by}`)))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function countedBy({ name }: Limiter): CountedBy {
  const found = COUNTED_BY.find((by) => name.endsWith(`_by_${by}`));
  if (found === undefined) throw new Error(`Limit ${name} does not say what it counts by.`);
  return found;
}

function limitView(limit: Limiter): Omit<LimitView, 'reached_by'> {
  const { name, points, duration_s } = limit;
  return { name, points, duration_s, counted_by: countedBy(limit) };
}

type MemberRow = {
  member_id: string;
  member_number: string;
  name: string;
  email: string | null;
  mobile: string | null;
  landline: string | null;
};

async function findPerson(context: ManagementContext, query: string): Promise<Found> {
  if (isId(query)) return nonMember('order', query, query, { order: [query.toLowerCase()] });
  if (isIP(query) !== 0) return nonMember('address', query, query, { address: [addressKey(query)] });
  const email = parseEmail(query);
  const phone = parsePhone(query);
  const number = parseMemberNumber(query);
  const found = await sql<MemberRow>`
    select member_id, member_number, name, email, mobile, landline from members
    where member_number is not null and (member_number = ${number.ok ? number.value : ''}
      or lower(email) = ${email.ok ? emailKey(email.email) : ''} or ${phone.ok ? phone.e164 : ''} in (mobile, landline))`.execute(
    context.db,
  );
  const member = found.rows[0];
  if (member !== undefined) {
    const { cards } = await buyerStanding(context.db, member.member_id, context.clock());
    return knownMember(member, cards);
  }
  if (email.ok) {
    const shown = maskEmail(email.email);
    return nonMember('email', shown, shown, { member: [emailKey(email.email)] });
  }
  if (phone.ok) {
    const shown = maskPhone(phone.e164);
    return nonMember('phone', shown, shown, { phone: [phone.e164] });
  }
  return number.ok
    ? nonMember('member', number.value, number.value, { member: [number.value] })
    : nonMember('login', query, query, { login: [query] });
}

function knownMember(
  { member_id, member_number, name, mobile, landline }: MemberRow,
  cards: readonly string[],
): Found {
  return {
    person: { kind: 'member', shown: maskName(name), member_number },
    keys: {
      member: [member_id],
      card: cards,
      phone: [mobile, landline].filter((phone) => phone !== null),
    },
    audit_subject: { subject_kind: 'member', subject_id: member_id },
  };
}

/** `id` goes into the audit trail, so a phone number or mail address must be masked. */
function nonMember(kind: Person['kind'], shown: string, id: string, keys: Keys): Found {
  return { person: { kind, shown }, keys, audit_subject: { subject_kind: kind, subject_id: id } };
}
