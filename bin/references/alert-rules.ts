import { stringify } from 'yaml';
import type { Alarm } from '../../kit/alarms/definition.ts';
import { expressionOf } from '../../kit/alarms/promql.ts';
import { alarmTitlesEn } from '../../kit/words/owner/alarm-titles.en.ts';
import { ALL_ALARMS, WATCHED } from './watched.ts';

export const RUNBOOKS = 'docs/production/runbooks';

/** The alarms as rules for Prometheus, as servers look at them themselves. */
export function alertRules(): string {
  const told = new Set<Alarm>();
  const groups = WATCHED.map(({ title, alarms }) => ({
    name: `seonmul: ${title}`,
    rules: alarms.filter((alarm) => !told.has(alarm) && told.add(alarm)).map(ruleOf),
  }));
  return `# Made by \`npm run references\` from the alarms in kit/alarms/every-server.ts and servers/*/watched.ts.\n${stringify({ groups }, { lineWidth: 0 })}`;
}

function ruleOf(alarm: Alarm) {
  const { name, severity, for_s } = alarm;
  return {
    alert: name,
    expr: expressionOf(alarm),
    for: `${for_s}s`,
    labels: { severity },
    annotations: annotationsOf(alarm, (label) => `{{ $labels.${label} }}`),
  };
}

export function annotationsOf({ name, when }: Alarm, labelled: (label: string) => string) {
  const about = (when?.by ?? []).map((label) => `${label} ${labelled(label)}`);
  return {
    summary: [alarmTitlesEn[name], ...about, `at ${labelled('job')}`].join(', '),
    runbook: `${RUNBOOKS}/${name}.md`,
  };
}

/** The list of runbook pages. */
export function runbooksPage(): string {
  const rows = ALL_ALARMS.map(
    ({ name, severity }) => `| [${name}](${name}.md) | ${severity} | ${alarmTitlesEn[name]} |`,
  );
  return `# Runbooks

Made by \`npm run references\` from the alarms. One page for each: what it means, who is hurt, where to look, what to do. Their commands are for a shell on the server's machine that has read its settings.

*The commands on these pages are run by \`npm run test\`.*

\`\`\`sh
set -a; . /etc/seonmul-haneul/shop-haneul/server.env; set +a
metrics() { curl -s -H "Authorization: Bearer $(cat "$OPS_TOKEN_FILE")" "http://$OPS_HOST:$OPS_PORT/metrics"; }
\`\`\`

*The commands on these pages are run by \`npm run test\`.*

Of them those that ask the database; what looks at a log or at metrics says what is there.

\`page\`: somebody must look now. \`ticket\`: within the day.

| alarm | severity | what is wrong |
| --- | --- | --- |
${rows.join('\n')}
`;
}
