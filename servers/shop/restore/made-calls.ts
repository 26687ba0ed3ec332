import { MADE_CALLS_PATH } from '../../../contracts/made-calls.ts';
import { PAYMENTS_PATH } from '../../../contracts/settlement-payments.ts';
import { SHOP_PATHS } from '../../../contracts/shop-certificates.ts';
import { readEpoch } from '../../../kit/journal/epoch.ts';
import { askMadeCalls, type ToldCall } from '../../../kit/restore/ask-made-calls.ts';
import { keepFinding } from '../../../kit/restore/findings.ts';
import type { Evidence, Party } from '../../../kit/signing/index.ts';
import type { ShopContext } from '../context.ts';

export type Action =
  | 'register'
  | 'correct'
  | 'accept'
  | 'cancel'
  | 'freeze'
  | 'unfreeze'
  | 'charge_back'
  | 'relay';

/** A call that management made then, with the message in which it says so now. */
export type MadeCall = {
  party: string;
  call: ToldCall;
  action: Action;
  /** Empty for what is about no certificate that is there. */
  certificateId: string;
  evidence: Evidence;
};

const ACTION = /^\/([0-9a-f-]{36})\/([a-z-]+)$/;
const ACTIONS: Readonly<Record<string, Action>> = {
  acceptance: 'accept',
  recipient: 'correct',
  cancellation: 'cancel',
  freeze: 'freeze',
  unfreezing: 'unfreeze',
  'charge-back': 'charge_back',
};

/**
 * Shows what management had this server do since then, in the order of the answers, as far as it is of these kinds. False if
 * management can't be asked now.
 */
export async function eachMadeCall(
  context: ShopContext,
  party: Party,
  since: Date,
  actions: readonly Action[],
  show: (made: MadeCall) => Promise<void>,
): Promise<boolean> {
  const asking = { ...context, madeCallsPath: MADE_CALLS_PATH };
  const answer = await askMadeCalls(asking, party, since, async (call, evidence) => {
    const named = actionOf(call.path);
    if (named === undefined || !actions.includes(named.action)) return;
    await show({ ...named, party: party.party, call, evidence });
  });
  if (answer === 'not_kept') await find(context, party.party, 'calls_not_kept', '');
  if (answer === 'partial') await find(context, party.party, 'party_restoring', '');
  return answer !== 'silent';
}

function actionOf(path: string): Pick<MadeCall, 'action' | 'certificateId'> | undefined {
  if (path === SHOP_PATHS.certificates) return { action: 'register', certificateId: '' };
  if (path.startsWith(PAYMENTS_PATH)) return { action: 'relay', certificateId: '' };
  if (!path.startsWith(SHOP_PATHS.certificates)) return undefined;
  const [, certificateId = '', name = ''] = ACTION.exec(path.slice(SHOP_PATHS.certificates.length)) ?? [];
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  return action && { action, certificateId };
}

export async function find(context: ShopContext, party: string, kind: string, about: string): Promise<void> {
  const { epoch_no } = await readEpoch(context.db);
  await keepFinding(context.db, epoch_no, { kind, party, about }, context.clock());
}
