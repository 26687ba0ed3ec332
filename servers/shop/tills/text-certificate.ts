import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { isMobile, maskPhone } from '../../../kit/phone.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { type Locale, words } from '../../../kit/words/index.ts';
import type { ShopContext } from '../context.ts';
import { queueText } from '../messages/text-messages.ts';
import type { Till } from '../stores/places.ts';
import { PRINTABLE_MINUTES } from './issue.ts';

/** Finds the holder's phone and counts the text against its limit, before the transaction of `textCertificate`. */
export async function countCertificateText(
  context: ShopContext,
  till: Till,
  issueId: string,
): Promise<Result<string, RefusalOf<typeof TEXT_CERTIFICATE_REFUSALS>>> {
  const found = await sql<{ phone: string }>`
    select c.phone from issues i join certificates c using (certificate_id)
    where i.issue_id = ${issueId} and i.terminal_id = ${till.terminal_id} and c.state = 'active' and c.phone is not null
      and i.at > ${addMs(context.clock(), -PRINTABLE_MINUTES * MINUTE_MS)}`.execute(context.db);
  const phone = found.rows[0]?.phone;
  if (phone === undefined) return refuse('certificate_not_found');
  if (!isMobile(phone)) return refuse('phone_takes_no_texts');
  const allowed = await context.limits.textByPhone.consume(phone);
  return allowed.ok ? done(phone) : refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
}

export const TEXT_CERTIFICATE_REFUSALS = refusals(
  'certificate_not_found', // not issued at this terminal in the last ten minutes
  'phone_takes_no_texts',
  'rate_limited',
);

/**
 * Receipt 7, to the phone: texts the holder a link to the certificate page. The number is not in the text; the page shows
 * it after log-in.
 */
export async function textCertificate(
  context: ShopContext,
  tx: Tx,
  phone: string,
  { issue_id, locale }: { issue_id: string; locale: Locale },
): Promise<Result<{ issue_id: string; masked_phone: string }, never>> {
  const shop_name = locale === 'ko' ? context.settings.brandKo : context.settings.brandEn;
  const link = `${context.publicUrl}/certificate`;
  const kind = 'certificate_page.text';
  const text = words(locale).t(kind, { shop_name, link });
  await queueText(context, tx, { phone, text, due_at: context.clock(), notice: { kind, locale } });
  return done({ issue_id, masked_phone: maskPhone(phone) });
}
