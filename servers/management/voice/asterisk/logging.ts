import Type from 'typebox';
import { Value } from 'typebox/value';

const LogChannels = Type.Array(
  Type.Object({ channel: Type.String(), type: Type.String(), configuration: Type.String() }),
);

/**
 * Where a running Asterisk writes keyed digits down, from its answer to `GET /ari/asterisk/logging`. The level `dtmf`
 * writes each key, PINs included, in clear, and `debug` does so from some modules. Throws if the answer is of another
 * shape: then nobody knows.
 */
export function loggedDigits(answer: unknown): string[] {
  if (!Value.Check(LogChannels, answer)) throw new Error('Asterisk did not report its log channels.');
  return answer
    .filter(({ configuration }) => /\b(DTMF|DEBUG)\b|\*/i.test(configuration))
    .map(({ channel, type }) => channel || type.toLowerCase());
}
