import { countedName } from '../../kit/alarms/promql.ts';
import { BOOKS_CHECKED_AT, BOOKS_DIFFERENCES } from '../../kit/books/measure-books.ts';
import { CALLS_UNKNOWN_AGE } from '../../kit/calls/measure-calls.ts';
import { CONNECTIONS, CONNECTIONS_AWAITED, CONNECTIONS_MAX } from '../../kit/db/measure-database.ts';
import { LOCK_WAITS } from '../../kit/db/patience.ts';
import { WORK_LATE } from '../../kit/due/each-due.ts';
import { DEAD_LETTERS, FAILING_WORK } from '../../kit/due/failing-work.ts';
import { SILENT_PARTIES } from '../../kit/due/silent-parties.ts';
import { REQUEST_DURATION } from '../../kit/http/metrics.ts';
import { BATCHES_UNACKNOWLEDGED_AGE } from '../../kit/journal/measure-journal.ts';
import { LIMIT_REFUSALS } from '../../kit/limits-counted.ts';
import { LOG_INS_FAILED } from '../../kit/log-ins-failed.ts';
import { MAILS_SENT } from '../../kit/mail/smtp.ts';
import type { Metric } from '../../kit/metrics/definition.ts';
import { NOTICES_UNAPPLIED } from '../../kit/notices/measure-inbox.ts';
import { TEXTS_SENT } from '../../kit/texts/providers.ts';
import { MESSAGES_WAITING_AGE } from '../../kit/texts/waiting.ts';
import { STUCK_ORDERS } from '../../servers/management/console/stuck-orders.ts';
import { DISPUTES_OPEN } from '../../servers/settlement/disputes/list-disputes.ts';
import { PAYOUTS_PENDING, PAYOUTS_PENDING_AGE } from '../../servers/settlement/payouts/measure-payouts.ts';
import { DIFFERENCES_OPEN } from '../../servers/settlement/reconciliation/measure.ts';
import { PINS_WRONG_RATIO } from '../../servers/shop/opening/spraying.ts';

type Panel = {
  title: string;
  unit: 'short' | 's' | 'reqps' | 'percentunit';
  queries: [expr: string, legend: string][];
};

const HERE = 'job=~"$job"';

/** What a server says, whichever of its processes is asked. */
function value(metric: Metric, ...by: string[]): [string, string] {
  const all = metric.of === 'server' ? 'max' : 'sum';
  return [`${all} by (${['job', ...by].join(', ')}) (${metric.name}{${HERE}})`, legend(by)];
}

/** How often something is counted, a second. */
function rate(metric: Metric, ...by: string[]): [string, string] {
  const counted = `rate(${countedName(metric)}{${HERE}}[5m])`;
  return [`sum by (${['job', ...by].join(', ')}) (${counted})`, legend(by)];
}

const legend = (by: readonly string[]) => ['job', ...by].map((label) => `{{${label}}}`).join(' ');

const failing = `rate(${REQUEST_DURATION.name}_count{${HERE}, status=~"5.."}[5m])`;
const slowest = `histogram_quantile(0.99, sum by (job, le) (rate(${REQUEST_DURATION.name}_bucket{${HERE}}[5m])))`;

