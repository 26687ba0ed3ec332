import { join } from 'node:path';
import type { Child } from '../../stack/child.ts';
import type { ServerRole } from '../../stack/roles.ts';
import { pause } from '../proxy/weather.ts';

/** Only bounds what would hang: a busy machine may take any time. */
const READY_MS_MAX = 300_000;
const LOOK_MS = 200;

/** One of the several processes of a server. */
export class ServerProcess {
  readonly name: string;
  readonly role: ServerRole;
  readonly port: number;
  readonly child: Child;
  readonly #logs: string;
  /** One start at a time: two would be two processes at one port. */
  #starting: Promise<void> = Promise.resolve();

  constructor(role: ServerRole, no: number, port: number, child: Child, dataDir: string) {
    this.name = `${role}.${no}`;
    this.role = role;
    this.port = port;
    this.child = child;
    this.#logs = join(dataDir, 'logs');
  }

  /** It dies without a word. */
  kill(): void {
    this.child.kill('SIGKILL');
  }

  freeze(): void {
    this.child.kill('SIGSTOP');
  }

  thaw(): void {
    this.child.kill('SIGCONT');
  }

  startIfDown(): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.child.isRunning()) await this.child.restart();
    });
  }

  /** Stops in order and starts again, as one does after a key was changed. */
  restart(): Promise<void> {
    return this.#inTurn(() => this.child.restart());
  }

  #inTurn(start: () => Promise<void>): Promise<void> {
    this.#starting = this.#starting.then(start);
    return this.#starting;
  }

  /** One that could not start, since PostgreSQL was away, say, is started again, as by whatever watches over it. */
  async untilReady(): Promise<void> {
    const deadline = Date.now() + READY_MS_MAX;
    while (Date.now() < deadline) {
      const answer = await fetch(`http://127.0.0.1:${this.port}/readyz`).catch(() => undefined);
      if (answer?.ok === true) return;
      await this.startIfDown();
      await pause(LOOK_MS);
    }
    throw new Error(`${this.name} did not become ready; see its log in ${this.#logs}.`);
  }
}
