import { inTransaction } from '../../../../kit/db/transaction.ts';
import type { ManagementContext } from '../../context.ts';
import { callsWanted, chooseCalls } from '../../messages/plan-dial.ts';
import type { EffectResult } from '../dialogues/types.ts';
import type { EffectOf } from './effect-call.ts';

/** What a number is called about; only in a call that has proven the number, or by its PIN. */
export async function lookAtCalls(
  { db }: ManagementContext,
  { phone }: EffectOf<'look_at_calls'>,
): Promise<EffectResult> {
  return { kind: 'calls_seen', calls: await callsWanted(db, phone) };
}

export async function chooseCallsByPhone(
  context: ManagementContext,
  { phone, calls }: EffectOf<'choose_calls'>,
): Promise<EffectResult> {
  await inTransaction(context.db, (tx) => chooseCalls(context, tx, phone, calls));
  return { kind: 'calls_seen', calls };
}
