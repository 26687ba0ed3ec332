import { type Clock, SECOND_MS } from '../clock.ts';
import { type Evidence, type Party, type SigningKey, signedFetch } from '../signing/index.ts';
import { currentTraceparent } from '../trace.ts';

/** `not_kept`: the party is of an earlier version, which can't be asked. */
export type CallsAnswer = 'silent' | 'not_kept' | 'partial' | 'whole';

/** A page of a list of calls; the last is empty. `is_restoring`: the party was restored itself. */
type Page<Call> = { calls: Call[]; is_restoring?: boolean };

const TIMEOUT_MS = 15 * SECOND_MS;

/**
 * Shows all calls of a party's list since then, in its order, each with the message in which the party says so. `after` says from
 * where the next page goes on, by the last call of the one before. `partial`: the party was restored itself.
 */
export async function askCalls<Call>(
  { signingKey: key, clock, path }: { signingKey: SigningKey; clock: Clock; path: string },
  party: Party,
  since: Date,
  {
    isPage,
    after,
    show,
  }: {
    isPage: (told: unknown) => told is Page<Call>;
    after: (last: Call) => { since: string; after: string };
    show: (call: Call, evidence: Evidence) => Promise<void>;
  },
): Promise<CallsAnswer> {
  let from: Record<string, string> = { since: since.toISOString() };
  let isPartial = false;
  for (;;) {
    const answer = await signedFetch({
      ...{ key, party, method: 'GET', path: `${path}?${new URLSearchParams(from)}`, clock },
      timeout_ms: TIMEOUT_MS,
      traceparent: currentTraceparent(),
    });
    if (answer.kind === 'unknown') return 'silent';
    if (answer.status === 404 || answer.status === 405) return 'not_kept';
    const told: unknown = answer.json;
    if (answer.status !== 200 || !isPage(told)) return 'silent';
    const { calls, is_restoring = false } = told;
    isPartial ||= is_restoring;
    for (const call of calls) await show(call, answer.evidence);
    const last = calls.at(-1);
    if (last === undefined) return isPartial ? 'partial' : 'whole';
    from = after(last);
  }
}
