import { parseArgs } from 'node:util';
import { systemClock } from '../../../kit/clock.ts';
import { COMMON_SETTINGS } from '../../../kit/common-settings.ts';
import { readSettings } from '../../../kit/config.ts';
import { openDatabase } from '../../../kit/db/pool.ts';
import { readEpoch } from '../../../kit/journal/epoch.ts';
import { keepFinding } from '../../../kit/restore/findings.ts';
import { NOT_ASKED } from '../../../kit/restore/reconcile.ts';
import { argumentsOrExit } from '../../options/options.ts';
import { ENV_HELP, ENV_OPTION, environmentOf, roleOf } from '../arguments.ts';

const USAGE = `npx seonmul reconcile <server> [--env FILE] [--without PARTY]

After the database was restored from a backup and that was noted (server <server> --restored): fetches what other servers hold
and this one lacks, does it again, and prints what could not be had. It may run beside the server, which does the same by itself, and
as often as you like. Exits with 0 if everything is here and looked at, with 1 if something is missing or a server did not answer.

${ENV_HELP}
  --without PARTY   goes on without what this server alone holds, such as shop:haneul, because it can't be reached any more; what
                    it had done here since the backup stays unknown, which is noted`;
const OPTIONS = { ...ENV_OPTION, without: { type: 'string' } } as const;

const { role, env, without } = argumentsOrExit((args) => {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  if (positionals.length > 1) throw new Error('One server at a time.');
  return { role: roleOf(positionals[0]), env: environmentOf(values.env), without: values.without };
}, USAGE);

if (without !== undefined) {
  const { databaseUrl } = readSettings({ databaseUrl: COMMON_SETTINGS.databaseUrl }, env);
  const { db, close } = openDatabase(databaseUrl, {
    applicationName: 'seonmul-reconcile',
    connectionsMax: 1,
  });
  const { epoch_no, reconciled_at } = await readEpoch(db);
  const finding = { kind: NOT_ASKED, party: without, about: without };
  if (reconciled_at === null) await keepFinding(db, epoch_no, finding, systemClock());
  await close();
}
// The server reads its settings and what it is to do as it would without us.
Object.assign(process.env, env);
process.argv.splice(2, Number.POSITIVE_INFINITY, '--reconcile');
await import(`../../../servers/${role}/main.ts`);
