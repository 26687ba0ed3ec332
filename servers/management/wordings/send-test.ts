import { newId } from '../../../kit/ids.ts';
import { isMobile } from '../../../kit/phone.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { parseEmail } from '../../../kit/typed/email.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import { keyOf, variablesOf } from '../../../kit/wordings/check-wording.ts';
import { exampleVars } from '../../../kit/wordings/examples.ts';
import type { WordedKind, WordingPart } from '../../../kit/wordings/kinds.ts';
import { CHECK_WORDING_REFUSALS, checkTexts, type For } from '../../../kit/wordings/publish-wordings.ts';
import type { ManagementContext } from '../context.ts';
import { insertMessages, sealedMessages } from '../messages/queue-message.ts';
import type { Reach } from '../messages/reach.ts';

export const SEND_TEST_REFUSALS = refusals(
  'phone_number_invalid', // also one that takes no texts
  'email_invalid',
  'rate_limited',
  ...CHECK_WORDING_REFUSALS,
);

export type Test = Pick<For, 'locale'> & {
  kind: WordedKind;
  channel: 'sms' | 'email';
  address: string;
  texts: Readonly<Partial<Record<WordingPart, string>>>;
};

/** Where a test goes, counted against what one person of the staff may send, before `queueTest`. */
export async function countTest(
  { limits }: ManagementContext,
  staffId: string,
  { channel, address }: Test,
): Promise<Result<Reach, RefusalOf<typeof SEND_TEST_REFUSALS>>> {
  const to = readReach(channel, address);
  if (!to.ok) return to;
  const allowed = await limits.testMessagesByStaff.consume(staffId);
  return allowed.ok ? to : refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
}

/** Queues a message with these texts and with examples in place of what it would tell, as it would be sent. */
export async function queueTest(
  context: ManagementContext,
  to: Reach,
  { kind, locale, texts }: Test,
): Promise<Result<{ queued: true }, RefusalOf<typeof SEND_TEST_REFUSALS>>> {
  const checked = checkTexts(kind, locale, texts);
  if (!checked.ok) return checked;
  const now = context.clock();
  const drafts = Object.fromEntries(
    Object.entries(texts).map(([part, text]) => [keyOf(kind, part as WordingPart), text]),
  );
  const vars = { ...exampleVars(variablesOf(kind, locale), locale, now), drafts };
  const message = { kind, vars, to: [to], locale, subject_id: newId() };
  await insertMessages(sealedMessages(context, [message]), now).execute(context.db);
  return done({ queued: true });
}

function readReach(
  channel: 'sms' | 'email',
  address: string,
): Result<Reach, 'phone_number_invalid' | 'email_invalid'> {
  if (channel === 'email') {
    const email = parseEmail(address);
    return email.ok ? done({ channel, address: email.email }) : refuse(email.code);
  }
  const phone = parsePhone(address);
  return phone.ok && isMobile(phone.e164)
    ? done({ channel, address: phone.e164 })
    : refuse('phone_number_invalid');
}
