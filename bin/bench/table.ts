import { median, quantile, type Results } from './results.ts';
import type { Statements } from './statements.ts';

const COLUMNS = ['step', 'per second', '× one', 'from', 'to', 'p50 ms', 'p99 ms', 'refused'];
const DETAILS = [
  'intake',
  'cpu_us',
  'cpu_us_postgres',
  'cpu_us_shop',
  'cpu_us_management',
  'wal_bytes',
  'rss_shop',
  'rss_management',
];
const BAR = 50;

/** One line a step: medians, and the smallest and largest ratio to what pgbench made just before. */
export function tableOf(results: Results): string {
  const rows = results.steps.map((step) => {
    const ratios = results.toOne(step);
    return [
      step,
      shown(results.median(step), 0),
      shown(median(ratios), 2),
      shown(quantile(ratios, 0), 2),
      shown(quantile(ratios, 1), 2),
      shown(results.median(step, 'p50_ms'), 1),
      shown(results.median(step, 'p99_ms'), 1),
      shown(results.median(step, 'refused'), 0),
    ];
  });
  return markdown([COLUMNS, ['one', shown(median(results.ones), 0), '1.00', '', '', '', '', ''], ...rows]);
}

/** What a sale takes, by number of connections. */
export function detailsOf(results: Results): string {
  const steps = results.steps.filter((step) => results.valuesOf(step, 'wal_bytes').length > 0);
  const rows = steps.map((step) => [
    step,
    ...DETAILS.map((name) => shown(results.median(step, name), name === 'intake' ? 2 : 0)),
  ]);
  return rows.length === 0 ? '' : markdown([['step', ...DETAILS], ...rows]);
}

/** What management's database was asked most often for one gift. */
export function frequentOf({ per_gift, commits, frequent }: Statements): string {
  const lines = frequent.map(
    ([text, calls]) => `${calls.toFixed(1).padStart(6)}  ${text.replaceAll(/\s+/g, ' ').slice(0, 100)}`,
  );
  const head = `Statements at management for one gift bought and accepted: ${per_gift.toFixed(0)}, in ${commits.toFixed(0)} transactions of several. The most frequent:`;
  return [head, ...lines].join('\n');
}

function shown(value: number | null, digits: number): string {
  return value === null ? '' : value.toFixed(digits);
}

function markdown([head = [], ...rows]: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

type Bar = { name: string; ratio: number };

function barsOf(results: Results): Bar[] {
  return results.steps.flatMap((name) => {
    const ratio = median(results.toOne(name));
    return ratio === null ? [] : [{ name, ratio }];
  });
}

/** Rates as bars, each as a ratio to pgbench's statement. */
export function plotOf(results: Results): string {
  const bars = barsOf(results);
  const longest = Math.max(1, ...bars.map(({ ratio }) => ratio));
  const width = Math.max(0, ...bars.map(({ name }) => name.length));
  return bars
    .map(({ name, ratio }) => {
      const bar = '█'.repeat(Math.max(1, Math.round((ratio / longest) * BAR)));
      return `${name.padEnd(width)} ${bar} ${ratio.toFixed(2)}`;
    })
    .join('\n');
}

const LINE = 28;
const LABELS = 190;
const LENGTH = 460;

/** The same as a picture, with a line where pgbench's statement is. */
export function svgOf(results: Results): string {
  const bars = barsOf(results);
  const longest = Math.max(1, ...bars.map(({ ratio }) => ratio));
  const x = (ratio: number) => (LABELS + (ratio / longest) * LENGTH).toFixed(1);
  const height = bars.length * LINE + 40;
  const drawn = bars.map(({ name, ratio }, index) => {
    const y = index * LINE + 10;
    const width = ((ratio / longest) * LENGTH).toFixed(1);
    return `<text x="${LABELS - 8}" y="${y + 14}" text-anchor="end">${name}</text>
<rect x="${LABELS}" y="${y}" width="${width}" height="18" fill="#4c6ef5"/>
<text x="${Number(x(ratio)) + 6}" y="${y + 14}">${ratio.toFixed(2)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${LABELS + LENGTH + 60}" height="${height}" font-family="sans-serif" font-size="13" role="img" aria-label="Rates as ratios to pgbench’s one-row statement">
<rect width="100%" height="100%" fill="#fff"/>
${drawn.join('\n')}
<line x1="${x(1)}" y1="4" x2="${x(1)}" y2="${height - 24}" stroke="#e03131" stroke-dasharray="4 3"/>
<text x="${x(1)}" y="${height - 8}" text-anchor="end">pgbench’s one-row statement</text>
</svg>
`;
}
