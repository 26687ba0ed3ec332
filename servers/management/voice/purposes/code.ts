import { sql } from '../../../../kit/db/sql.ts';
import type { Executor } from '../../../../kit/db/transaction.ts';
import { type NoticeKind, words } from '../../../../kit/words/index.ts';
import type { ManagementContext } from '../../context.ts';
import { openText, sealText } from '../../messages/sealed-text.ts';
import { firstState } from '../dialogues/step.ts';
import { URGENT_PLAN } from '../retry-plan.ts';
import { firstTurn } from '../run-step.ts';
import { beginTelling, recordCalledAbout } from '../tellings.ts';
import type { Dial, Purpose } from './purpose.ts';

type CodeMessage = { message_id: string; kind: NoticeKind; locale: 'ko' | 'en'; vars_sealed: Buffer };

/** Somebody is waiting for a code, and hears it digit by digit. */
export const codePurpose: Purpose = {
  retryPlan: URGENT_PLAN,
  canBeTexted: () => false,

  async isOpen(context, tx, dial) {
    return (await readCodeMessage(context, tx, dial)) !== undefined;
  },

  async answer(context, tx, dial, { call_id }) {
    const message = await readCodeMessage(context, tx, dial);
    const known = { locale: message?.locale ?? 'ko', phone: dial.phone, has_operator: false };
    if (message === undefined) return firstTurn(firstState('code_over', known));
    const { message_id, kind, locale, vars_sealed } = message;
    const vars = JSON.parse(openText(context, message_id, vars_sealed));
    const code_sealed = sealText(context, call_id, String(vars.code)).toString('base64');
    const about = { message_id, locale, text: words(locale).spoken(kind, vars) };
    await beginTelling(context, tx, call_id, [about]);
    return firstTurn(firstState('code', known, { code: { about, code_sealed } }));
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
  tx: Executor,
  { message_id }: Dial,
): Promise<CodeMessage | undefined> {
  const found = await sql<CodeMessage>`
    select message_id, kind, locale, vars_sealed from messages
    where message_id = ${message_id} and channel = 'voice' and state = 'due' and vars_sealed is not null
      and (forget_at is null or forget_at > ${clock()})`.execute(tx);
  return found.rows[0];
}
