import Type, { type Static } from 'typebox';
import { MAIN_LOCALES } from '../kit/format/locale.ts';
import { closed, E164, Id } from './common.ts';

/**
 * Between management and the demo's phone line, which stands in for a telephone provider. Both sides authenticate with the
 * same secret as a bearer token.
 */
export const SANDBOX_VOICE_PATHS = {
  /** At management, called by the line. */
  calls: '/v1/voice/sandbox/calls',
  /** At the line, called by management. */
  dials: '/v1/voice/dials',
} as const;

/** What the line does next: says all of it, then gathers keys or ends; with neither, it reports `said`. */
export const Turn = closed({
  call_id: Id,
  turn_no: Type.Integer({ minimum: 0 }),
  say: Type.Array(closed({ locale: Type.Enum([...MAIN_LOCALES]), text: Type.String() })),
  listen: Type.Optional(
    closed({
      digits_max: Type.Integer({ minimum: 1 }),
      first_ms: Type.Integer({ minimum: 1 }),
      inter_ms: Type.Integer({ minimum: 1 }),
      finish_on: Type.Literal('#'),
      barge_in: Type.Boolean({ description: 'Keys count while the turn is still being spoken.' }),
      type_ahead: Type.Boolean({ description: 'Keys pressed before the turn count.' }),
      secret: Type.Boolean({ description: 'A PIN or a code, which is never shown, logged or stored.' }),
    }),
  ),
  end: Type.Optional(Type.Enum(['hang_up', 'operator'])),
});
export type Turn = Static<typeof Turn>;

/** POST calls: an incoming call. `external_id` is the line's own id of the call. */
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

/** POST calls/:call_id/outcome → the turn to say, or 204. */
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

/** POST dials, at the line: calls a phone. */
export const Dial = closed({
  call_id: Id,
  to: E164,
  ring_s: Type.Integer({ minimum: 1, maximum: 120 }),
});
export type Dial = Static<typeof Dial>;

/**
 * A demo phone's call, for a page that rings, speaks and has keys. It is the answer of every route at the sandbox under
 * `/v1/phones/{number}/call`: GET reads it; POST calls the service from an idle phone; POST `/answer` and `/decline` while
 * it rings; POST `/keys` {keys} presses one or more keys; POST `/spoken` {turn_no} reports that the captions of that turn
 * have been spoken, after which keys count where `must_hear`; DELETE hangs up. An action that the state does not allow is
 * refused with wrong_state. Numbers are accepted as people write them.
 */
export const PhoneCallView = closed({
  state: Type.Enum(['idle', 'ringing', 'talking', 'operator', 'ended']),
  direction: Type.Optional(Type.Enum(['in', 'out'])),
  turn_no: Type.Optional(Type.Integer()),
  captions: Type.Array(
    closed({ turn_no: Type.Integer(), locale: Type.Enum([...MAIN_LOCALES]), text: Type.String() }),
  ),
  listening: Type.Optional(
    closed({
      digits_max: Type.Integer(),
      secret: Type.Boolean(),
      keyed: Type.String({ description: 'The keys pressed in this turn; dots for a secret.' }),
      must_hear: Type.Boolean({ description: 'Keys do not count until the turn has been spoken.' }),
    }),
  ),
});
