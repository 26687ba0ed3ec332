import type { MainLocale } from '../../../kit/words/index.ts';

/*
 * What a line (`Line`) calls. Every call is safe to repeat, from any process:
 *
 *   openInbound(context, InboundCall)                      the first turn                              calls.ts
 *   handleInput(context, { call_id, turn_no }, LineInput)    the next turn; for a past turn, the current one
 *   resumeCall(context, { line, external_id })             the current turn with an apology, or null
 *   endCall(context, call_id)                              either side has hung up
 *   claimDueCalls(context, line, limit)                    calls to place, each claimed by one process outbound.ts
 *   reportOutcome(context, call_id, DialOutcome)           the first turn if `answered` or `machine`, else null
 */

/** What carries calls: our own Asterisk, a provider's webhooks, or the demo's phones. In order of preference. */
export const LINES = ['asterisk', 'jambonz', 'twilio', 'sandbox'] as const;
export type Line = (typeof LINES)[number];

/** A text to speak, and the language of the voice. */
export type Utterance = { readonly locale: MainLocale; readonly text: string };

/** How to collect keys. */
export type Listen = {
  /** The input is complete with this many keys. */
  readonly digits_max: number;
  /** How long to wait for the first key after the speech has ended. */
  readonly first_ms: number;
  /** How long to wait for each further key. */
  readonly inter_ms: number;
  /** The key that finishes a shorter input; not part of the input. */
  readonly finish_on: '#';
  /** Keys pressed during the speech count and cut it off. Otherwise only later keys count. */
  readonly barge_in: boolean;
  /** Keys pressed before the turn count. Otherwise the line drops them when the turn starts. */
  readonly type_ahead: boolean;
  /** The input is a PIN or a code: the line never logs, traces, records or keeps it. */
  readonly secret: boolean;
};

/**
 * What a line does next: speaks all of `say` in order, then
 * - with `listen`, collects keys and passes them to `handleInput`, as `digits` or, on a timeout, as `silence`;
 * - with `end`, hangs up or connects to the operator;
 * - with neither, passes `said` right away: something is being done, and the next turn has its result.
 *
 * A leading `*` is a complete input of its own; a line that can't tell passes it along with the other keys.
 * `#` without a key before it is the input `''`, which repeats the turn.
 */
export type SpokenTurn = {
  readonly call_id: string;
  readonly turn_no: number;
  readonly say: readonly Utterance[];
  readonly listen?: Listen;
  readonly end?: 'hang_up' | 'operator';
};

/** The input to a turn. A hang-up goes to `endCall` instead. */
export type LineInput =
  | { readonly kind: 'digits'; readonly digits: string }
  | { readonly kind: 'silence' }
  | { readonly kind: 'said' };

/** A call for a line to place. The line names its channel after `call_id`, to find it again after a crash. */
export type OutboundCall = {
  readonly call_id: string;
  /** E.164. */
  readonly to: string;
  readonly ring_s: number;
};

/** `unreachable` is a failure on our side: no line, no route, a peer that is down. */
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

/** An incoming call. `from` is the caller's number as the network reports it, which proves nothing. */
export type InboundCall = {
  readonly line: Line;
  /** The line's own id of the call: the same id is the same call. */
  readonly external_id: string;
  readonly from: string | null;
};
