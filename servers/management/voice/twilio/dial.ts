import { SECOND_MS } from '../../../../kit/clock.ts';
import type { ManagementContext } from '../../context.ts';
import { claimDueCalls, reportOutcome } from '../outbound.ts';
import type { OutboundCall } from '../turn.ts';
import { twilioUrls } from './urls.ts';

const BATCH = 5;
const TIMEOUT_MS = 10 * SECOND_MS;
/** Twilio's error codes for an invalid number. */
const INVALID_NUMBER = new Set([21_211, 21_214, 21_217]);

/** Places the calls that are due through Twilio, unless a better line is up. Returns how many. */
export async function dialTwilio(context: ManagementContext): Promise<number> {
  const calls = await claimDueCalls(context, 'twilio', BATCH);
  await Promise.all(calls.map((call) => place(context, call)));
  return calls.length;
}

async function place(context: ManagementContext, { call_id, to, ring_s }: OutboundCall): Promise<void> {
  const { twilioApiUrl, twilioAccountSid, twilioAuthToken, twilioFrom } = context.settings;
  const urls = twilioUrls(context.publicUrl, call_id);
  const credentials = Buffer.from(`${twilioAccountSid}:${twilioAuthToken}`).toString('base64');
  const answer = await fetch(`${twilioApiUrl}/2010-04-01/Accounts/${twilioAccountSid}/Calls.json`, {
    method: 'POST',
    headers: { authorization: `Basic ${credentials}` },
    body: new URLSearchParams({
      To: to,
      From: twilioFrom,
      Url: urls.answer,
      Method: 'POST',
      StatusCallback: urls.status,
      StatusCallbackMethod: 'POST',
      StatusCallbackEvent: 'completed',
      MachineDetection: 'Enable',
      Timeout: `${ring_s}`,
    }),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => undefined);
  // Without an answer the phone may be ringing: a status callback will tell, or the claim expires.
  if (answer === undefined || answer.ok || answer.status >= 500) return;
  const problem: unknown = await answer.json().catch(() => null);
  const code = typeof problem === 'object' && problem !== null && 'code' in problem ? problem.code : null;
  const isInvalid = typeof code === 'number' && INVALID_NUMBER.has(code);
  await reportOutcome(context, call_id, isInvalid ? 'unknown_number' : 'unreachable');
}
