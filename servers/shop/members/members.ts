import { readCsvTable } from '../../../kit/csv-table.ts';
import { FOR_THESE_VALUES } from '../../../kit/db/plans.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { maskEmail } from '../../../kit/email.ts';
import { newId } from '../../../kit/ids.ts';
import { maskName } from '../../../kit/names.ts';
import { isPersonal, maskPhone } from '../../../kit/phone.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { parseEmail } from '../../../kit/typed/email.ts';
import { parseName } from '../../../kit/typed/name.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import type { ShopContext } from '../context.ts';

/** As entered; phone number and email address are normalised here. */
export type MemberInput = { member_no: string; name: string; phone: string; email?: string | undefined };
export type Member = {
  member_id: string;
  member_no: string;
  name: string;
  phone: string;
  email: string | null;
};
/** A member as the office sees them, with how they joined: imported, added by staff, or signed up themselves. */
export type OfficeMember = Member & { origin: 'imported' | 'added' | 'self_registered' };

const IMPORT_LINES_MAX = 50_000;
const COLUMNS = {
  member_no: { headings: ['member number', '회원번호', '고객번호'], required: true },
  name: { headings: ['full name', '이름', '성명', '회원명', '고객명'], required: true },
  phone: {
    headings: [
      'phone number',
      'mobile',
      '전화번호',
      '휴대폰',
      '휴대폰번호',
      '휴대전화',
      '휴대전화번호',
      '핸드폰',
      '연락처',
    ],
    required: true,
  },
  email: { headings: ['mail', '이메일', '메일', '이메일주소', '전자우편'] },
};
const ERRORS_SHOWN_MAX = 200;

export const CHECK_PERSON_REFUSALS = refusals('name_invalid', 'phone_number_invalid', 'email_invalid');

export const ADD_MEMBER_REFUSALS = refusals(
  'validation_failed', // the member number
  ...CHECK_PERSON_REFUSALS,
  'member_exists', // the member number or the phone is taken
);

export async function addMember(
  context: ShopContext,
  tx: Tx,
  memberId: string,
  input: MemberInput,
): Promise<Result<OfficeMember, RefusalOf<typeof ADD_MEMBER_REFUSALS>>> {
  const checked = checkMember(input);
  if (!checked.ok) return checked;
  const { member_no, name, phone, email } = checked.value;
  const added = await sql`
    insert into members (member_id, member_no, name, phone, email, origin, created_at)
    values (${memberId}, ${member_no}, ${name}, ${phone}, ${email}, 'added', ${context.clock()})
    on conflict do nothing returning 1`.execute(tx);
  if (added.rows.length === 0) return refuse('member_exists');
  return done({ member_id: memberId, ...checked.value, origin: 'added' });
}

/** A member as an auditor sees them, who is not to know who they are. */
export function maskMember(member: OfficeMember): OfficeMember {
  return {
    ...member,
    name: maskName(member.name),
    phone: maskPhone(member.phone),
    email: member.email === null ? null : maskEmail(member.email),
  };
}

/**
 * Members by member number or, unless that is all that may be asked, start of name or phone number; ordered by member number,
 * without those who left.
 */
export async function listMembers(
  context: ShopContext,
  {
    query,
    origin,
    after,
    limit,
  }: { query?: string; origin?: OfficeMember['origin']; after?: string; limit: number },
  { byNumberOnly = false } = {},
): Promise<OfficeMember[]> {
  const phone = query === undefined ? undefined : parsePhone(query);
  const start = query?.replace(/[\\%_]/g, '\\$&');
  const condition =
    query === undefined
      ? sql`true`
      : byNumberOnly
        ? sql`member_no = ${query}`
        : sql`(name like ${`${start}%`} or member_no = ${query} or phone = ${phone?.ok ? phone.e164 : query})`;
  const found = await sql<OfficeMember>`
    select member_id, member_no, name, phone, email, origin from members
    where left_at is null and name is not null and phone is not null and ${condition}
      and ${after === undefined ? sql`true` : sql`member_no > ${after}`}
      and ${origin === undefined ? sql`true` : sql`origin = ${origin}`}
    order by member_no limit ${limit}`.execute(context.db, FOR_THESE_VALUES);
  return found.rows;
}

export type ImportReport = {
  lines: number;
  added: number;
  changed: number;
  errors_total: number;
  /** `column` where the file itself is wrong; null for a whole line. */
  errors: { line: number; column?: string | null; code: string }[];
};

export const IMPORT_MEMBERS_REFUSALS = refusals(
  'validation_failed', // too many lines
  'import_refused',
);

