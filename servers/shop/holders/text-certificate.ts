import { sql } from 'kysely';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { maskPhone } from '../../../kit/phone.ts';
import { done, type Result, refuse } from '../../../kit/result.ts';
import { type Locale, words } from '../../../kit/words/index.ts';
import type { ShopContext } from '../context.ts';
import { queueText } from '../messages/text-messages.ts';
import type { Till } from '../redeem/redeem.ts';
import { PRINTABLE_MINUTES } from '../tills/issue.ts';

/**
 * Receipt 7, to the phone: the certificate's own phone gets a text with the way to the holder's page. The number is not
 * in it; there the PIN shows it. Refusals in order: certificate_not_found (not issued here within ten minutes),
 * rate_limited.
 */
export async function textCertificate(
  context: ShopContext,
  tx: Executor,
  till: Till,
  { issue_id, locale }: { issue_id: string; locale: Locale },
): Promise<Result<{ issue_id: string; masked_phone: string }>> {
  const now = context.clock();
  const found = await sql<{ phone: string }>`
    select c.phone from issues i join certificates c using (certificate_id)
    where i.issue_id = ${issue_id} and i.terminal_id = ${till.terminal_id} and c.state = 'active'
      and c.phone is not null      and i.at > ${addMs(now, -PRINTABLE_MINUTES * MINUTE_MS)}`.execute(tx);
  const phone = found.rows[0]?.phone;
  if (phone === undefined) return refuse('certificate_not_found');
  const allowed = await context.limits.textByPhone.consume(phone);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  const shop_name = locale === 'en' ? context.settings.brandEn : context.settings.brandKo;
  const link = `${context.publicUrl}/certificate`;
  await queueText(tx, phone, words(locale).t('certificate_page.text', { shop_name, link }), now);
  return done({ issue_id, masked_phone: maskPhone(phone) });
}
