import { isIP } from 'node:net';
import { sql } from '../../../kit/db/sql.ts';
import { emailKey, maskEmail, parseEmail } from '../../../kit/email.ts';
import type { Limiter, LimitUsage } from '../../../kit/limits.ts';
import { maskName } from '../../../kit/names.ts';
import { maskPhone, parsePhone } from '../../../kit/phone.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { recordAudit } from '../../../kit/staff/audit.ts';
import type { ManagementContext } from '../context.ts';

/** Whose uses a limit counts, as the end of its name says: `read_back_by_member`. */
export const COUNTED_BY = ['account', 'member', 'phone', 'address', 'order', 'login'] as const;
type CountedBy = (typeof COUNTED_BY)[number];

export type LimitView = {
  name: string;
  points: number;
  duration_s: number;
  counted_by: CountedBy;
  /** How many are refused now; who they are, their digests don't say. */
  reached_by: number;
};

/** Whom a question is about, as far as it may be read by others. */
export type Person = {
  kind: 'member' | 'phone' | 'email' | 'address' | 'order' | 'login';
  shown: string;
  member_number?: string;
};

export type PersonLimits = {
  person: Person;
  limits: (Omit<LimitView, 'reached_by'> & LimitUsage)[];
};

/** What a person's uses are counted under, by limit. A buyer's log-ins are counted by number and by mail address. */
type Keys = Readonly<Partial<Record<CountedBy, readonly string[]>>>;
type Found = { person: Person; keys: Keys; about: { subject_kind: string; subject_id: string } };

/** Which limits there are, and how many are refused by each now. */
export async function listLimits(context: ManagementContext): Promise<LimitView[]> {
  const known = countedLimits(context);
  // The library counts by the machine's clock, and under the limit's name and a digest.
  const reached = await sql<{ name: string; keys: bigint }>`
    select l.name, count(r.key) as keys
    from unnest(${known.map(({ name }) => name)}::text[], ${known.map(({ points }) => points)}::bigint[]) l (name, points)
    join rate_limits r on split_part(r.key, ':', 1) = l.name and r.points >= l.points and r.expire > ${Date.now()}
    group by l.name`.execute(context.db);
  const counts = new Map(reached.rows.map(({ name, keys }) => [name, Number(keys)]));
  return known.map((limit) => ({ ...viewOf(limit), reached_by: counts.get(limit.name) ?? 0 }));
}

/** How much of their limits somebody has used up, by what people say of themselves. */
export async function personLimits(context: ManagementContext, query: string): Promise<PersonLimits> {
  const { person, keys } = await findPerson(context, query.trim());
  const limits = await Promise.all(
    countedLimits(context).map(async (limit) => {
      const counted_under = keys[countedBy(limit)] ?? [];
      const usages = await Promise.all(counted_under.map((key) => limit.usage(key)));
      const [worst] = usages.sort((a, b) => b.used - a.used);
      return worst === undefined ? [] : [{ ...viewOf(limit), ...worst }];
    }),
  );
  return { person, limits: limits.flat() };
}

export const LIFT_LIMIT_REFUSALS = refusals(
  'not_found', // no such limit, or it does not count what was named
);

/**
 * Forgets what somebody has used of one limit, so that they are let through again.
 */
export async function liftLimit(
  context: ManagementContext,
  staffId: string,
  { query, name }: { query: string; name: string },
): Promise<Result<PersonLimits, RefusalOf<typeof LIFT_LIMIT_REFUSALS>>> {
  const { keys, about } = await findPerson(context, query.trim());
  const limit = countedLimits(context).find((candidate) => candidate.name === name);
  const counted_under = limit === undefined ? undefined : keys[countedBy(limit)];
  if (limit === undefined || counted_under === undefined) return refuse('not_found');
  await recordAudit(context, context.db, {
    staff_id: staffId,
    action: 'lift_limit',
    subject: { ...about, limit: name },
  });
  for (const key of counted_under) await limit.clear(key);
  return done(await personLimits(context, query));
}

/** Those that say whose uses they count. */
function countedLimits({ limits }: ManagementContext): Limiter[] {
  const known: readonly Limiter[] = Object.values(limits);
  return known
    .filter(({ name }) => COUNTED_BY.some((by) => name.endsWith(`_by_${by}`)))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function countedBy({ name }: Limiter): CountedBy {
  const found = COUNTED_BY.find((by) => name.endsWith(`_by_${by}`));
  if (found === undefined) throw new Error(`Limit ${name} does not say whose uses it counts.`);
  return found;
}

function viewOf(limit: Limiter): Omit<LimitView, 'reached_by'> {
  const { name, points, duration_s } = limit;
  return { name, points, duration_s, counted_by: countedBy(limit) };
}

type MemberRow = {
  member_id: string;
  member_number: string;
  name: string;
  email: string;
  mobile: string;
};

async function findPerson(context: ManagementContext, query: string): Promise<Found> {
  const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(query);
  if (isId) return someone('order', query, query, { order: [query.toLowerCase()] });
  if (isIP(query) !== 0) return someone('address', query, query, { address: [query] });
  const email = parseEmail(query);
  const phone = parsePhone(query);
  const found = await sql<MemberRow>`
    select member_id, member_number, name, email, mobile from members
    where member_number is not null and (member_number = ${query}
      or email = ${email.ok ? email.email : ''} or mobile = ${phone.ok ? phone.e164 : ''})
    limit 1`.execute(context.db);
  const member = found.rows[0];
  if (member !== undefined) return aMember(member);
  if (email.ok) {
    const shown = maskEmail(email.email);
    return someone('email', shown, shown, { account: [emailKey(query)] });
  }
  if (phone.ok) {
    const shown = maskPhone(phone.e164);
    return someone('phone', shown, shown, { phone: [phone.e164] });
  }
  return /^[0-9]{10}$/.test(query)
    ? someone('member', query, query, { account: [query] })
    : someone('login', query, query, { login: [query] });
}

function aMember({ member_id, member_number, name, email, mobile }: MemberRow): Found {
  return {
    person: { kind: 'member', shown: maskName(name), member_number },
    keys: { account: [member_number, emailKey(email)], member: [member_id], phone: [mobile] },
    about: { subject_kind: 'member', subject_id: member_id },
  };
}

/** `id` is what the trail says: a number or an address only as far as others may read it. */
function someone(kind: Person['kind'], shown: string, id: string, keys: Keys): Found {
  return { person: { kind, shown }, keys, about: { subject_kind: kind, subject_id: id } };
}
