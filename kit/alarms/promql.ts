import type { Metric } from '../metrics/definition.ts';
import type { Alarm, Condition, Where } from './definition.ts';

/** When an alarm is raised, for Prometheus. What several servers say is told apart by `job`, of which each has one. */
export function expressionOf({ when, expression = '' }: Alarm): string {
  if (when === null) return expression;
  const { metric, by = [] } = when;
  const told = `(${['job', ...by].join(', ')})`;
  const all = `${metric.of === 'server' ? 'max' : 'sum'} by ${told}`;
  switch (when.kind) {
    case 'above':
      return `${all} (${selector(when)}) > ${when.limit}`;
    case 'below':
      return `${all} (${selector(when)}) < ${when.limit}`;
    case 'older':
      return `time() - max by ${told} (${selector(when)}) > ${when.than_s}`;
    case 'rose':
      return `sum by ${told} (${increase(when, when.where, when.within_s)}) > ${when.by_more_than}`;
    case 'share': {
      const whole = `sum by ${told} (${increase(when, when.where, when.within_s)})`;
      const part = `sum by ${told} (${increase(when, { ...when.where, ...when.part }, when.within_s)})`;
      return `${part} / ${whole} > ${when.above} and ${whole} >= ${when.of_at_least}`;
    }
  }
}

/** A counter that was not there before has counted all that it says since then; `increase` alone would not see its first. */
function increase({ metric }: Pick<Condition, 'metric'>, where: Where | undefined, within_s: number): string {
  const counted = `${countedName(metric)}${labels(metric, where)}`;
  return `(${counted} unless ${counted} offset ${within_s}s) or increase(${counted}[${within_s}s])`;
}

function selector({ metric, where }: Pick<Condition, 'metric' | 'where'>): string {
  return `${metric.name}${labels(metric, where)}`;
}

/** Others may have metrics of a name that is not ours alone. */
function labels({ name }: Metric, where: Where = {}): string {
  const whose = name.startsWith('seonmul_') ? {} : { job: 'seonmul.*' };
  const matchers = Object.entries({ ...whose, ...where }).map(([label, pattern]) => `${label}=~"${pattern}"`);
  return matchers.length === 0 ? '' : `{${matchers.join(', ')}}`;
}

/** Under which name a metric counts. */
export function countedName({ name, kind }: Metric): string {
  return kind === 'histogram' ? `${name}_count` : name;
}
