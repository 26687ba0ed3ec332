import type { Metric } from '../../kit/metrics/definition.ts';
import { WATCHED } from './watched.ts';

const MADE = 'Made by `npm run references` from the definitions.';

/** The reference of all metrics. */
export function metricsPage(): string {
  return `# Metrics

${MADE} How they are reached and what to do with them is in [seeing](seeing.md).

Names and units are as Prometheus advises: seconds, and \`_total\` at the end of what only rises. Beside these there are \`process_…\` and \`nodejs_…\`, of the process and of Node. No label holds anything of people.

**What several processes of one server say.** What is told of the *server* is read from its database, and the same whichever process is asked: take \`max\`. What is told of a *process* is its own: take \`sum\`.

${WATCHED.map(({ title, metrics }) => `## At ${title}\n\n${table(metrics)}`).join('\n')}`;
}

function table(metrics: readonly Metric[]): string {
  const rows = metrics.map(
    ({ name, kind, of, labels, help }) =>
      `| \`${name}\` | ${kind} | ${of} | ${labels.map((label) => `\`${label}\``).join(', ')} | ${help.replaceAll('|', '\\|')} |`,
  );
  return `| metric | kind | of the | labels | what it is |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}
