import { sql } from 'kysely';
import { isProblemCode } from '../../../kit/http/statuses.ts';
import { type Locale, words } from '../../../kit/messages/index.ts';
import { PIN_DIGITS_DEFAULT } from '../../../kit/pin-policy.ts';
import type { ManagementContext } from '../context.ts';
import { certificateBalance } from '../operations/books.ts';
import { acceptOffer, refuseOffer } from '../operations/offers.ts';
import type { DialogueAction } from './dialogue.ts';
import { heldBy } from './gifts-of-phone.ts';
import { balanceText, closedText } from './replies.ts';

/** Does what a message asks for. `text` is what is answered; null when the operation tells the person itself. */
export async function act(
  context: ManagementContext,
  locale: Locale,
  phone: string,
  action: DialogueAction,
): Promise<{ text: string | null; ends: boolean }> {
  switch (action.kind) {
    case 'accept':
      return accept(context, locale, action);
    case 'refuse': {
      const refused = await refuseOffer(context, action.order_id, undefined);
      const text = refused.ok
        ? words(locale).t('dialogue.already_refused')
        : closedText(locale, refused.code);
      return { text, ends: true };
    }
    case 'balance': {
      const held = await heldBy(context.db, phone);
      const balances = await Promise.all(
        held.map(async (order) => ({
          ...order,
          remaining_minor: await certificateBalance(context.db, order),
        })),
      );
      return { text: balanceText(locale, balances), ends: false };
    }
    case 'stop':
    case 'start': {
      const stopped = action.kind === 'stop' ? context.clock() : null;
      await sql`update text_dialogues set stopped_at = ${stopped} where phone = ${phone}`.execute(context.db);
      return {
        text: words(locale).t(action.kind === 'stop' ? 'dialogue.stopped' : 'dialogue.started'),
        ends: true,
      };
    }
  }
}

async function accept(
  context: ManagementContext,
  locale: Locale,
  { order_id, pin }: { order_id: string; pin: string },
): Promise<{ text: string | null; ends: boolean }> {
  const accepted = await acceptOffer(context, order_id, { pin });
  // Who accepted is told by the order itself, on the way that everybody is.
  if (accepted.ok) return { text: null, ends: true };
  if (accepted.code.startsWith('pin_') && isProblemCode(accepted.code)) {
    const said = words(locale);
    const reason = said.problem(accepted.code).detail;
    const text = said.t('dialogue.pin_refused', { reason, pin_digits: PIN_DIGITS_DEFAULT.min });
    return { text, ends: false };
  }
  return { text: closedText(locale, accepted.code), ends: accepted.code !== 'service_unavailable' };
}
