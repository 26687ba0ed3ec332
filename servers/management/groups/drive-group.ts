import { sql } from '../../../kit/db/sql.ts';
import type { ManagementContext } from '../context.ts';
import { tryPeerCall } from '../peer-calls.ts';
import { GROUP_STATES } from './group-states.ts';
import { readGroup } from './groups.ts';
import { applyGroupAnswer } from './take-group-answer.ts';

const STEPS_MAX = 4;

/** Drives a group's payment as far as it can go on its own. Calls that stay unknown are left to the janitor. */
export async function driveGroup(context: ManagementContext, groupId: string): Promise<void> {
  for (let step = 0; step < STEPS_MAX; step++) {
    const { state } = await readGroup(context.db, groupId);
    const { awaits } = GROUP_STATES[state];
    if (awaits === null) return;
    const call = await sql<{ call_id: string }>`
      select call_id from calls where subject_id = ${groupId} and purpose = ${awaits}
      order by created_at desc, call_id desc limit 1`.execute(context.db);
    const callId = call.rows[0]?.call_id;
    if (callId === undefined) return;
    const outcome = await tryPeerCall(context, callId, (tx, answered, row) =>
      applyGroupAnswer(context, tx, row, answered),
    );
    if (outcome.kind === 'unknown') return;
    // An answer that changes nothing (a payment still processing) is checked again later.
    if ((await readGroup(context.db, groupId)).state === state) return;
  }
}
