import { sql } from '../../../../kit/db/sql.ts';
import { mainLocale } from '../../../../kit/format/locale.ts';
import { wasInvitedAfter } from '../../members/telephone-invitations.ts';
import { planAccountCall } from '../../messages/plan-dial.ts';
import { knownLocale } from '../../orders/recipient/locale.ts';
import { firstState } from '../dialogues/step.ts';
import { URGENT_PLAN } from '../retry-plan.ts';
import { firstTurn } from '../run-step.ts';
import type { Purpose } from './purpose.ts';

/** Somebody wants to join, or to choose a new phone PIN, and waits at the phone that the call proves to be theirs. */
export const accountPurpose: Purpose = {
  retryPlan: URGENT_PLAN,
  canBeTexted: () => false,

  /** Whoever answered and hung up can ask again. */
  async isOpen(_context, tx, { dial_id }) {
    const answered = await sql`
      select 1 from voice_dial_outcomes where dial_id = ${dial_id} and outcome = 'answered'`.execute(tx);
    return answered.rows.length === 0;
  },

  async answer(context, tx, { phone }) {
    const locale = mainLocale((await knownLocale(tx, phone)) ?? 'ko');
    const has_operator = context.settings.voiceOperator !== '';
    return firstTurn(firstState('account', { locale, phone, has_operator }));
  },

  /** Others may listen to a machine. */
  async leaveMessage() {
    return null;
  },

  /** Staff may have the number called again while this call lasts, such as after it was put through to them. */
  async afterDone(context, tx, dial) {
    if (await wasInvitedAfter(context, tx, dial))
      await planAccountCall(context, tx, { phone: dial.phone, due_at: context.clock() });
  },

  // Nobody else can be told, and nothing was promised but a call.
  async giveUp() {},
};
