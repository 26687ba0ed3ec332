import type { Static } from 'typebox';
import type {
  SpokenCode,
  SpokenNotice,
  SpokenNoticeTaken,
  TAKE_SPOKEN_NOTICE_REFUSALS,
} from '../../../../contracts/spoken-notices.ts';
import { MINUTE_MS } from '../../../../kit/clock.ts';
import { sql } from '../../../../kit/db/sql.ts';
import type { Tx } from '../../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../../kit/result.ts';
import { openCode } from '../../../../kit/sealed-code.ts';
import { parsePhone } from '../../../../kit/typed/phone.ts';
import type { NoticeVars } from '../../../../kit/words/index.ts';
import type { ManagementContext } from '../../context.ts';
import { canCall, wantsNoCalls, wantsNoUses } from '../../messages/plan-dial.ts';
import { queueMessage } from '../../messages/queue-message.ts';
import { type Shop, shopOfParty } from '../../shops/shops.ts';

type Refusal = RefusalOf<typeof TAKE_SPOKEN_NOTICE_REFUSALS>;
type Kind = SpokenNotice['kind'];

/** What the words of a kind say beyond the shop's name; its spoken text has no other variables. */
const SAYS: Readonly<
  Record<Kind, readonly ('giver_name' | 'to_phone' | 'left' | 'amount' | 'store_name')[]>
> = {
  'account.verification_code': [],
  'account.unlock_code': [],
  'account.checkout_code': ['amount'],
  'recipient.hand_over_begun': ['to_phone', 'left'],
  'recipient.hand_over': ['giver_name', 'left'],
  'recipient.handed_over': [],
  'recipient.pin_changed': [],
  'recipient.certificate_locked': [],
  'recipient.opened_by_clerk': ['store_name'],
  'recipient.certificate_expiring': ['left'],
  'recipient.certificate_expired': ['left'],
  'recipient.certificate_frozen': ['left'],
  'recipient.certificate_unfrozen': ['left'],
  'recipient.locked_by_staff': ['left'],
  'recipient.unlocked_by_staff': ['left'],
  'recipient.certificate_charged_back': ['left'],
  'recipient.certificate_used': ['amount', 'left', 'store_name'],
  'recipient.use_reversed': ['amount', 'left', 'store_name'],
};

/** Checks what can be checked without the database, opens a code, and counts the call against the phone's limit. */
export async function countSpokenNotice(
  context: ManagementContext,
  notice: SpokenNotice,
): Promise<Result<string | null, Refusal>> {
  const said: Partial<Record<string, unknown>> = notice;
  if (SAYS[notice.kind].some((name) => said[name] === undefined)) return refuse('validation_failed');
  const phone = parsePhone(notice.phone);
  if (!phone.ok || phone.e164 !== notice.phone) return refuse('phone_number_invalid');
  if (!(await canCall(context))) return refuse('service_unavailable');
  const { limits } = context;
  const isACode = isCode(notice);
  const limit = isACode ? limits.codeCallsByPhone : limits.newsCallsByPhone;
  const allowed = await limit.consume(phone.e164);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  return isACode ? openCode(context.sealingKeys, notice.sealed_code, notice.notice_id) : done(null);
}

function isCode(notice: SpokenNotice): notice is SpokenCode {
  return 'sealed_code' in notice;
}

/**
 * Queues what a shop has said. The shop is named by its own entry in our books, whatever it says; news is only taken of
 * its own certificates, and left out for a phone whose owner wants no such calls.
 */
export async function takeSpokenNotice(
  context: ManagementContext,
  tx: Tx,
  party: string,
  notice: SpokenNotice,
  code: string | null,
): Promise<Result<Static<typeof SpokenNoticeTaken>, Refusal>> {
  const { notice_id, phone, locale, kind } = notice;
  const shop = await shopFor(tx, party, notice);
  if (shop === undefined) return refuse('certificate_not_found');
  const taken = done({ notice_id });
  if (!isCode(notice) && (await isUnwanted(tx, notice))) return taken;
  const at = isCode(notice) ? notice.expires_at : notice.at;
  const expires = isCode(notice) ? { expires_at: new Date(notice.expires_at) } : {};
  const vars = {
    shop_name: locale === 'ko' ? shop.name_ko : shop.name_en,
    code: code ?? '',
    // Where the code is used, if that is done in the call.
    party,
    minutes: Math.max(1, Math.round((Date.parse(at) - context.clock().getTime()) / MINUTE_MS)),
    giver_name: 'giver_name' in notice ? notice.giver_name : '',
    to_phone: 'to_phone' in notice ? notice.to_phone : '',
    left: notice.left,
    remaining: notice.left,
    amount: notice.amount,
    store_name: 'store_name' in notice ? notice.store_name : '',
    until_at: at,
    expires_at: at,
    expired_at: at,
    used_at: at,
    reversed_at: at,
    opened_at: at,
    link: '',
  };
  await queueMessage(context, tx, {
    kind,
    vars: vars as unknown as NoticeVars<Kind>,
    to: [{ channel: 'voice', address: phone }],
    locale,
    subject_id: isCode(notice) ? notice_id : notice.certificate_id,
    ...expires,
  });
  return taken;
}

async function isUnwanted(tx: Tx, { kind, phone }: SpokenNotice): Promise<boolean> {
  const isUse = kind === 'recipient.certificate_used' || kind === 'recipient.use_reversed';
  return (await wantsNoCalls(tx, phone)) || (isUse && (await wantsNoUses(tx, phone)));
}

/** The shop that a certificate is for; for a code, which names none, any shop of the party. */
async function shopFor(
  tx: Tx,
  party: string,
  notice: SpokenNotice,
): Promise<Pick<Shop, 'name_ko' | 'name_en'> | undefined> {
  if (isCode(notice)) return shopOfParty(tx, party);
  const found = await sql<Pick<Shop, 'name_ko' | 'name_en'>>`
    select s.name_ko, s.name_en from orders o join shops s using (shop_id)
    where o.order_id = ${notice.certificate_id} and s.party = ${party}`.execute(tx);
  return found.rows[0];
}
