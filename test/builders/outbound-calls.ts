import { expect } from 'vitest';
import { addMs, DAY_MS, HOUR_MS, MINUTE_MS } from '../../kit/clock.ts';
import { sql } from '../../kit/db/sql.ts';
import { claimDueCalls, reportOutcome } from '../../servers/management/voice/outbound.ts';
import { failUntold } from '../../servers/management/voice/tellings.ts';
import { aManagement, type TestManagement } from './management.ts';
import { inCall, type PhoneCall } from './phone-call.ts';

export const LANDLINE = '+8225551234';

/** Management at ten in the morning in Korea, with a phone line. The carrier knows the name behind `LANDLINE` only. */
export async function aManagementWithPhoneLine(
  member: Parameters<typeof aManagement>[0] = {},
): Promise<TestManagement> {
  const management = await aManagement(member);
  management.context.carriers.lookUpName = async (phone) =>
    phone === LANDLINE ? { kind: 'found', name: '이순자' } : { kind: 'not_found' };
  moveToHour(management, 10);
  // A line counts as up once it has asked for calls.
  await claimDueCalls(management.context, 'sandbox', 1);
  return management;
}

/** Moves the test's time forward to an hour of the day in Korea. */
export function moveToHour(management: TestManagement, hour: number): void {
  const now = management.context.clock();
  const koreanHour = (now.getUTCHours() + 9) % 24;
  const wanted = addMs(now, ((hour - koreanHour + 24) % 24) * HOUR_MS - now.getUTCMinutes() * MINUTE_MS);
  management.pass(wanted.getTime() - now.getTime() + (wanted <= now ? DAY_MS : 0));
}

/** Claims the one call that is due; undefined if none is. */
export async function claimCall({ context }: TestManagement): Promise<string | undefined> {
  const [call, ...others] = await claimDueCalls(context, 'sandbox', 5);
  expect(others).toEqual([]);
  return call?.call_id;
}

/** Claims the one call that is due and has it answered. */
export async function answerCall(management: TestManagement): Promise<PhoneCall> {
  const callId = (await claimCall(management)) ?? '';
  const turn = await reportOutcome(management.context, callId, 'answered');
  if (turn === null) throw new Error('No call was due.');
  return inCall(management, turn);
}

/** When the planned call is due; null if none is planned. */
export async function plannedCallAt({ context }: TestManagement): Promise<Date | null> {
  const found = await sql<{ due_at: Date }>`select due_at from voice_dials where state = 'due'`.execute(
    context.db,
  );
  return found.rows[0]?.due_at ?? null;
}

/** Has every call that is due come to nothing, for good, and gives up on what was to be told in them. */
export async function nobodyReached(management: TestManagement): Promise<void> {
  management.pass(5 * MINUTE_MS);
  for (const { call_id } of await claimDueCalls(management.context, 'sandbox', 20))
    await reportOutcome(management.context, call_id, 'unknown_number');
  await failUntold(management.context);
}

/** Until the end of a call is stored, or waits for a lock. */
export async function untilWaitingOrEnded({ context }: TestManagement, callId: string): Promise<void> {
  for (;;) {
    const found = await context.pool.query(
      `select 1 from voice_calls where call_id = $1 and ended_at is not null
       union all
       select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      [callId],
    );
    if (found.rows.length > 0) return;
  }
}
