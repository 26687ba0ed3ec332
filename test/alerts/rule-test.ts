import { annotationsOf } from '../../bin/references/alert-rules.ts';
import type { Alarm, Condition, Where } from '../../kit/alarms/definition.ts';
import { countedName } from '../../kit/alarms/promql.ts';

const MINUTE_S = 60;
const JOB = { job: 'seonmul-test' };
/** What comes before, in minutes. */
const QUIET = 5;

type Series = { series: string; values: string };

/** A test for promtool: nothing is wrong, then it is for long enough, then it is over. */
export function ruleTest(alarm: Alarm): unknown[] {
  const { name, when, for_s } = alarm;
  if (when === null) return [];
  const lasts = Math.ceil(for_s / MINUTE_S) + Math.ceil(looksBack(when) / MINUTE_S) + 5;
  const about = Object.fromEntries((when.by ?? []).map((label) => [label, labelOf(label, when.where)]));
  const raisedAt = QUIET + Math.ceil(for_s / MINUTE_S) + 2;
  const labels: Where = { ...JOB, ...about };
  const expected = {
    exp_labels: { ...labels, severity: alarm.severity },
    exp_annotations: annotationsOf(alarm, (label) => labels[label] ?? ''),
  };
  const at = (minutes: number, isRaised: boolean) => ({
    eval_time: `${minutes}m`,
    alertname: name,
    exp_alerts: isRaised ? [expected] : [],
  });
  return [
    {
      interval: '1m',
      name,
      input_series: seriesOf(when, lasts),
      alert_rule_test: [
        at(QUIET - 1, false),
        at(raisedAt, true),
        at(QUIET + lasts + looksBackMinutes(when) + 2, false),
      ],
    },
  ];
}

function seriesOf(when: Condition, lasts: number): Series[] {
  const labels = labelsOf(when);
  const of = (more: Where = {}) => `${countedName(when.metric)}${written({ ...JOB, ...labels, ...more })}`;
  const after = looksBackMinutes(when) + 10;
  switch (when.kind) {
    case 'above':
      return [
        {
          series: of(),
          values: `${steady(when.limit - 1, QUIET)} ${steady(when.limit + 1, lasts)} ${steady(when.limit - 1, after)}`,
        },
      ];
    case 'below':
      return [
        {
          series: of(),
          values: `${steady(when.limit, QUIET)} ${steady(when.limit - 1, lasts)} ${steady(when.limit, after)}`,
        },
      ];
    case 'older': {
      // It was long ago; then it was done anew, and then again and again.
      const old = -when.than_s + (QUIET - 1) * MINUTE_S + 30;
      const anew = (QUIET + lasts) * MINUTE_S;
      return [{ series: of(), values: `${steady(old, QUIET + lasts)} ${anew}+${MINUTE_S}x${after}` }];
    }
    case 'rose':
      // It is not there before it counts.
      return [{ series: of(), values: `_x${QUIET} ${steady(when.by_more_than + 2, lasts + after)}` }];
    case 'share': {
      const part = Object.fromEntries(
        Object.entries(when.part).map(([label, pattern]) => [label, first(pattern)]),
      );
      const good = Object.fromEntries(Object.keys(when.part).map((label) => [label, 'good']));
      const enough = when.of_at_least;
      return [
        { series: of(part), values: `_x${QUIET} ${steady(enough, lasts + after)}` },
        { series: of(good), values: `${steady(1, QUIET)} ${steady(1 + enough, lasts + after)}` },
      ];
    }
  }
}

const steady = (value: number, times: number) => `${value}+0x${times - 1}`;

function looksBack(when: Condition): number {
  return 'within_s' in when ? when.within_s : 0;
}
const looksBackMinutes = (when: Condition) => Math.ceil(looksBack(when) / MINUTE_S);

/** Values for all labels, within what is looked at. */
function labelsOf({ metric, where, ...when }: Condition): Where {
  const part = 'part' in when ? Object.keys(when.part) : [];
  const others = metric.labels.filter((label) => !part.includes(label));
  return Object.fromEntries(others.map((label) => [label, labelOf(label, where)]));
}

const labelOf = (label: string, where: Where = {}) => first(where[label] ?? `some_${label}`);
const first = (pattern: string) => pattern.split('|')[0]?.replaceAll('.', '0') ?? '';

function written(labels: Where): string {
  return `{${Object.entries(labels)
    .map(([label, value]) => `${label}="${value}"`)
    .join(', ')}}`;
}
