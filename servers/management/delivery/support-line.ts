import { readBusiness } from '../../../kit/business/details.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { type NoticeKind, words } from '../../../kit/words/index.ts';
import type { Message } from './message.ts';

/** Texts whose readers may want to ask: who has never heard of us, and whose purchase went wrong. */
const WITH_SUPPORT: ReadonlySet<string> = new Set<NoticeKind>([
  'recipient.gift_arrived',
  'buyer.purchase_failed',
  'buyer.card_declined',
  'buyer.recipient_not_reached',
]);

/** In UTF-16 units: a long text (LMS) has 2,000 bytes, at most two for each. */
const TEXT_MAX = 950;

/** Where to ask, for the end of such a text; undefined if nothing is published or there is no room. */
export async function supportLine(
  executor: Executor,
  { kind, locale }: Pick<Message, 'kind' | 'locale'>,
  text: string,
): Promise<string | undefined> {
  if (!WITH_SUPPORT.has(kind)) return undefined;
  const business = await readBusiness(executor);
  if (business === undefined) return undefined;
  const line = words(locale).t('business.support_line', { telephone: business.telephone });
  return text.length + line.length > TEXT_MAX ? undefined : line;
}
