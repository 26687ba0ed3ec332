import { sql } from '../../../../kit/db/sql.ts';
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

export async function stopCallsAboutUses(
  { db, clock }: ManagementContext,
  { phone }: EffectOf<'stop_calls_about_uses'>,
): Promise<EffectResult> {
  await sql`
    insert into phones_not_told_of_uses (phone, since) values (${phone}, ${clock()}) on conflict do nothing`.execute(
    db,
  );
  return { kind: 'noted' };
}
