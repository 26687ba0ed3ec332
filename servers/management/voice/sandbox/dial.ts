import { SANDBOX_VOICE_PATHS } from '../../../../contracts/sandbox-voice.ts';
import { SECOND_MS } from '../../../../kit/clock.ts';
import type { ManagementContext } from '../../context.ts';
import { claimDueCalls, reportOutcome } from '../outbound.ts';
import type { OutboundCall } from '../turn.ts';

const BATCH = 5;
const TIMEOUT_MS = 5 * SECOND_MS;

/** Rings the demo's phones for calls that are due, unless a better line is up. Returns how many. */
export async function dialSandbox(context: ManagementContext): Promise<number> {
  const calls = await claimDueCalls(context, 'sandbox', BATCH);
  await Promise.all(calls.map((call) => ring(context, call)));
  return calls.length;
}

async function ring(context: ManagementContext, call: OutboundCall): Promise<void> {
  const { sandboxVoiceUrl, sandboxVoiceSecret } = context.settings;
  const accepted = await fetch(`${sandboxVoiceUrl}${SANDBOX_VOICE_PATHS.dials}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${sandboxVoiceSecret}` },
    body: JSON.stringify(call),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).then(
    (response) => response.ok,
    () => false,
  );
  if (!accepted) await reportOutcome(context, call.call_id, 'unreachable');
}
