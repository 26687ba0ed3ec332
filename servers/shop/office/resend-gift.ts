import { giftResendsPath, RESEND_GIFT_REFUSALS } from '../../../contracts/gift-resends.ts';
import { SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { done, knownRefusal, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { signedFetch } from '../../../kit/signing/index.ts';
import { keepNote, type StaffAct } from '../../../kit/staff/notes.ts';
import { currentTraceparent } from '../../../kit/trace.ts';
import type { ShopContext } from '../context.ts';

const TIMEOUT_MS = 8 * SECOND_MS;

export const RESEND_FROM_OFFICE_REFUSALS = refusals(
  'certificate_not_found',
  ...RESEND_GIFT_REFUSALS,
  'service_unavailable', // the operator gave no answer; the same key asks for the same once more
);

/**
 * Has the operator tell a gift's recipient once more, for somebody who asks at the shop. The operator knows the request by the
 * note's id, so that a repeated one tells nobody twice.
 */
export async function resendGift(
  { db, clock, parties, signingKey, log }: ShopContext,
  certificateId: string,
  act: StaffAct,
): Promise<Result<{ certificate_id: string }, RefusalOf<typeof RESEND_FROM_OFFICE_REFUSALS>>> {
  const found = await sql<{ operator: string; order_id: string }>`
    select operator, order_id from certificates where certificate_id = ${certificateId}`.execute(db);
  const [certificate] = found.rows;
  if (certificate === undefined) return refuse('certificate_not_found');
  const party = parties.find((candidate) => candidate.party === certificate.operator);
  if (party === undefined) return refuse('service_unavailable');
  const answer = await signedFetch({
    ...{ key: signingKey, party, method: 'POST', path: giftResendsPath(certificate.order_id) },
    body: Buffer.from('{}'),
    idempotency_key: act.note_id,
    ...{ clock, timeout_ms: TIMEOUT_MS, traceparent: currentTraceparent() },
  });
  if (answer.kind === 'answered' && answer.status === 200) {
    await keepNote(db, act, { subject_id: certificateId, action: 'resend', at: clock() });
    return done({ certificate_id: certificateId });
  }
  const said = answer.kind === 'answered' ? Object(answer.json) : {};
  const code = knownRefusal(RESEND_GIFT_REFUSALS, said.code, 'service_unavailable');
  if (code === 'service_unavailable')
    log.warn(
      { party: party.party, reason: answer.kind === 'unknown' ? answer.reason : `status_${answer.status}` },
      'a gift could not be sent again',
    );
  return refuse(
    code,
    typeof said.retry_after_s === 'number' ? { retry_after_s: said.retry_after_s } : undefined,
  );
}
