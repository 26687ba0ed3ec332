import { DATABASES } from '../hosts/hosts.ts';
import { pause } from '../hosts/until.ts';
import { type Found, playFault, type World } from './world.ts';

const EACH_MS = 500;
const TIMES = 12;
const CANCEL = `select count(pg_cancel_backend(pid)) from pg_stat_activity where wait_event = 'SyncRep' and backend_type = 'client backend'`;

/**
 * A cancelled wait for a standby is success for PostgreSQL, with a notice; what was committed so is gone after the failover. So
 * servers must not take it for success.
 */
export async function cancelled(world: World): Promise<Found> {
  let waits = 0;
  const found = await playFault(world, {
    async inflict(primary) {
      const others = DATABASES.filter((name) => name !== primary);
      await world.hosts.cut(primary, others);
      for (let n = 0; n < TIMES; n++) {
        // Once Patroni gives up there, PostgreSQL is gone.
        waits += Number(await world.database.sql(primary, CANCEL).catch(() => 0));
        await pause(EACH_MS);
      }
      await world.database.nextPrimary(primary);
    },
    mend: (primary) =>
      world.hosts.heal(
        primary,
        DATABASES.filter((name) => name !== primary),
      ),
  });
  return {
    facts: { ...found.facts, cancelled: waits },
    wrong: [...found.wrong, ...(waits === 0 ? ['nothing waited that could be cancelled'] : [])],
  };
}
