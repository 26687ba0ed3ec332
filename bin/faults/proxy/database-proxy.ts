import { connect, createServer, type Server, type Socket } from 'node:net';
import { pause, type Trouble, type Weather } from './weather.ts';

const LOOK_MS = 50;
const DELAY_MS_MAX = 250;

/**
 * Stands between the processes of a server and PostgreSQL. It knows connections and bytes only: whatever is between a
 * statement and its answer may be lost, a commit's as well.
 */
export class DatabaseProxy {
  readonly #server: Server;
  readonly #edge: string;
  readonly #weather: Weather;
  readonly #pairs = new Set<readonly [Socket, Socket]>();

  constructor(role: string, weather: Weather, postgresPort: number) {
    this.#edge = `${role}→database`;
    this.#weather = weather;
    this.#server = createServer((inner) => this.#join(inner, postgresPort));
  }

  listen(port: number): Promise<void> {
    return new Promise((listening, failed) => {
      this.#server.once('error', failed).listen(port, '127.0.0.1', listening);
    });
  }

  close(): Promise<void> {
    this.breakAll();
    return new Promise((closed) => this.#server.close(() => closed()));
  }

  /** Every connection breaks, in the middle of whatever is said. */
  breakAll(): void {
    for (const pair of this.#pairs) for (const socket of pair) socket.destroy();
  }

  #join(inner: Socket, port: number): void {
    if (this.#weather.meets('partition', this.#edge)) return void inner.destroy();
    const outer = connect(port, '127.0.0.1');
    const pair = [inner, outer] as const;
    this.#pairs.add(pair);
    const end = () => {
      this.#pairs.delete(pair);
      inner.destroy();
      outer.destroy();
    };
    for (const socket of pair) socket.setNoDelay(true).on('error', end).on('close', end);
    this.#pump(inner, outer, false).catch(end);
    this.#pump(outer, inner, true).catch(end);
  }

  /** Hands on what comes, in its order. */
  async #pump(from: Socket, to: Socket, isReply: boolean): Promise<void> {
    const weather = this.#weather;
    for await (const chunk of from) {
      // What has begun to be lost stays lost: the connection is of no use any more.
      if (isReply && weather.meets('lost_reply', this.#edge)) {
        await pause(LOOK_MS);
        throw new Error('The reply is lost.');
      }
      if (weather.meets('partition', this.#edge)) throw new Error('The connection breaks.');
      const silence = weather.meets('silence', this.#edge);
      if (silence !== undefined) await this.#untilOver(silence);
      const delay = weather.meets('delay', this.#edge);
      if (delay !== undefined) await pause(delay.random.upTo(DELAY_MS_MAX));
      if (!to.write(chunk)) await new Promise((drained) => to.once('drain', drained).once('close', drained));
    }
    to.end();
  }

  async #untilOver(trouble: Trouble): Promise<void> {
    while (this.#weather.isInForce(trouble)) await pause(LOOK_MS);
  }
}
