import type { Metric } from '../metrics/definition.ts';
import type { alarmTitlesEn } from '../words/owner/alarm-titles.en.ts';

/** Of which values of a metric: a pattern for all of a label's value. */
export type Where = Readonly<Record<string, string>>;

type Of = {
  readonly metric: Metric;
  /** What is told apart; everything else is taken together. */
  readonly by?: readonly string[];
  readonly where?: Where;
};

/**
 * When an alarm is raised. Each can be told as an expression for Prometheus (`promql.ts`) and looked at by the server itself
 * (`holding.ts`).
 */
export type Condition =
  | ({ readonly kind: 'above' | 'below'; readonly limit: number } & Of)
  /** The moment that the metric tells lies longer ago than this. */
  | ({ readonly kind: 'older'; readonly than_s: number } & Of)
  /** A counter rose by more than this. */
  | ({ readonly kind: 'rose'; readonly by_more_than: number; readonly within_s: number } & Of)
  /** Of what was counted, more than this share was `part`; fewer than `of_at_least` say nothing. */
  | ({
      readonly kind: 'share';
      readonly part: Where;
      readonly above: number;
      readonly of_at_least: number;
      readonly within_s: number;
    } & Of);

/** By this its title is found in the catalogue, and its page among docs/production/runbooks/. */
export type AlarmName = keyof typeof alarmTitlesEn;

export type Alarm = {
  readonly name: AlarmName;
  /** `page`: somebody must look now. `ticket`: within the day. */
  readonly severity: 'page' | 'ticket';
  /** Null for what a server can't see of itself; then `expression` is for Prometheus alone. */
  readonly when: Condition | null;
  readonly expression?: string;
  /** For so long without a break. */
  readonly for_s: number;
};
