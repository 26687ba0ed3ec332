import type { Tx } from '../../../kit/db/transaction.ts';
import { isMobile } from '../../../kit/phone.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import { keyOf, variablesOf } from '../../../kit/wordings/check-wording.ts';
import { exampleVars } from '../../../kit/wordings/examples.ts';
import type { SHOP_WORDED_KINDS } from '../../../kit/wordings/kinds.ts';
import { CHECK_WORDING_REFUSALS, checkTexts } from '../../../kit/wordings/publish-wordings.ts';
import { type Locale, wordsWith } from '../../../kit/words/index.ts';
import type { ShopContext } from '../context.ts';
import { queueText } from './text-messages.ts';

const COUNT_TEST_REFUSALS = refusals(
  'phone_number_invalid', // also one that takes no texts
  'rate_limited',
);
export const SEND_TEST_TEXT_REFUSALS = refusals(...COUNT_TEST_REFUSALS, ...CHECK_WORDING_REFUSALS);

type TestText = { kind: (typeof SHOP_WORDED_KINDS)[number]; locale: Locale; text: string };

/** The phone that a test goes to, counted against what one person of the staff may send, before `sendTest`. */
export async function countTest(
  { limits }: ShopContext,
  staffId: string,
  address: string,
): Promise<Result<string, RefusalOf<typeof COUNT_TEST_REFUSALS>>> {
  const phone = parsePhone(address);
  if (!phone.ok || !isMobile(phone.e164)) return refuse('phone_number_invalid');
  const allowed = await limits.testMessagesByStaff.consume(staffId);
  return allowed.ok ? done(phone.e164) : refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
}

/** Queues this text with examples in place of what it would tell, as it would be sent. */
export async function sendTest(
  context: ShopContext,
  tx: Tx,
  phone: string,
  { kind, locale, text: sms }: TestText,
): Promise<Result<{ queued: true }, RefusalOf<typeof CHECK_WORDING_REFUSALS>>> {
  const checked = checkTexts(kind, locale, { sms });
  if (!checked.ok) return checked;
  const now = context.clock();
  const vars = exampleVars(variablesOf(kind, locale), locale, now);
  // The text names nothing but what there is an example of.
  const text = wordsWith(locale, { [keyOf(kind, 'sms')]: sms }).sms(kind, vars as never);
  await queueText(context, tx, { phone, text, due_at: now, notice: { kind, locale } });
  return done({ queued: true });
}