/**
 * Imports members from CSV whose first line names its columns (member_no, name, phone, email, in any order; email is
 * optional). A known member number gets the line's name, phone and email address, unless that member has left: an old
 * file brings nobody back. Imports all lines or, if one is invalid, none; a preview imports none and reports what would
 * happen.
 */
export async function importMembers(
  context: ShopContext,
  csv: string,
  { preview }: { preview: boolean },
): Promise<Result<ImportReport, RefusalOf<typeof IMPORT_MEMBERS_REFUSALS>>> {
  const { rows, errors: misshapen } = readCsvTable(csv, COLUMNS);
  if (rows.length > IMPORT_LINES_MAX) return refuse('validation_failed', { lines_max: IMPORT_LINES_MAX });
  const errors: ImportReport['errors'] = [...misshapen];
  const valid: Line[] = [];
  for (const { line, cells } of rows) {
    const { member_no = '', name = '', phone = '', email } = cells;
    const checked = checkMember({ member_no, name, phone, email });
    if (checked.ok) valid.push({ line, ...checked.value });
    else errors.push({ line, code: checked.code });
  }
  const outcomes = await importLines(context, valid, { dryRun: preview || errors.length > 0 });
  let [added, changed] = [0, 0];
  for (const { line, outcome } of outcomes) {
    if (outcome === 'added') added += 1;
    else if (outcome === 'changed') changed += 1;
    else errors.push({ line, code: outcome });
  }
  errors.sort((a, b) => a.line - b.line);
  const report = { errors_total: errors.length, errors: errors.slice(0, ERRORS_SHOWN_MAX) };
  if (!preview && errors.length > 0) return refuse('import_refused', report);
  return done({ lines: rows.length, added, changed, ...report });
}

type Line = Omit<Member, 'member_id'> & { line: number };
type Outcome = { line: number; outcome: 'added' | 'changed' | 'member_exists' | 'member_left' };

/** The outcome of each line. In one statement it imports all of them, unless this is a dry run or one is refused. */
async function importLines(
  { db, clock }: ShopContext,
  lines: readonly Line[],
  { dryRun }: { dryRun: boolean },
): Promise<Outcome[]> {
  const given = lines.map((line) => ({ ...line, member_id: newId() }));
  const outcomes = await sql<Outcome>`
    with given as materialized (
      select *, row_number() over (partition by member_no order by line desc) as last_of_no,
        row_number() over (partition by phone order by line desc) as last_of_phone
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        as g(line int, member_id uuid, member_no text, name text, phone text, email text)),
    evaluated as materialized (
      select g.*, case
        when m.left_at is not null then 'member_left'
        when g.last_of_no > 1 or g.last_of_phone > 1
          or exists (select 1 from members o where o.phone = g.phone and o.member_no <> g.member_no) then 'member_exists'
        when m.member_id is not null then 'changed' else 'added' end as outcome
      from given g left join members m using (member_no)),
    decision as materialized (
      select not ${dryRun}::boolean and not exists (
        select 1 from evaluated where outcome in ('member_left', 'member_exists')) as is_imported),
    changed as (
      update members m set name = e.name, phone = e.phone, email = e.email
      from evaluated e, decision where is_imported and e.outcome = 'changed' and m.member_no = e.member_no),
    added as (
      insert into members (member_id, member_no, name, phone, email, origin, created_at)
      select member_id, member_no, name, phone, email, 'imported', ${clock()}::timestamptz
      from evaluated, decision where is_imported and outcome = 'added')
    select line, outcome from evaluated where line is not null`.execute(db);
  return outcomes.rows;
}

function checkMember(
  input: MemberInput,
): Result<Omit<Member, 'member_id'>, 'validation_failed' | RefusalOf<typeof CHECK_PERSON_REFUSALS>> {
  const member_no = input.member_no.trim();
  if (!/^[A-Za-z0-9-]{1,32}$/.test(member_no)) return refuse('validation_failed');
  const person = checkPerson(input);
  return person.ok ? done({ member_no, ...person.value }) : person;
}

export type Person = { name: string; phone: string; email: string | null };

/** A person's details as entered, checked and normalised. */
export function checkPerson(input: {
  name: string;
  phone: string;
  email?: string | undefined;
}): Result<Person, RefusalOf<typeof CHECK_PERSON_REFUSALS>> {
  const name = parseName(input.name);
  if (!name.ok) return name;
  const phone = parsePhone(input.phone);
  if (!phone.ok || !isPersonal(phone.e164)) return refuse('phone_number_invalid');
  const email = input.email === undefined ? undefined : parseEmail(input.email);
  if (email?.ok === false) return refuse(email.code);
  return done({ name: name.value, phone: phone.e164, email: email?.email ?? null });
}
