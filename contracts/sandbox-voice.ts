import Type, { type Static } from 'typebox';
import { closed, E164, Id } from './common.ts';

/**
 * Between management and a line of the demo's phones, which plays the part of a telephone provider. Both sides show the
 * same secret as a bearer token.
 */
export const SANDBOX_VOICE_PATHS = {
  /** At management, for the line. */
  calls: '/v1/voice/sandbox/calls',
  /** At the line, for management. */
  dials: '/v1/voice/dials',
} as const;

/** What the line does next: says all of it, then gathers keys, ends, or with neither brings `said`. */
export const Turn = closed({
  call_id: Id,
  turn_no: Type.Integer({ minimum: 0 }),
  say: Type.Array(closed({ locale: Type.Enum(['ko', 'en']), text: Type.String() })),
  listen: Type.Optional(
    closed({
      digits_max: Type.Integer({ minimum: 1 }),
      first_ms: Type.Integer({ minimum: 1 }),
      inter_ms: Type.Integer({ minimum: 1 }),
      finish_on: Type.Literal('#'),
      barge_in: Type.Boolean({ description: 'Keys count while it is still being said.' }),
      type_ahead: Type.Boolean({ description: 'Keys from before the turn count.' }),
      secret: Type.Boolean({ description: 'A PIN or a code: shown, logged and kept nowhere.' }),
    }),
  ),
  end: Type.Optional(Type.Enum(['hang_up', 'operator'])),
});
export type Turn = Static<typeof Turn>;

/** POST calls: somebody calls. `external_id` is the line's name of the call. */
export const OpenCall = closed({
  external_id: Type.String({ minLength: 1, maxLength: 64 }),
  from: Type.Union([E164, Type.Null()]),
});

/** POST calls/:call_id/inputs. */
export const CallInput = Type.Union([
  closed({
    turn_no: Type.Integer({ minimum: 1 }),
    kind: Type.Literal('digits'),
    digits: Type.String({ pattern: '^[0-9*]{0,20}$' }),
  }),
  closed({ turn_no: Type.Integer({ minimum: 1 }), kind: Type.Enum(['silence', 'said']) }),
]);
export type CallInput = Static<typeof CallInput>;

/** POST calls/:call_id/outcome → the turn to say, or nothing (204). */
export const DialResult = closed({
  outcome: Type.Enum([
    'answered',
    'busy',
    'declined',
    'no_answer',
    'unknown_number',
    'machine',
    'unreachable',
  ]),
});

/** POST dials at the line: calls a phone. */
export const Dial = closed({
  call_id: Id,
  to: E164,
  ring_s: Type.Integer({ minimum: 1, maximum: 120 }),
});
export type Dial = Static<typeof Dial>;

/**
 * What a demo phone shows of its call, for a page that rings, speaks and has keys. At the sandbox, under
 * `/v1/phones/{number}/call`, each answered with this: GET looks; POST calls the service from an idle phone; POST
 * `/answer` and `/decline` while it rings; POST `/keys` {keys} presses keys, one at a time or several; POST `/spoken`
 * {turn_no} tells that the captions of that turn were spoken to their end, from which on keys count where `must_hear`;
 * DELETE hangs up. What the state does not allow is refused with wrong_state. A number is as people write it.
 */
export const PhoneCallView = closed({
  state: Type.Enum(['idle', 'ringing', 'talking', 'operator', 'ended']),
  direction: Type.Optional(Type.Enum(['in', 'out'])),
  turn_no: Type.Optional(Type.Integer()),
  captions: Type.Array(
    closed({ turn_no: Type.Integer(), locale: Type.Enum(['ko', 'en']), text: Type.String() }),
  ),
  listening: Type.Optional(
    closed({
      digits_max: Type.Integer(),
      secret: Type.Boolean(),
      keyed: Type.String({ description: 'What was keyed for this turn; of a secret only dots.' }),
      must_hear: Type.Boolean({ description: 'Keys do not count before the turn was spoken.' }),
    }),
  ),
});
