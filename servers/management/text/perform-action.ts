import { inTransaction } from '../../../kit/db/transaction.ts';
import { isProblemCode } from '../../../kit/http/statuses.ts';
import { PHONE_CHECK_REFUSALS } from '../../../kit/phone-checks.ts';
import { PIN_DIGITS_DEFAULT } from '../../../kit/pin-policy.ts';
import { resumeTexts, stopTexts } from '../../../kit/texts/opt-outs.ts';
import { type Locale, words } from '../../../kit/words/index.ts';
import { certificateBalance } from '../books/books.ts';
import type { ManagementContext } from '../context.ts';
import { acceptOffer } from '../offers/accept-offer.ts';
import { heldBy, type Offered, sentBy, waitingFor } from '../offers/gifts-of-phone.ts';
import type { IsFor } from '../offers/offers.ts';
import { refuseOffer } from '../offers/refuse-offer.ts';
import { readGiftFacts } from '../orders/gift-facts.ts';
import { buyerState } from '../orders/gift-state.ts';
import type { OrderRow } from '../orders/orders.ts';
import { chooseLocale } from '../orders/recipient/locale.ts';
import type { DialogueAction, DialogueState } from './dialogue.ts';
import {
  balanceText,
  forgotPinText,
  offerClosedText,
  type PinResetPage,
  type SentGift,
  senderText,
  statusText,
} from './replies.ts';

/** `text` is the reply, or null if the operation sends its own message. */
export type ActionResult = { text: string | null; next_state: DialogueState | 'unchanged' };

const IDLE: DialogueState = { at: 'idle' };

/** Carries out the action that a text message asks for. `sender` is whose number it was sent to. */
export async function performAction(
  context: ManagementContext,
  locale: Locale,
  { phone, sender }: { phone: string; sender: string },
  action: DialogueAction,
): Promise<ActionResult> {
  const isFor = ({ recipient_phone }: OrderRow) => recipient_phone === phone;
  switch (action.kind) {
    case 'accept':
      return accept(context, locale, action, isFor);
    case 'refuse': {
      const refused = await refuseOffer(context, action.order_id, action.word, isFor);
      const text = refused.ok
        ? words(locale).t('dialogue.already_refused')
        : offerClosedText(locale, refused.code);
      return { text, next_state: IDLE };
    }
    case 'balance': {
      const held = await withBalances(context, await heldBy(context.db, phone));
      return { text: balanceText(locale, held), next_state: 'unchanged' };
    }
    case 'status': {
      const sent = await withStates(context, await sentBy(context.db, phone));
      return { text: statusText(locale, sent), next_state: 'unchanged' };
    }
    case 'who_sent': {
      const [newest] = await heldBy(context.db, phone);
      const about = [...(await waitingFor(context, context.db, phone)), ...(newest ? [newest] : [])];
      return { text: senderText(locale, about[0]), next_state: 'unchanged' };
    }
    case 'forgot_pin': {
      const held = await heldBy(context.db, phone);
      return { text: forgotPinText(locale, pinResetPagesOf(context, locale, held)), next_state: 'unchanged' };
    }
    case 'language': {
      await inTransaction(context.db, (tx) => chooseLocale(context, tx, phone, action.locale));
      return { text: words(action.locale).t('dialogue.language_chosen'), next_state: 'unchanged' };
    }
    case 'stop':
    case 'start': {
      const now = context.clock();
      if (action.kind === 'stop') await stopTexts(context.db, { phone, sender, told_by: 'text' }, now);
      else await resumeTexts(context.db, { phone, sender }, now);
      return {
        text: words(locale).t(action.kind === 'stop' ? 'dialogue.stopped' : 'dialogue.started'),
        next_state: IDLE,
      };
    }
  }
}

function withBalances(context: ManagementContext, orders: readonly Offered[]) {
  return Promise.all(
    orders.map(async (order) => ({
      ...order,
      remaining_minor: await certificateBalance(context.db, order),
    })),
  );
}

async function withStates({ db }: ManagementContext, orders: readonly Offered[]): Promise<SentGift[]> {
  const known = await readGiftFacts(db, orders);
  return orders.map((order) => {
    const facts = known.get(order.order_id);
    return {
      ...order,
      gift_state: buyerState(order, facts),
      left_minor: facts?.left_minor ?? order.amount_minor,
    };
  });
}

/** The pages where each shop resets a PIN by a code to this phone. Only the shop knows its PINs. */
function pinResetPagesOf(
  { parties }: ManagementContext,
  locale: Locale,
  held: readonly Offered[],
): PinResetPage[] {
  const byShop = new Map(held.map((order) => [order.shop_id, order]));
  return [...byShop.values()].map((order) => {
    const url = parties.find(({ party }) => party === order.shop_party)?.base_url ?? '';
    return {
      shop_name: locale === 'ko' ? order.shop_name_ko : order.shop_name_en,
      url: `${url}/certificate/forgotten?lang=${locale}`,
    };
  });
}

/** What may be different when the PIN is sent again. */
const WAITS = ['service_unavailable', ...PHONE_CHECK_REFUSALS] as const;

async function accept(
  context: ManagementContext,
  locale: Locale,
  { order_id, pin }: { order_id: string; pin: string },
  isFor: IsFor,
): Promise<ActionResult> {
  const accepted = await acceptOffer(context, order_id, { pin, isFor, name_confirmed: true });
  // The acceptance itself sends the recipient a message.
  if (accepted.ok) return { text: null, next_state: IDLE };
  if (accepted.code.startsWith('pin_') && isProblemCode(accepted.code)) {
    const phrases = words(locale);
    const reason = phrases.problem(accepted.code).detail;
    const text = phrases.t('dialogue.pin_refused', { reason, pin_digits: PIN_DIGITS_DEFAULT.min });
    return { text, next_state: { at: 'awaiting_pin', order_id } };
  }
  const next_state = WAITS.some((code) => code === accepted.code) ? 'unchanged' : IDLE;
  return { text: offerClosedText(locale, accepted.code), next_state };
}
