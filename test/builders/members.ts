import { TERMINAL_PERMIT_TYP } from '../../contracts/terminal-permits.ts';
import { addMs } from '../../kit/clock.ts';
import { sql } from '../../kit/db/sql.ts';
import type { App } from '../../kit/http/app.ts';
import { newId } from '../../kit/ids.ts';
import { openText } from '../../kit/sealed-text.ts';
import { signStatement } from '../../kit/signing/statement.ts';
import { type Line, openSession, readMember } from '../../servers/management/members/open-session.ts';
import { aDoor, type Door, type Said } from './door.ts';
import type { TestManagement } from './management.ts';

export const PASSWORD = 'moon-and-river-2026';
export const PHONE_PIN = '620483';

export type TestMember = {
  member_id: string;
  member_number: string;
  email: string;
  mobile: string;
  /** Logged in on the web. */
  door: Door;
};

let registered = 0;

export function aRegistration(more: Record<string, unknown> = {}) {
  registered += 1;
  return {
    name: '이달빛',
    email: `dalbit-${newId()}@example.com`,
    mobile: `+8210${String(31_000_000 + registered)}`,
    password: PASSWORD,
    phone_pin: PHONE_PIN,
    locale: 'ko',
    preferred_channel: 'sms',
    ...more,
  };
}

/** Somebody who registered over the doors, proved both addresses, and logged in on the web. */
export async function aMemberOf(management: TestManagement, app: App): Promise<TestMember> {
  const input = aRegistration();
  const anybody = aDoor(app);
  const begun = await anybody('POST', '/v1/members', input);
  const url = `/v1/members/${begun.body.member_id}/verifications`;
  await anybody('POST', url, { channel: 'sms', code: await codeSentTo(management, input.mobile) });
  const proven = await anybody('POST', url, {
    channel: 'email',
    code: await codeSentTo(management, input.email),
  });
  const session = await anybody('POST', '/v1/sessions', { email: input.email, password: PASSWORD });
  return {
    member_id: String(begun.body.member_id),
    member_number: String(proven.body.member_number),
    email: input.email,
    mobile: input.mobile,
    door: aDoor(app, String(session.body.session_token)),
  };
}

/** A member's session on a line where phone PINs are keyed, or another on the web. */
export async function aLineOf(
  { context }: TestManagement,
  app: App,
  { member_id }: Pick<TestMember, 'member_id'>,
  line: Line,
): Promise<Door> {
  const member = await readMember(context, { member_id });
  if (member === undefined) throw new Error(`There is no member ${member_id}.`);
  const session = await openSession(context, member, line);
  if (!session.ok) throw new Error(session.code);
  return aDoor(app, session.value.session_token);
}

/** Logs a member in at a terminal of the shop's, with the permit that the shop signs for it. */
export async function atTerminal(
  { context, shop }: TestManagement,
  app: App,
  credentials: { member_number: string; phone_pin: string },
  { terminal_id = newId(), audience = context.publicUrl, lasts_ms = 60_000, signer = shop.key } = {},
): Promise<Said> {
  const expires_at = addMs(context.clock(), lasts_ms).toISOString();
  const permit = await signStatement(signer, TERMINAL_PERMIT_TYP, { terminal_id, audience, expires_at });
  return aDoor(app)('POST', '/v1/terminal-sessions', { ...credentials, permit });
}

/** The newest code that was sent to a number or address. */
export async function codeSentTo(
  { context }: Pick<TestManagement, 'context'>,
  address: string,
): Promise<string> {
  const found = await sql<{ message_id: string; vars_sealed: Buffer }>`
    select message_id, vars_sealed from messages
    where address = ${address} and kind in ('account.verification_code', 'recipient.number_code') and vars_sealed is not null
    order by message_id desc limit 1`.execute(context.db);
  const message = found.rows[0];
  if (message === undefined) throw new Error(`No code was sent to ${address}.`);
  const vars: { code: string } = JSON.parse(openText(context, message.message_id, message.vars_sealed));
  return vars.code;
}

/** A code that is not `code`. */
export function notCode(code: string): string {
  return code === '000000' ? '000001' : '000000';
}