const ROWS: readonly [title: string, panels: readonly Panel[]][] = [
  [
    'Requests',
    [
      { title: 'Requests', unit: 'reqps', queries: [rate(REQUEST_DURATION)] },
      {
        title: 'Requests that fail (5xx)',
        unit: 'reqps',
        queries: [[`sum by (job, route) (${failing})`, legend(['route'])]],
      },
      { title: 'Duration, 99 of 100 are faster', unit: 's', queries: [[slowest, legend([])]] },
      { title: 'Refused by limits', unit: 'reqps', queries: [rate(LIMIT_REFUSALS, 'limit')] },
    ],
  ],
  [
    'Money',
    [
      { title: 'Books that do not agree', unit: 'short', queries: [value(BOOKS_DIFFERENCES, 'check')] },
      {
        title: 'Since books were compared',
        unit: 's',
        queries: [[`time() - ${value(BOOKS_CHECKED_AT, 'check')[0]}`, legend(['check'])]],
      },
      {
        title: 'Differences from acquirers’ lists',
        unit: 'short',
        queries: [value(DIFFERENCES_OPEN, 'acquirer', 'kind')],
      },
      { title: 'Open disputes', unit: 'short', queries: [value(DISPUTES_OPEN)] },
      { title: 'Payouts not paid yet', unit: 'short', queries: [value(PAYOUTS_PENDING, 'state')] },
      { title: 'Oldest of these', unit: 's', queries: [value(PAYOUTS_PENDING_AGE, 'state')] },
    ],
  ],
  [
    'Between servers',
    [
      {
        title: 'Oldest batch not acknowledged',
        unit: 's',
        queries: [value(BATCHES_UNACKNOWLEDGED_AGE, 'party')],
      },
      {
        title: 'Notices not applied',
        unit: 'short',
        queries: [value(NOTICES_UNAPPLIED, 'sender', 'reason')],
      },
      { title: 'Oldest call with unknown outcome', unit: 's', queries: [value(CALLS_UNKNOWN_AGE, 'party')] },
      { title: 'Silent parties', unit: 'short', queries: [value(SILENT_PARTIES, 'party')] },
    ],
  ],
  [
    'Work',
    [
      { title: 'Stuck orders', unit: 'short', queries: [value(STUCK_ORDERS)] },
      { title: 'Dead letters', unit: 'short', queries: [value(DEAD_LETTERS, 'job_name')] },
      { title: 'Failing work', unit: 'short', queries: [value(FAILING_WORK, 'job_name')] },
      { title: 'How late jobs are', unit: 's', queries: [value({ ...WORK_LATE, of: 'server' }, 'job_name')] },
    ],
  ],
  [
    'People',
    [
      { title: 'Oldest message not sent', unit: 's', queries: [value(MESSAGES_WAITING_AGE, 'channel')] },
      { title: 'Texts', unit: 'reqps', queries: [rate(TEXTS_SENT, 'provider', 'outcome')] },
      { title: 'Mails', unit: 'reqps', queries: [rate(MAILS_SENT, 'outcome')] },
      { title: 'Wrong PINs', unit: 'percentunit', queries: [value(PINS_WRONG_RATIO, 'origin')] },
      { title: 'Failed log-ins', unit: 'reqps', queries: [rate(LOG_INS_FAILED, 'who')] },
    ],
  ],
  [
    'Database',
    [
      {
        ...{ title: 'Connections', unit: 'short' },
        queries: [value(CONNECTIONS, 'state'), [value(CONNECTIONS_MAX)[0], '{{job}} most']],
      },
      { title: 'Waiting for a connection', unit: 'short', queries: [value(CONNECTIONS_AWAITED)] },
      { title: 'Lock waits', unit: 'reqps', queries: [rate(LOCK_WAITS, 'outcome')] },
    ],
  ],
];

const WIDTH = 8;
const HEIGHT = 7;
// biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of Grafana's.
const SOURCE = { type: 'prometheus', uid: '${datasource}' };

/** A dashboard for Grafana. */
export function dashboard(): string {
  const panels: unknown[] = [];
  let y = 0;
  for (const [title, of] of ROWS) {
    panels.push({
      type: 'row',
      id: panels.length + 1,
      title,
      collapsed: false,
      gridPos: { h: 1, w: 24, x: 0, y },
    });
    y += 1;
    of.forEach((panel, at) => {
      const gridPos = { h: HEIGHT, w: WIDTH, x: (at % 3) * WIDTH, y: y + Math.floor(at / 3) * HEIGHT };
      panels.push({ ...panelOf(panel), id: panels.length + 1, gridPos });
    });
    y += Math.ceil(of.length / 3) * HEIGHT;
  }
  const job = {
    type: 'query',
    name: 'job',
    label: 'Server',
    datasource: SOURCE,
    multi: true,
    includeAll: true,
  };
  const variables = [
    { type: 'datasource', name: 'datasource', label: 'Prometheus', query: 'prometheus' },
    { ...job, query: `label_values(${REQUEST_DURATION.name}_count, job)`, refresh: 2 },
  ];
  const board = {
    ...{ uid: 'seonmul', title: 'Seonmul', tags: ['seonmul'], schemaVersion: 39, editable: true },
    ...{ time: { from: 'now-6h', to: 'now' }, refresh: '30s', timezone: 'browser' },
    templating: { list: variables },
    panels,
  };
  return `${JSON.stringify(board, null, 2)}\n`;
}

function panelOf({ title, unit, queries }: Panel) {
  return {
    ...{ type: 'timeseries', title, datasource: SOURCE },
    fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
    options: {
      legend: { displayMode: 'list', placement: 'bottom' },
      tooltip: { mode: 'multi', sort: 'desc' },
    },
    targets: queries.map(([expr, legendFormat], at) => ({
      ...{ refId: String.fromCharCode(65 + at), datasource: SOURCE, expr, legendFormat },
    })),
  };
}
