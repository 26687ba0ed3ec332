import { SANDBOX_VOICE_PATHS } from '../../../../contracts/sandbox-voice.ts';
import { SECOND_MS } from '../../../../kit/clock.ts';
import type { ManagementContext } from '../../context.ts';
import { claimDueCalls, reportOutcome } from '../outbound.ts';
import type { OutboundCall } from '../turn.ts';

const AT_ONCE = 5;
const TIMEOUT_MS = 5 * SECOND_MS;

/** Rings the demo's phones for the calls that are due, where no better line does. Answers how many there were. */
export async function dialSandbox(context: ManagementContext): Promise<number> {
  const calls = await claimDueCalls(context, 'sandbox', AT_ONCE);
  await Promise.all(calls.map((call) => ring(context, call)));
  return calls.length;
}

async function ring(context: ManagementContext, call: OutboundCall): Promise<void> {
  const { sandboxVoiceUrl, sandboxVoiceSecret } = context.settings;
  const taken = await fetch(`${sandboxVoiceUrl}${SANDBOX_VOICE_PATHS.dials}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${sandboxVoiceSecret}` },
    body: JSON.stringify(call),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).then(
    (response) => response.ok,
    () => false,
  );
  if (!taken) await reportOutcome(context, call.call_id, 'unreachable');
}
