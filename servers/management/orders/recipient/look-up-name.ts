import { Value } from 'typebox/value';
import { MemberLookup, SHOP_PATHS } from '../../../../contracts/shop-certificates.ts';
import { type Answered, isAnswered, storeUnknown } from '../../../../kit/calls/calls.ts';
import { addMs, DAY_MS } from '../../../../kit/clock.ts';
import { isMobile, isPersonal } from '../../../../kit/phone.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../../kit/result.ts';
import { parseEmail } from '../../../../kit/typed/email.ts';
import { parseName } from '../../../../kit/typed/name.ts';
import { parsePhone } from '../../../../kit/typed/phone.ts';
import type { ManagementContext } from '../../context.ts';
import { canCall } from '../../messages/plan-dial.ts';
import { attemptPeerCall, planPeerCall } from '../../peer-calls.ts';
import type { Gift } from '../gift.ts';
import { countName, namedIn } from './count-name.ts';

/**
 * A number, an email address with the name that the buyer types, or the buyer. A number that can't receive texts is
 * called, and any number if the buyer asks for it (`by_call`). The name beside a number counts only where none can be
 * looked up.
 */
export type Recipient =
  | { phone: string; by_call?: boolean; name?: string }
  | { email: string; name: string }
  | { self: true };

export type NamedRecipient = {
  channel: 'sms' | 'email' | 'voice';
  phone: string | null;
  email: string | null;
  name: string;
  source: string;
  recycled: boolean | null;
};

/** The read-back warns of a number that changed hands within this many days. */
const RECYCLED_DAYS = 90;
export const LOOK_UP_NAME_REFUSALS = refusals(
  'phone_number_invalid', // also one that is nobody's, such as 1588-0000
  'email_invalid',
  'name_invalid',
  'read_back_limit',
  'recipient_unknown',
  'recipient_name_missing', // the number is of a country without look-up, so the buyer types the name
  'service_unavailable', // the shop or the carrier did not answer
);

/** What a look-up came to, and the shop's answer to it, if there is one, for the caller to store with what it does. */
export type LookedUp = {
  named: Result<NamedRecipient, RefusalOf<typeof LOOK_UP_NAME_REFUSALS>>;
  answer: Answered | null;
};

/** The name behind what the buyer entered. */
export async function lookUpName(
  context: ManagementContext,
  gift: Gift,
  recipient: Recipient,
): Promise<LookedUp> {
  if ('phone' in recipient) return lookUpPhone(context, gift, recipient);
  return { named: 'self' in recipient ? done(nameSelf(gift)) : nameByMail(recipient), answer: null };
}

function nameSelf({ buyer: { name, mobile, landline } }: Gift): NamedRecipient {
  const channel = mobile === null ? 'voice' : 'sms';
  return { channel, phone: mobile ?? landline, email: null, name, source: 'self', recycled: null };
}

function nameByMail(recipient: {
  email: string;
  name: string;
}): Result<NamedRecipient, 'email_invalid' | 'name_invalid'> {
  const email = parseEmail(recipient.email);
  if (!email.ok) return refuse(email.code);
  const name = parseName(recipient.name);
  if (!name.ok) return refuse(name.code);
  return done({
    channel: 'email',
    phone: null,
    email: email.email,
    name: name.value,
    source: 'typed',
    recycled: null,
  });
}

async function lookUpPhone(
  context: ManagementContext,
  gift: Gift,
  recipient: { phone: string; by_call?: boolean; name?: string },
): Promise<LookedUp> {
  const refused = (named: LookedUp['named']): LookedUp => ({ named, answer: null });
  const phone = parsePhone(recipient.phone);
  if (!phone.ok || !isPersonal(phone.e164)) return refused(refuse('phone_number_invalid'));
  const channel = recipient.by_call === true || !isMobile(phone.e164) ? 'voice' : 'sms';
  if (channel === 'voice' && !(await canCall(context))) return refused(refuse('phone_number_invalid'));
  const allowed = await countName(context, namedIn(gift));
  if (!allowed.ok) return refused(refuse('read_back_limit', { retry_after_s: allowed.retry_after_s }));
  const answer = await askShop(context, gift, phone.e164);
  const about = { channel, phone: phone.e164, email: null } as const;
  const named = await nameOfNumber(context, about, memberIn(answer), recipient.name);
  return { named, answer };
}

type Nameless = RefusalOf<
  readonly ['name_invalid', 'recipient_unknown', 'recipient_name_missing', 'service_unavailable']
>;

/** Purchase 8–9: among the shop's members, then at the mobile operators. */
async function nameOfNumber(
  context: ManagementContext,
  about: { channel: 'sms' | 'voice'; phone: string; email: null },
  member: MemberLookup | undefined,
  typed: string | undefined,
): Promise<Result<NamedRecipient, Nameless>> {
  const { phone } = about;
  // A name that is none is as if there were none: it goes into messages, and to the shop.
  const known = member?.found === true ? parseName(member.name) : undefined;
  if (known?.ok) return done({ ...about, name: known.value, source: 'shop', recycled: null });
  const subscriber = await context.carriers.lookUpName(phone);
  if (subscriber.kind === 'found') {
    const since = addMs(context.clock(), -RECYCLED_DAYS * DAY_MS);
    const recycled = (await context.carriers.wasRecycledSince(phone, since)) ?? null;
    return done({ ...about, name: subscriber.name, source: 'carrier', recycled });
  }
  if (subscriber.kind === 'no_look_up') return nameTyped(context, about, typed);
  // Unknown only if both the shop and the operators said so.
  return refuse(
    subscriber.kind === 'not_found' && member !== undefined ? 'recipient_unknown' : 'service_unavailable',
  );
}

/** Where nobody can be asked, the buyer says who it is, and whoever accepts confirms it. */
function nameTyped(
  { settings }: ManagementContext,
  about: Pick<NamedRecipient, 'channel' | 'phone' | 'email'>,
  typed = '',
): Result<NamedRecipient, Nameless> {
  if (settings.namesWithoutLookUp === 'refused') return refuse('recipient_unknown');
  if (typed.trim() === '') return refuse('recipient_name_missing');
  const name = parseName(typed);
  return name.ok ? done({ ...about, name: name.value, source: 'typed', recycled: null }) : refuse(name.code);
}

function memberIn(answer: Answered | null): MemberLookup | undefined {
  const outcome = answer?.outcome;
  return outcome?.kind === 'done' && Value.Check(MemberLookup, outcome.answer) ? outcome.answer : undefined;
}

/** The shop's answer about its members; null if there is none. */
async function askShop(
  context: ManagementContext,
  { order, shop }: Gift,
  phone: string,
): Promise<Answered | null> {
  const { db, clock } = context;
  const call = await planPeerCall(
    db,
    {
      party: shop.party,
      method: 'POST',
      path: SHOP_PATHS.memberLookups,
      body: { order_id: order.order_id, phone },
      purpose: 'look_up_member',
      subject_id: order.order_id,
    },
    clock(),
  );
  const attempt = await attemptPeerCall(context, call);
  if (isAnswered(attempt)) return attempt;
  await storeUnknown(db, attempt, clock());
  return null;
}
