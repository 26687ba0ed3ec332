import { COMMON_SETTINGS } from '../../kit/common-settings.ts';
import type { Setting } from '../../kit/config.ts';
import { BACKUP_SETTINGS } from '../operate/backup/settings.ts';
import { SERVERS } from '../operate/servers.ts';
import { SERVER_ROLES } from '../stack/roles.ts';
import { alertRules, RUNBOOKS, runbooksPage } from './alert-rules.ts';
import { dashboard } from './dashboard.ts';
import { FORMATS, type Format } from './formats.ts';
import { membersOf, type Schema } from './members.ts';
import { metricsPage } from './metrics-page.ts';

type Settings = Readonly<Record<string, Setting<unknown>>>;

const MADE = 'Made by `npm run references` from what the program reads.';

/** Every generated page and schema, by its path in the checkout. */
export function references(): Map<string, string> {
  return new Map([
    ['docs/production/configuration.md', configurationPage()],
    ['docs/production/files.md', filesPage()],
    ['docs/production/metrics.md', metricsPage()],
    [`${RUNBOOKS}/README.md`, runbooksPage()],
    ['deploy/prometheus/alerts.yaml', alertRules()],
    ['deploy/grafana/seonmul.json', dashboard()],
    ...FORMATS.map((format) => [schemaPath(format), schemaText(format)] as const),
  ]);
}

function configurationPage(): string {
  const common = new Set(Object.values(COMMON_SETTINGS).map(({ name }) => name));
  const sections = SERVER_ROLES.map((role) => {
    const own = Object.values(SERVERS[role].settings).filter(({ name }) => !common.has(name));
    return `## Of ${role === 'shop' ? 'a shop' : `the ${role} server`}\n\n${settingsTable(own)}`;
  });
  return `# Configuration

${MADE} Settings are environment variables; \`init\` writes them into a file, each with what it means, and \`npx seonmul server <server> --settings\` prints them. What is set wrongly is said at the start, everything at once, a line each. With \`NODE_ENV=production\` a server refuses the settings of the demo.

A setting without a default is required. The formats of the files that settings name are in [files](files.md).

## Of every server

${settingsTable(Object.values(COMMON_SETTINGS as Settings))}
${sections.join('\n')}
## Of backups

In a file of their own, for [\`npx seonmul backup\` and \`restore\`](backup.md), one for each PostgreSQL cluster.

${settingsTable(Object.values(BACKUP_SETTINGS as Settings))}`;
}

function settingsTable(settings: readonly Setting<unknown>[]): string {
  const rows = settings.map(({ name, meaning, fallback }) => {
    const value = fallback === undefined ? '**required**' : fallback === '' ? '' : `\`${fallback}\``;
    return `| \`${name}\` | ${value} | ${cell(meaning)} |`;
  });
  return `| setting | default | what it is |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

function filesPage(): string {
  return `# Files

${MADE} All are JSON. Each has a JSON schema, for editors and for programs that write it. \`npx seonmul check\` reads them all and says what is wrong, without showing what stands in them. Those with secrets are for their owner only (mode 0600).

A member in a list is written as \`[].name\`, one of a certain kind as \`[kind=smpp].name\`.

${FORMATS.map(formatSection).join('\n')}`;
}

function formatSection(format: Format): string {
  const { name, title, settings, about, schema, example } = format;
  const named = settings.length === 0 ? '' : `${settings.map((setting) => `\`${setting}\``).join(', ')}. `;
  const rows = membersOf(schema as Schema).map(
    ({ path, isRequired, form }) => `| \`${path}\` | ${isRequired ? 'yes' : ''} | ${cell(form)} |`,
  );
  return `## ${title}

${named}${about}

\`\`\`json
${JSON.stringify(example, null, 2)}
\`\`\`

| member | required | form |
| --- | --- | --- |
${rows.join('\n')}

[Schema](schemas/${name}.schema.json)
`;
}

function schemaPath({ name }: Format): string {
  return `docs/production/schemas/${name}.schema.json`;
}

function schemaText({ title, schema }: Format): string {
  const head = { $schema: 'https://json-schema.org/draft/2020-12/schema', title };
  return `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}
