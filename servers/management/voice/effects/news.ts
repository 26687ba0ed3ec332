import type { ManagementContext } from '../../context.ts';
import type { EffectResult } from '../dialogues/types.ts';
import { markHeard } from '../tellings.ts';
import type { EffectCall, EffectOf } from './effect-call.ts';

export async function told(
  context: ManagementContext,
  { message_ids }: EffectOf<'told'>,
  { call }: EffectCall,
): Promise<EffectResult> {
  await markHeard(context, call.call_id, message_ids);
  return { kind: 'noted' };
}
