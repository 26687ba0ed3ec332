import { DATABASES, type DatabaseHost } from '../hosts/hosts.ts';
import { pause } from '../hosts/until.ts';
import { asksThroughBouncer } from './bouncer.ts';
import { cancelled } from './cancelled.ts';
import { fullDisk } from './full-disk.ts';
import { playFault, type Scenario } from './world.ts';

const othersThan = (name: DatabaseHost) => DATABASES.filter((other) => other !== name);

/** By the names that they are asked for by, in the order in which they are played. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  bouncer: { what: 'what servers ask for holds behind PgBouncer', play: asksThroughBouncer },
  switchover: {
    what: 'a switchover by hand',
    play: (world) =>
      playFault(world, {
        inflict: async (primary) =>
          world.database.switchOver(primary, await world.database.synchronousStandby()),
      }),
  },
  killed: {
    what: 'the primary’s PostgreSQL and Patroni killed, Patroni started again after a second',
    play: (world) =>
      playFault(world, {
        async inflict(primary) {
          await world.hosts.signal(primary, 'KILL', 'patroni', 'postgres');
          await pause(1_000);
          world.database.startPatroni(primary);
        },
      }),
  },
  'primary-off': {
    what: 'the primary’s host without power',
    play: (world) =>
      playFault(world, {
        async inflict(primary) {
          await world.hosts.powerOff(primary);
          await world.database.nextPrimary(primary);
        },
        mend: (primary) => world.database.powerOn(primary),
      }),
  },
  cut: {
    what: 'the primary cut off from the other database hosts, but not from the servers',
    play: (world) =>
      playFault(world, {
        async inflict(primary) {
          await world.hosts.cut(primary, othersThan(primary));
          await world.database.nextPrimary(primary);
        },
        mend: (primary) => world.hosts.heal(primary, othersThan(primary)),
      }),
  },
  cancelled: { what: 'the same, and somebody cancels whatever waits for a standby', play: cancelled },
  behind: {
    what: 'the primary’s host without power while one standby is far behind',
    play(world) {
      let behind: DatabaseHost | undefined;
      return playFault(world, {
        async inflict(primary) {
          const synchronous = await world.database.synchronousStandby();
          behind = othersThan(primary).find((name) => name !== synchronous);
          if (behind === undefined) throw new Error('There is no third member.');
          await world.database.sql(behind, 'select pg_wal_replay_pause()');
          await world.hosts.cut(behind, [primary]);
          await pause(10_000);
          await world.hosts.powerOff(primary);
          const next = await world.database.nextPrimary(primary);
          if (next === behind) throw new Error(`${behind}, which was behind, became the primary.`);
        },
        async mend(primary) {
          await world.database.powerOn(primary);
          if (behind !== undefined) {
            await world.hosts.heal(behind, [primary]).catch(() => {});
            await world.database.sql(behind, 'select pg_wal_replay_resume()');
          }
        },
      });
    },
  },
  standby: {
    what: 'the host of the standby that confirms commits without power',
    play(world) {
      let standby: DatabaseHost | undefined;
      return playFault(world, {
        async inflict() {
          standby = await world.database.synchronousStandby();
          await world.hosts.powerOff(standby);
          await pause(15_000);
        },
        async mend() {
          if (standby !== undefined) await world.database.powerOn(standby);
        },
      });
    },
  },
  'full-disk': { what: 'the primary’s disk full', play: fullDisk },
  'server-off': {
    what: 'a host with servers without power',
    play: (world) =>
      playFault(world, {
        inflict: async () => {
          await world.hosts.powerOff('app1');
          await pause(15_000);
        },
        async mend() {
          await world.hosts.powerOn('app1');
          await world.database.startBalancer('app1');
          world.servers.startOn('app1');
          await world.servers.ready();
        },
      }),
  },
  rolling: {
    what: 'every server’s process restarted, one after the other',
    play: (world) => playFault(world, { inflict: () => world.servers.restartEach() }),
  },
};
