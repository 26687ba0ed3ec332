import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { digestMatches, keyedDigest } from '../../../kit/keyed-digest.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { newNumericCode } from '../../../kit/tokens.ts';
import { parseCode } from '../../../kit/typed/code.ts';
import type { Locale } from '../../../kit/words/index.ts';
import type { ManagementContext } from '../context.ts';
import { queueMessage } from '../messages/queue-message.ts';
import type { Reach } from '../messages/reach.ts';
import { CODE_ATTEMPTS_MAX } from './verify-member.ts';

/** Where a code of a request goes: wherever the member prefers, or to their mail address or phone. */
export type RequestContact = 'preferred' | 'email' | 'phone';

export type RequestPurpose = 'log_in' | 'recovery' | 'phone_pin';

const CODE_DIGITS = 6;
const CODE_MINUTES = 10;
/** How long a request may be completed, once its codes are entered. */
const REQUEST_MS = 30 * MINUTE_MS;

/** Whoever a request is about; null where there is no such member, which must not show. */
export type Requester = { member_id: string; locale: Locale } | null;

/** A request that is completed with codes. Only who has its id can guess at them, so nobody burns somebody else's. */
export async function openRequest(
  context: ManagementContext,
  tx: Tx,
  purpose: RequestPurpose,
  member: Requester,
): Promise<string> {
  const now = context.clock();
  const requestId = newId();
  await sql`
    insert into member_requests (request_id, purpose, member_id, created_at, expires_at)
    values (${requestId}, ${purpose}, ${member?.member_id ?? null}, ${now}, ${addMs(now, REQUEST_MS)})`.execute(
    tx,
  );
  return requestId;
}

/**
 * Makes the code of a request for one contact, in place of an earlier one, and sends it to `to`. With nobody to send it to it is made all the same, so
 * that the request looks like any other.
 */
export async function sendRequestCode(
  context: ManagementContext,
  tx: Tx,
  {
    requestId,
    member,
    contact,
    to,
  }: { requestId: string; member: Requester; contact: RequestContact; to: Reach | null },
): Promise<Date> {
  const now = context.clock();
  const expires = addMs(now, CODE_MINUTES * MINUTE_MS);
  const code = newNumericCode(context.random, CODE_DIGITS);
  const ring = context.secrets.keyRing('token_pepper');
  const { digest } = keyedDigest(ring, labelOf(requestId, contact), code);
  await sql`
    insert into member_request_codes (request_id, contact, digest, expires_at)
    values (${requestId}, ${contact}, ${digest}, ${expires})
    on conflict (request_id, contact) do update set digest = excluded.digest, expires_at = excluded.expires_at`.execute(
    tx,
  );
  if (to !== null && member !== null)
    await queueMessage(context, tx, {
      kind: 'account.verification_code',
      vars: { code, minutes: CODE_MINUTES },
      to: [to],
      locale: member.locale,
      subject_id: member.member_id,
      expires_at: expires,
    });
  return expires;
}

export const PROVE_REQUEST_REFUSALS = refusals(
  'code_not_digits',
  'verification_code_wrong', // also when there is no such request or code, and after five attempts
  'verification_code_expired',
);

/** The member of a request, whose code is the one that was sent. Entering it again gives the same answer,
 * and only wrong ones count. */
export async function proveRequestCode(
  context: ManagementContext,
  requestId: string,
  { purpose, contact, code }: { purpose: RequestPurpose; contact: RequestContact; code: string },
): Promise<Result<{ member_id: string }, RefusalOf<typeof PROVE_REQUEST_REFUSALS>>> {
  const typed = parseCode(code);
  if (!typed.ok) return typed;
  // The attempt is counted and committed before the code is compared.
  const counted = await sql<{ digest: Buffer; expires_at: Date; member_id: string | null }>`
    update member_request_codes c set attempts = c.attempts + 1
    from member_requests r
    where r.request_id = c.request_id and r.request_id = ${requestId} and r.purpose = ${purpose}
      and r.done_at is null and c.contact = ${contact} and c.attempts < ${CODE_ATTEMPTS_MAX}
    returning c.digest, c.expires_at, r.member_id`.execute(context.db);
  const stored = counted.rows[0];
  if (stored === undefined) return refuse('verification_code_wrong');
  const isRight = digestMatches(
    context.secrets.keyRing('token_pepper'),
    labelOf(requestId, contact),
    typed.value,
    stored.digest,
  );
  const { member_id } = stored;
  if (!isRight || member_id === null) return refuse('verification_code_wrong');
  const now = context.clock();
  if (stored.expires_at <= now) return refuse('verification_code_expired');
  await sql`
    update member_request_codes
    set proved_at = coalesce(proved_at, ${now}::timestamptz), attempts = attempts - 1
    where request_id = ${requestId} and contact = ${contact} and attempts > 0`.execute(context.db);
  return done({ member_id });
}

/** The contacts of an open request whose codes were entered, and its member; undefined where there is none. */
export async function provedContacts(
  context: ManagementContext,
  executor: Executor,
  requestId: string,
  purpose: RequestPurpose,
): Promise<{ member_id: string; contacts: readonly RequestContact[] } | undefined> {
  const found = await sql<{ member_id: string | null; contacts: RequestContact[] }>`
    select r.member_id, array(
      select c.contact from member_request_codes c
      where c.request_id = r.request_id and c.proved_at is not null order by c.contact) as contacts
    from member_requests r
    where r.request_id = ${requestId} and r.purpose = ${purpose} and r.done_at is null
      and r.expires_at > ${context.clock()}
    for update of r`.execute(executor);
  const request = found.rows[0];
  if (request === undefined || request.member_id === null) return undefined;
  return { member_id: request.member_id, contacts: request.contacts };
}

/** Uses a request up; false if somebody else has. */
export async function closeRequest(
  { clock }: Pick<ManagementContext, 'clock'>,
  executor: Executor,
  requestId: string,
): Promise<boolean> {
  const closed = await sql`
    update member_requests set done_at = ${clock()}
    where request_id = ${requestId} and done_at is null returning 1`.execute(executor);
  return closed.rows.length > 0;
}

function labelOf(requestId: string, contact: RequestContact): string {
  return `member_request:${requestId}:${contact}`;
}
