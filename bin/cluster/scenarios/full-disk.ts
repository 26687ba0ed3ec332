import { type Found, playFault, type World } from './world.ts';

const FILLER = '/var/lib/postgresql/filler';

/** PostgreSQL keeps some of its log ahead, so it goes on until that is used up; then it stops, and a standby takes over. */
export async function fullDisk(world: World): Promise<Found> {
  return playFault(world, {
    async inflict(primary) {
      await world.hosts.run(
        primary,
        `dd if=/dev/zero of=${FILLER} bs=1M 2>/dev/null || true; dd if=/dev/zero of=${FILLER}2 bs=4k 2>/dev/null || true`,
      );
      let isOver = false;
      const next = world.database.nextPrimary(primary).finally(() => {
        isOver = true;
      });
      while (!isOver)
        await world.database.sql(primary, 'select pg_switch_wal(), pg_sleep(0.5)').catch(() => {});
      await next;
    },
    mend: async (primary) => {
      await world.hosts.run(primary, `rm -f ${FILLER} ${FILLER}2`);
    },
  });
}
