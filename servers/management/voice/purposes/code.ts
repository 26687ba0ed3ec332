import { sql } from '../../../../kit/db/sql.ts';
import type { Tx } from '../../../../kit/db/transaction.ts';
import { type Locale, mainLocale } from '../../../../kit/format/locale.ts';
import { openText, sealText } from '../../../../kit/sealed-text.ts';
import { type NoticeKind, words } from '../../../../kit/words/index.ts';
import type { ManagementContext } from '../../context.ts';
import { shopOfParty } from '../../shops/shops.ts';
import { firstState } from '../dialogues/step.ts';
import { URGENT_PLAN } from '../retry-plan.ts';
import { firstTurn } from '../run-step.ts';
import { beginTelling, recordCalledAbout } from '../tellings.ts';
import type { Dial, Purpose } from './purpose.ts';

type CodeMessage = { message_id: string; kind: NoticeKind; locale: Locale; vars_sealed: Buffer };

/** What can be done with a code in the call that says it. */
const USED_IN_CALL: { readonly [Kind in NoticeKind]?: 'unlock' | 'take_hand_over' | 'confirm_hand_over' } = {
  'account.unlock_code': 'unlock',
  'recipient.hand_over_begun': 'confirm_hand_over',
  'recipient.hand_over': 'take_hand_over',
};

/** Somebody is waiting for a code, and hears it digit by digit. */
export const codePurpose: Purpose = {
  retryPlan: URGENT_PLAN,
  canBeTexted: () => false,

  async isOpen(context, tx, dial) {
    return (await readCodeMessage(context, tx, dial)) !== undefined;
  },

  async answer(context, tx, dial, { call_id }) {
    const message = await readCodeMessage(context, tx, dial);
    const { phone } = dial;
    const has_operator = context.settings.voiceOperator !== '';
    const known = { locale: mainLocale(message?.locale ?? 'ko'), phone, has_operator };
    if (message === undefined) return firstTurn(firstState('code_over', known));
    const { message_id, kind, locale, vars_sealed } = message;
    const vars = JSON.parse(openText(context, message_id, vars_sealed));
    const code_sealed = sealText(context, call_id, String(vars.code)).toString('base64');
    const about = { message_id, locale: known.locale, text: words(locale).spoken(kind, vars) };
    await beginTelling(context, tx, call_id, [about]);
    const purpose = USED_IN_CALL[kind];
    const holder_shop = typeof vars.party === 'string' ? await shopOfParty(tx, vars.party) : undefined;
    const use =
      purpose === undefined || holder_shop === undefined ? {} : { purpose, holder_shop, holder_phone: phone };
    return firstTurn(firstState('code', known, { code: { about, code_sealed }, ...use }));
  },

  async record(_context, tx, { message_id, call_id }) {
    if (message_id !== null && call_id !== null) await recordCalledAbout(tx, call_id, [{ message_id }]);
  },

  /** Others may listen to a machine. */
  async leaveMessage() {
    return null;
  },

  // The code expires; whoever needs one asks again.
  async giveUp() {},
};

async function readCodeMessage(
  { clock }: ManagementContext,
  tx: Tx,
  { message_id }: Dial,
): Promise<CodeMessage | undefined> {
  const found = await sql<CodeMessage>`
    select message_id, kind, locale, vars_sealed from messages
    where message_id = ${message_id} and channel = 'voice' and state = 'due' and vars_sealed is not null
      and (forget_at is null or forget_at > ${clock()})`.execute(tx);
  return found.rows[0];
}
