import { useConsoleWords } from './words.ts';

const MINUTE_S = 60;
const HOUR_S = 3_600;
const DAY_S = 86_400;

/** A time of day in Korea, to the second: `18:00:05`. */
export function useTimes() {
  const { locale } = useConsoleWords();
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Seoul', timeStyle: 'medium' });
  return {
    clock: (at: string) => clock.format(new Date(at)),
    /** A duration in its largest whole unit. */
    lasting(seconds: number): string {
      const [unit, length] =
        seconds >= DAY_S
          ? (['day', DAY_S] as const)
          : seconds >= HOUR_S
            ? (['hour', HOUR_S] as const)
            : seconds >= MINUTE_S
              ? (['minute', MINUTE_S] as const)
              : (['second', 1] as const);
      const count = Math.floor(seconds / length);
      return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
    },
  };
}
