import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { isProblemCode } from '../../../kit/http/statuses.ts';
import { PIN_DIGITS_DEFAULT } from '../../../kit/pin-policy.ts';
import { type Locale, words } from '../../../kit/words/index.ts';
import { certificateBalance } from '../books/books.ts';
import type { ManagementContext } from '../context.ts';
import { acceptOffer } from '../offers/accept-offer.ts';
import { heldBy, type Offered, sentBy, waitingFor } from '../offers/gifts-of-phone.ts';
import type { IsFor } from '../offers/offers.ts';
import { refuseOffer } from '../offers/refuse-offer.ts';
import type { OrderRow } from '../orders/orders.ts';
import { chooseLocale } from '../orders/recipient/locale.ts';
import type { DialogueAction, DialogueState } from './dialogue.ts';
import { balanceText, closedText, forgottenText, type Place, statusText, whoText } from './replies.ts';

/** `text` is what is answered; null when the operation tells the person itself. `goes_on` is where the conversation goes on. */
export type Acted = { text: string | null; goes_on: DialogueState | 'as it is' };

const IDLE: DialogueState = { at: 'idle' };

/** Does what a message asks for. */
export async function act(
  context: ManagementContext,
  locale: Locale,
  phone: string,
  action: DialogueAction,
): Promise<Acted> {
  const isFor = ({ recipient_phone }: OrderRow) => recipient_phone === phone;
  switch (action.kind) {
    case 'accept':
      return accept(context, locale, action, isFor);
    case 'refuse': {
      const refused = await refuseOffer(context, action.order_id, action.word, isFor);
      const text = refused.ok
        ? words(locale).t('dialogue.already_refused')
        : closedText(locale, refused.code);
      return { text, goes_on: IDLE };
    }
    case 'balance': {
      const held = await withBalances(context, await heldBy(context.db, phone));
      return { text: balanceText(locale, held), goes_on: 'as it is' };
    }
    case 'status': {
      const sent = await withBalances(context, await sentBy(context.db, phone));
      return { text: statusText(locale, sent), goes_on: 'as it is' };
    }
    case 'who': {
      const [newest] = await heldBy(context.db, phone);
      const about = [...(await waitingFor(context, context.db, phone)), ...(newest ? [newest] : [])];
      return { text: whoText(locale, about[0]), goes_on: 'as it is' };
    }
    case 'forgotten': {
      const held = await heldBy(context.db, phone);
      return { text: forgottenText(locale, placesOf(context, locale, held)), goes_on: 'as it is' };
    }
    case 'language': {
      await inTransaction(context.db, (tx) => chooseLocale(context, tx, phone, action.locale));
      return { text: words(action.locale).t('dialogue.language_chosen'), goes_on: 'as it is' };
    }
    case 'stop':
    case 'start': {
      const stopped = action.kind === 'stop' ? context.clock() : null;
      await sql`update text_dialogues set stopped_at = ${stopped} where phone = ${phone}`.execute(context.db);
      return {
        text: words(locale).t(action.kind === 'stop' ? 'dialogue.stopped' : 'dialogue.started'),
        goes_on: IDLE,
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

/** Where each shop's certificates get a new PIN by a code to this phone: the PIN is the shop's, and nobody else's. */
function placesOf({ parties }: ManagementContext, locale: Locale, held: readonly Offered[]): Place[] {
  const byShop = new Map(held.map((order) => [order.shop_id, order]));
  return [...byShop.values()].map((order) => {
    const url = parties.find(({ party }) => party === order.shop_party)?.base_url ?? '';
    return {
      shop_name: locale === 'en' ? order.shop_name_en : order.shop_name_ko,
      url: `${url}/certificate/forgotten?lang=${locale}`,
    };
  });
}

async function accept(
  context: ManagementContext,
  locale: Locale,
  { order_id, pin }: { order_id: string; pin: string },
  isFor: IsFor,
): Promise<Acted> {
  const accepted = await acceptOffer(context, order_id, { pin, isFor });
  // Who accepted is told by the order itself, on the way that everybody is.
  if (accepted.ok) return { text: null, goes_on: IDLE };
  if (accepted.code.startsWith('pin_') && isProblemCode(accepted.code)) {
    const said = words(locale);
    const reason = said.problem(accepted.code).detail;
    const text = said.t('dialogue.pin_refused', { reason, pin_digits: PIN_DIGITS_DEFAULT.min });
    return { text, goes_on: { at: 'awaiting_pin', order_id } };
  }
  const goes_on = accepted.code === 'service_unavailable' ? 'as it is' : IDLE;
  return { text: closedText(locale, accepted.code), goes_on };
}
