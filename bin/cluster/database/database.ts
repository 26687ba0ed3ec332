import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { ADDRESSES, APPS, DATABASES, type DatabaseHost, type Hosts } from '../hosts/hosts.ts';
import { until } from '../hosts/until.ts';
import { fileFor, patroniFor } from './files.ts';

const ANSWER_MS = 1_000;
const PATRONI = '/etc/cluster/patroni.yml';

type EtcdStatus = { leader: string; header: { member_id: string } };

/** PostgreSQL under Patroni with etcd and PgBouncer on three hosts, and HAProxy on the hosts with servers. */
export class DatabaseCluster {
  readonly password = randomBytes(18).toString('hex');
  readonly hosts: Hosts;
  readonly #synchronous: boolean;

  constructor(hosts: Hosts, { synchronous }: { synchronous: boolean }) {
    this.hosts = hosts;
    this.#synchronous = synchronous;
  }

  /** Until there is a primary, on which roles and databases can be made. */
  async start(): Promise<void> {
    for (const name of DATABASES) {
      await this.hosts.write(name, '/etc/cluster/etcd.yml', fileFor(name, 'etcd.yml'));
      await this.hosts.write(name, PATRONI, patroniFor(name, this.password, this.#synchronous));
      this.#startEtcd(name);
    }
    for (const name of DATABASES) this.startPatroni(name);
    await until('a primary', 180, () => this.primary());
  }

  /** PgBouncer, which knows these roles, and HAProxy. */
  async openTo(passwords: Readonly<Record<string, string>>): Promise<void> {
    const users = Object.entries(passwords).map(([role, password]) => `"${role}" "${password}"\n`);
    const ini = (name: DatabaseHost) =>
      fileFor(name, 'pgbouncer.ini').replace('/etc/pgbouncer/userlist.txt', '/etc/cluster/userlist.txt');
    for (const name of DATABASES) {
      await this.hosts.write(name, '/etc/cluster/userlist.txt', users.join(''));
      await this.hosts.write(name, '/etc/cluster/pgbouncer.ini', ini(name));
      this.#startBouncer(name);
    }
    for (const name of APPS) await this.startBalancer(name);
    await this.whole();
  }

  async startBalancer(name: (typeof APPS)[number]): Promise<void> {
    await this.hosts.write(name, '/etc/cluster/haproxy.cfg', fileFor(name, 'haproxy-database.cfg'));
    this.hosts.serve(name, 'haproxy', ['haproxy', '-db', '-f', '/etc/cluster/haproxy.cfg']);
  }

  startPatroni(name: DatabaseHost): void {
    this.hosts.serve(name, 'patroni', ['patroni', PATRONI]);
  }

  async powerOn(name: DatabaseHost): Promise<void> {
    await this.hosts.powerOn(name);
    this.#startEtcd(name);
    this.startPatroni(name);
    this.#startBouncer(name);
  }

  #startEtcd(name: DatabaseHost): void {
    this.hosts.serve(name, 'etcd', ['etcd', '--config-file', '/etc/cluster/etcd.yml']);
  }

  #startBouncer(name: DatabaseHost): void {
    this.hosts.serve(name, 'pgbouncer', ['pgbouncer', '/etc/cluster/pgbouncer.ini']);
  }

  /** The member that says of itself that it is the primary. */
  async primary(among: readonly DatabaseHost[] = DATABASES): Promise<DatabaseHost | undefined> {
    for (const name of among) {
      const answer = await ask(`http://${ADDRESSES[name]}:8008/primary`);
      if (answer?.status === 200) return name;
    }
    return undefined;
  }

  nextPrimary(old: DatabaseHost, seconds = 180): Promise<DatabaseHost> {
    const others = DATABASES.filter((name) => name !== old);
    return until(`a primary other than ${old}`, seconds, () => this.primary(others));
  }

  /** PostgreSQL's as its superuser, for what `work` asks. */
  async asSuperuser<T>(database: string, work: (client: Client) => Promise<T>): Promise<T> {
    const host = ADDRESSES[await until('a primary', 180, () => this.primary())];
    const client = new Client({
      ...{ host, port: 5432, user: 'postgres', password: this.password, database },
      ...{ connectionTimeoutMillis: 3_000, query_timeout: 30_000 },
    });
    client.on('error', () => {});
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  /** A line of SQL on one of the members, whatever it is. */
  sql(name: DatabaseHost, text: string, database = 'postgres'): Promise<string> {
    return this.hosts.run(
      name,
      `psql -h /run/postgresql -XAtq -v ON_ERROR_STOP=1 ${database} <<'SQL'\n${text}\nSQL`,
    );
  }

  /**
   * Until one primary streams to both others, to one of them synchronously. Its own PostgreSQL is asked: what a member that is
   * gone last said of itself stays in etcd for a while.
   */
  async whole(seconds = 300): Promise<void> {
    const names = DATABASES.map((name) => `'${name}'`).join(', ');
    await until('a primary that streams to both others', seconds, async () => {
      const primary = await this.primary();
      if (primary === undefined) return false;
      const streaming = await this.sql(
        primary,
        `select count(*) = 2 and bool_or(sync_state in ('sync', 'quorum')) is not distinct from ${this.#synchronous}
         from pg_stat_replication where state = 'streaming' and application_name in (${names})
           and pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn) < 16 * 1024 * 1024`,
      );
      return streaming === 't';
    });
  }

  /** The standby that confirms commits, by the primary's account. */
  async synchronousStandby(): Promise<DatabaseHost> {
    return until('a synchronous standby', 60, async () => {
      const primary = await this.primary();
      if (primary === undefined) return undefined;
      const name = await this.sql(
        primary,
        `select application_name from pg_stat_replication where sync_state in ('sync', 'quorum') limit 1`,
      );
      return DATABASES.find((known) => known === name);
    });
  }

  async switchOver(from: DatabaseHost, to: DatabaseHost): Promise<void> {
    await this.hosts.run(
      from,
      `patronictl -c ${PATRONI} switchover seonmul --leader ${from} --candidate ${to} --force`,
    );
  }

  /** The worst case: a host that fails leads etcd as well, so etcd elects first and then renews every lease. */
  async moveEtcdTo(to: DatabaseHost): Promise<void> {
    const status = async (name: DatabaseHost): Promise<EtcdStatus> => {
      const url = `http://${ADDRESSES[name]}:2379/v3/maintenance/status`;
      return (
        await fetch(url, { method: 'POST', body: '{}', signal: AbortSignal.timeout(ANSWER_MS * 5) })
      ).json() as Promise<EtcdStatus>;
    };
    const wanted = await status(to);
    if (wanted.leader === wanted.header.member_id) return;
    for (const name of DATABASES) {
      if ((await status(name)).header.member_id !== wanted.leader) continue;
      const id = BigInt(wanted.header.member_id).toString(16);
      await this.hosts.run(name, `etcdctl --endpoints=http://${ADDRESSES[name]}:2379 move-leader ${id}`);
    }
  }
}

async function ask(url: string): Promise<Response | undefined> {
  return fetch(url, { signal: AbortSignal.timeout(ANSWER_MS) }).catch(() => undefined);
}
