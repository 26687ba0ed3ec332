import type { Registry } from 'prom-client';
import { METRICS_UNREAD } from '../metrics/measure.ts';
import type { Alarm, Condition, Where } from './definition.ts';
import { countedName } from './promql.ts';

type Value = { labels: Readonly<Record<string, string>>; value: number };

/** What a process's metrics said at one moment, by name. */
export type Look = { at_ms: number; values: ReadonlyMap<string, readonly Value[]> };

/** A condition that holds, and what it is about: its labels, such as `party=shop:haneul`, or nothing. */
export type Holding = { alarm: Alarm['name']; subject: string; value: number };

/** Looks further back than any condition. */
const KEPT_MS = 3_700_000;

export async function lookAt(registry: Registry, now: Date): Promise<Look> {
  const values = new Map<string, Value[]>();
  for (const { name, values: found } of await registry.getMetricsAsJSON())
    for (const { value, labels, metricName = name } of found as (Value & { metricName?: string })[])
      values.set(metricName, [...(values.get(metricName) ?? []), { value, labels: textsOf(labels) }]);
  return { at_ms: now.getTime(), values };
}

/** What this process has seen so far, as far back as conditions ask. It knows of no more, and its counters began at 0. */
export class History {
  readonly #looks: Look[] = [];

  keep(look: Look): void {
    this.#looks.push(look);
    while ((this.#looks[0]?.at_ms ?? Number.POSITIVE_INFINITY) < look.at_ms - KEPT_MS) this.#looks.shift();
  }

  /** What a counter said before. */
  before(ms: number, name: string, where: Where | undefined): readonly Value[] {
    return valuesOf(
      this.#looks.findLast(({ at_ms }) => at_ms <= ms),
      name,
      where,
    );
  }
}

/** What holds now. `history` has what was before, and not `look` yet. */
export function holdingNow(alarms: readonly Alarm[], look: Look, history: History): Holding[] {
  return alarms.flatMap(({ name, when }) =>
    when === null
      ? []
      : wrongOf(when, look, history).map(([subject, value]) => ({ alarm: name, subject, value })),
  );
}

/** Alarms about which nothing is known now, because what they look at could not be read. */
export function unknownNow(alarms: readonly Alarm[], { values }: Look): Set<Alarm['name']> {
  const unread = new Set(
    (values.get(METRICS_UNREAD.name) ?? [])
      .filter(({ value }) => value > 0)
      .map(({ labels }) => labels.metric),
  );
  if (unread.size === 0) return new Set();
  // A reading is named by its first metric, and may have others: whatever has no value then is unknown.
  const isUnknown = ({ when }: Alarm) =>
    when !== null && when.metric.of === 'server' && (values.get(when.metric.name) ?? []).length === 0;
  return new Set(alarms.filter(isUnknown).map(({ name }) => name));
}

function wrongOf(when: Condition, look: Look, history: History): [subject: string, value: number][] {
  const { metric, by, where } = when;
  const now = (pattern = where) => grouped(valuesOf(look, countedName(metric), pattern), by, metric.of);
  switch (when.kind) {
    case 'above':
      return [...now()].filter(([, value]) => value > when.limit);
    case 'below':
      return [...now()].filter(([, value]) => value < when.limit);
    case 'older':
      return [...grouped(valuesOf(look, metric.name, where), by, 'server')]
        .map(([subject, value]): [string, number] => [subject, look.at_ms / 1_000 - value])
        .filter(([, age_s]) => age_s > when.than_s);
    case 'rose':
      return [...risen(when.within_s, where)].filter(([, more]) => more > when.by_more_than);
    case 'share': {
      const part = risen(when.within_s, { ...where, ...when.part });
      return [...risen(when.within_s, where)]
        .filter(([, whole]) => whole >= when.of_at_least)
        .map(([subject, whole]): [string, number] => [subject, (part.get(subject) ?? 0) / whole])
        .filter(([, share]) => share > when.above);
    }
  }

  function risen(within_s: number, pattern: Where | undefined): Map<string, number> {
    const name = countedName(metric);
    const before = grouped(history.before(look.at_ms - within_s * 1_000, name, pattern), by, 'process');
    return new Map(
      [...now(pattern)].map(([subject, value]) => [subject, value - (before.get(subject) ?? 0)]),
    );
  }
}

function valuesOf(look: Look | undefined, name: string, where: Where = {}): readonly Value[] {
  const patterns = Object.entries(where).map(
    ([label, pattern]) => [label, new RegExp(`^(?:${pattern})$`)] as const,
  );
  return (look?.values.get(name) ?? []).filter(({ labels }) =>
    patterns.every(([label, pattern]) => pattern.test(labels[label] ?? '')),
  );
}

/** Values that are told apart by nothing but `by`, as one: the greatest of what a server says, the sum of what processes do. */
function grouped(values: readonly Value[], by: readonly string[] = [], of: 'server' | 'process') {
  const groups = new Map<string, number>();
  for (const { labels, value } of values) {
    const subject = by.map((label) => `${label}=${labels[label] ?? ''}`).join(', ');
    const known = groups.get(subject);
    groups.set(
      subject,
      known === undefined ? value : of === 'server' ? Math.max(known, value) : known + value,
    );
  }
  return groups;
}

function textsOf(labels: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, String(value)]));
}
