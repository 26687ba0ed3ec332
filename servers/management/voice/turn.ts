import type { Locale } from '../../../kit/words/index.ts';

/*
 * What a line (`Line`) does with a call. All that it calls is safe to repeat and from any process:
 *
 *   openInbound(context, InboundCall)                      the first turn                              calls.ts
 *   handleInput(context, { call_id, turn_no }, LineInput)    the next; of a turn that has passed, the current one
 *   resumeCall(context, { line, external_id })             the current turn with an apology; null: not known
 *   endCall(context, call_id)                              either side has hung up
 *   claimDueCalls(context, line, limit)                    calls to make, each claimed by one process  outbound.ts
 *   reportOutcome(context, call_id, DialOutcome)           the first turn for `answered` and `machine`, otherwise null
 */

/** What carries calls: our own Asterisk, a provider's webhooks, or the demo's phones. */
export const LINES = ['asterisk', 'jambonz', 'twilio', 'sandbox'] as const;
export type Line = (typeof LINES)[number];

/** A text that is ready to be spoken, and the language of the voice that speaks it. */
export type Utterance = { readonly locale: Locale; readonly text: string };

/** How keys are gathered. */
export type Listen = {
  /** With so many keys the input is complete. */
  readonly digits_max: number;
  /** How long to wait for the first key, from the end of what is said. */
  readonly first_ms: number;
  /** How long to wait for each key after it. */
  readonly inter_ms: number;
  /** The key that ends an input before it is complete; it is no part of it. */
  readonly finish_on: '#';
  /** Keys count while the turn is still being said, and cut it off. Otherwise only those after it do. */
  readonly barge_in: boolean;
  /** Keys that came before this turn count for it. Otherwise the line forgets them when the turn begins. */
  readonly type_ahead: boolean;
  /** The input is a PIN or a code: it is never logged, traced, recorded, or kept by the line. */
  readonly secret: boolean;
};

/**
 * What a line does next: says all of `say` in order, then
 * - with `listen` gathers keys and brings them by `handleInput`, as `digits` or, when none came in time, as `silence`;
 * - with `end` hangs up, or connects with the operator;
 * - with neither brings `said` at once: something is being done, and the next turn tells what came of it.
 *
 * `*` as the first key is an input of its own and complete at once; a line that can't tell brings it with the others.
 * `#` without a key before it is the input `''`: to hear it again.
 */
export type SpokenTurn = {
  readonly call_id: string;
  readonly turn_no: number;
  readonly say: readonly Utterance[];
  readonly listen?: Listen;
  readonly end?: 'hang_up' | 'operator';
};

/** What a line brings for a turn. That somebody hung up is told by `endCall`. */
export type LineInput =
  | { readonly kind: 'digits'; readonly digits: string }
  | { readonly kind: 'silence' }
  | { readonly kind: 'said' };

/** A call that a line is to make. The line names its channel by `call_id`, so that it is found again after a crash. */
export type OutboundCall = {
  readonly call_id: string;
  /** E.164. */
  readonly to: string;
  readonly ring_s: number;
};

/** What came of calling somebody. `unreachable` is our own trouble: no line, no route, a peer that is away. */
export const DIAL_OUTCOMES = [
  'answered',
  'busy',
  'declined',
  'no_answer',
  'unknown_number',
  'machine',
  'unreachable',
] as const;
export type DialOutcome = (typeof DIAL_OUTCOMES)[number];

/** A call that comes in. `from` is what the network says of the caller, which proves nothing. */
export type InboundCall = {
  readonly line: Line;
  /** The line's own name of the call: the same again is the same call. */
  readonly external_id: string;
  readonly from: string | null;
};
