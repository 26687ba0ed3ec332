import { MINUTE_MS } from '../../../kit/clock.ts';
import type { Finding } from '../record/checks.ts';
import type { RecordReader } from '../record/record.ts';

/** Attempts at once, and how long one takes to come back, as docs/operations/verify.md says. */
const LIMITS = {
  till: { attempts: 5, back_ms: 10 * MINUTE_MS },
  afar: { attempts: 4, back_ms: 20 * MINUTE_MS },
} as const;

/** Of all guesses at one phone, so many were compared with the PIN as its attempts allow in the time that passed. */
export function judgeGuesses(record: RecordReader, passedMs: number): Finding[] {
  return (['till', 'afar'] as const).flatMap((at): Finding[] => {
    let compared = 0;
    for (const { about, code } of record.of('guess'))
      if (about.at === at && code === 'pin_or_phone_wrong') compared += 1;
    const { attempts, back_ms } = LIMITS[at];
    const allowed = attempts + Math.ceil((passedMs + record.clockForwardMs) / back_ms);
    return compared > allowed
      ? [
          {
            check: 'guesses',
            about: `${compared} guesses (${at}) were compared, of which ${allowed} are allowed`,
          },
        ]
      : [];
  });
}
