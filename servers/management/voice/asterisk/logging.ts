import Type from 'typebox';
import { Value } from 'typebox/value';

const LogChannels = Type.Array(
  Type.Object({ channel: Type.String(), type: Type.String(), configuration: Type.String() }),
);

/**
 * The log channels of a running Asterisk that contain keyed digits, from its answer to `GET /ari/asterisk/logging`. The
 * level `dtmf` writes every key in the clear, PINs included, and so does `debug` for some modules. Throws on an answer of
 * another shape, which tells us nothing.
 */
export function loggedDigits(answer: unknown): string[] {
  if (!Value.Check(LogChannels, answer)) throw new Error('Asterisk did not report its log channels.');
  return answer
    .filter(({ configuration }) => /\b(DTMF|DEBUG)\b|\*/i.test(configuration))
    .map(({ channel, type }) => channel || type.toLowerCase());
}
