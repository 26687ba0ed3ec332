import { join, resolve } from 'node:path';
import { portOf } from '../../stack/environment.ts';
import { SERVER_ROLES, type ServerRole } from '../../stack/roles.ts';
import { fileFor } from '../database/files.ts';
import { ADDRESSES, APPS, type AppHost, type Hosts, type Started } from '../hosts/hosts.ts';
import { until } from '../hosts/until.ts';
import { PORT_BASE, type System, urlOf } from './system.ts';

const ROOT = resolve(import.meta.dirname, '..', '..', '..');
/** How many processes of each there are on each host, as docs/cluster/haproxy-servers.cfg lists them. */
const PROCESSES: Readonly<Record<ServerRole, number>> = { management: 2, settlement: 1, carrier: 1, shop: 2 };
const PORT_STEP = 10;
const READY_S_MAX = 300;

type Process = { host: AppHost; role: ServerRole; port: number; number: number };

/** The product's servers on two hosts, HAProxy in front of them, and the world around them. */
export class Servers {
  readonly #hosts: Hosts;
  readonly #system: System;
  readonly #started = new Map<Process, Started>();
  readonly #all: readonly Process[] = APPS.flatMap((host) =>
    SERVER_ROLES.flatMap((role) =>
      Array.from({ length: PROCESSES[role] }, (_, number) => ({
        ...{ host, role, number },
        port: portOf(PORT_BASE, role) + number * PORT_STEP,
      })),
    ),
  );

  constructor(hosts: Hosts, system: System) {
    this.#hosts = hosts;
    this.#system = system;
  }

  async start(): Promise<void> {
    this.#startProgram('outside', 'sandbox', 'sandbox', this.#system.sandbox);
    await this.#hosts.write('outside', '/etc/cluster/haproxy.cfg', fileFor('outside', 'haproxy-servers.cfg'));
    this.#hosts.serve('outside', 'haproxy', ['haproxy', '-db', '-f', '/etc/cluster/haproxy.cfg']);
    for (const host of APPS) this.startOn(host);
    await this.ready();
  }

  startOn(host: AppHost): void {
    for (const process of this.#all) if (process.host === host) this.#start(process);
  }

  /** Until each process is ready, and each server is at its public address. */
  async ready(): Promise<void> {
    for (const { host, port } of this.#all) await isReady(`http://${ADDRESSES[host]}:${port}`);
    for (const part of [...SERVER_ROLES, 'sandbox' as const]) await isReady(urlOf(part));
  }

  /** One after the other, each when the one before is back: as an upgrade does it. */
  async restartEach(): Promise<void> {
    for (const process of this.#all) {
      const started = this.#started.get(process);
      started?.kill('SIGTERM');
      await started?.ended;
      this.#start(process);
      await isReady(`http://${ADDRESSES[process.host]}:${process.port}`);
    }
  }

  #start(process: Process): void {
    const { host, role, port, number } = process;
    const environment: Record<string, string> = { ...this.#system.environments[role], PORT: String(port) };
    // One process of each host takes the mail that comes back.
    if (number > 0) environment.BOUNCE_PORT = '0';
    this.#started.set(
      process,
      this.#startProgram(host, `${role}-${number + 1}`, `servers/${role}`, environment),
    );
  }

  #startProgram(
    host: AppHost | 'outside',
    name: string,
    folder: string,
    env: Record<string, string>,
  ): Started {
    const program = join(ROOT, folder, 'main.ts');
    return this.#hosts.start(
      host,
      name,
      [process.execPath, '--disable-warning=ExperimentalWarning', program],
      env,
    );
  }
}

function isReady(url: string): Promise<true> {
  return until(`${url} is ready`, READY_S_MAX, async () => {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) });
    return answer.ok ? true : undefined;
  });
}
