import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PLACEHOLDER } from '../placeholder.ts';
import { writeBackupFiles } from './backup-files.ts';
import { writeContainerFiles } from './container-files.ts';
import { databaseSql, type Passwords } from './database-sql.ts';
import { Files, type Outcome } from './files.ts';
import { nextSteps } from './next-steps.ts';
import type { Plan, PlannedServer } from './plan.ts';
import { caddyText, nginxText } from './proxy-files.ts';
import { passwordsIn, writeServerFiles } from './server-files.ts';
import { unitNameOf, unitText } from './unit-files.ts';

/** Makes all files of a plan that are not there yet. Says of each what became of it. */
export async function initialise(plan: Plan, now: Date): Promise<readonly Outcome[]> {
  const files = new Files();
  const passwords = new Map(plan.servers.map((server) => [server, passwordsIn(server)] as const));
  const passwordsOf = (server: PlannedServer): Passwords => passwords.get(server) ?? passwordsIn(server);
  await writeServerFiles(plan, files, { now, passwordsOf });
  files.follows(join(plan.folder, 'database.sql'), databaseSql(plan, passwordsOf));
  files.follows(join(plan.folder, 'proxy/Caddyfile'), caddyText(plan));
  if (plan.containers) await writeContainerFiles(plan, files);
  else {
    files.follows(join(plan.folder, 'proxy/nginx.conf'), nginxText(plan));
    for (const server of plan.servers)
      files.follows(join(plan.folder, 'systemd', unitNameOf(server)), unitText(plan, server));
    writeBackupFiles(plan, files);
  }
  const toFillIn = files.outcomes
    .filter(({ file }) => readFileSync(file, 'utf8').includes(PLACEHOLDER))
    .map(({ file }) => file);
  await files.once(join(plan.folder, 'NEXT-STEPS.md'), () => nextSteps(plan, toFillIn));
  return files.outcomes;
}

const SAID = { made: 'made   ', kept: 'there  ', differs: 'DIFFERS' } as const;

/** A line for each file, and one for each thing in which one that was there differs. */
export function describeOutcomes(outcomes: readonly Outcome[]): string {
  const lines = outcomes.flatMap(({ file, kind, lines: differences }) => [
    `${SAID[kind]}  ${file}`,
    ...differences.map((difference) => `         ${difference}`),
  ]);
  const differing = outcomes.filter(({ kind }) => kind === 'differs').length;
  const end =
    differing === 0
      ? []
      : [
          '',
          'Nothing that was there was written. To have a file made anew, move the old one away and run this again.',
        ];
  return [...lines, ...end].join('\n');
}
