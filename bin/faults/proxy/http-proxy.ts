import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isKept } from '../record/keys.ts';
import type { Says } from '../record/says.ts';
import { compareAnswers } from './compare-answers.ts';
import {
  type Answer,
  forward,
  headerOf,
  type Past,
  pastOf,
  readMessage,
  type Sent,
  senderOf,
  withFlippedBit,
  withoutConnection,
} from './message.ts';
import { pause, type Random, type Weather } from './weather.ts';

const PAST_KEPT = 400;
const DELAY_MS_MAX = 1_500;
const OVERTAKEN_MS = 400;
/** More than those who call wait for. */
const SILENT_MS_MAX = 30_000;

/**
 * Stands where a server is reached by everybody, as a load balancer would, and hands each request to one of the server's
 * processes in turn; one that takes no connections is passed over. Troubles meet what goes through.
 */
export class HttpProxy {
  readonly #server: Server;
  readonly #role: string;
  readonly #weather: Weather;
  readonly #ports: readonly number[];
  readonly #says: Says;
  readonly past: Past[] = [];
  #turn = 0;

  constructor(role: string, weather: Weather, ports: readonly number[], says: Says) {
    this.#role = role;
    this.#weather = weather;
    this.#ports = ports;
    this.#says = says;
    this.#server = createServer((incoming, outgoing) => {
      this.#handle(incoming, outgoing).catch(() => outgoing.socket?.destroy());
    });
    this.#server.keepAliveTimeout = 60_000;
    this.#server.requestTimeout = 0;
  }

  listen(port: number): Promise<void> {
    return new Promise((listening, failed) => {
      this.#server.once('error', failed).listen(port, '127.0.0.1', listening);
    });
  }

  close(): Promise<void> {
    return new Promise((closed) => {
      this.#server.close(() => closed());
      this.#server.closeAllConnections();
    });
  }

  /** Sends something again that was sent before, to any process, and has the answer judged. */
  async replay(past: Past, random: Random): Promise<void> {
    const port = this.#ports[random.upTo(this.#ports.length)] ?? 0;
    const answer = await forward(port, past.message).catch(() => undefined);
    if (answer !== undefined) compareAnswers(this.#says, past, answer, 'replayed');
  }

  async #handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const message = await readMessage(incoming);
    // The carrier is asked by management alone, by the operators' own standard, which signs nothing.
    const sender = this.#role === 'carrier' ? 'management' : senderOf(message);
    const edge = `${sender}→${this.#role}`;
    const drop = () => outgoing.socket?.destroy();
    const weather = this.#weather;
    if (weather.meets('partition', edge)) return void drop();
    const silence = weather.meets('silence', edge);
    if (silence !== undefined) {
      for (let waited = 0; weather.isInForce(silence) && waited < SILENT_MS_MAX; waited += 100)
        await pause(100);
      return void drop();
    }
    const delay = weather.meets('delay', edge);
    if (delay !== undefined) await pause(delay.random.upTo(DELAY_MS_MAX));
    if (weather.meets('reorder', edge)) await pause(OVERTAKEN_MS);
    const flip = weather.meets('flipped_bit', edge);
    const flips = flip === undefined ? undefined : flip.random.upTo(2) === 0 ? 'request' : 'answer';
    const arriving =
      flip !== undefined && flips === 'request' ? withFlippedBit(message, flip.random) : message;

    const kill = weather.meets('kill_between', edge);
    if (kill?.kill?.when === 'before') this.#killOnce(kill.kill.now, kill);
    const threefold = weather.meets('threefold', edge);
    const past =
      threefold === undefined
        ? pastOf(edge, message, await this.#send(arriving))
        : await this.#sendThreeTimes(edge, arriving, threefold.random);
    const { answer } = past;
    if (kill?.kill?.when === 'after') this.#killOnce(kill.kill.now, kill);
    if (flips !== 'request') this.#keep(past);
    if (weather.meets('lost_reply', edge)) return void drop();
    const told = flip !== undefined && flips === 'answer' ? withFlippedBit(answer, flip.random) : answer;
    const length =
      told.status === 204 || told.status === 304 ? [] : ['content-length', String(told.body.length)];
    outgoing.writeHead(told.status, [...withoutConnection(told.rawHeaders), ...length]).end(told.body);
  }

  #killOnce(now: () => void, trouble: Parameters<Weather['end']>[0]): void {
    if (!this.#weather.isInForce(trouble)) return;
    this.#weather.end(trouble);
    now();
  }

  /** To the next process that takes a connection. */
  async #send(message: Sent): Promise<Answer> {
    this.#turn += 1;
    const first = this.#turn;
    for (let tried = 1; ; tried++) {
      try {
        return await forward(this.#ports[(first + tried) % this.#ports.length] ?? 0, message);
      } catch (error) {
        const isRefused = error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED';
        if (!isRefused || tried >= this.#ports.length) throw error;
      }
    }
  }

  /** Any of the three answers is told. */
  async #sendThreeTimes(edge: string, message: Sent, random: Random): Promise<Past> {
    const waits = [0, random.upTo(30), random.upTo(300)];
    const sent = await Promise.all(
      waits.map((ms) => pause(ms).then(() => this.#send(message).catch(() => undefined))),
    );
    const answers = sent.filter((answer) => answer !== undefined);
    const [first, ...others] = answers;
    if (first === undefined) throw new Error('None of three was answered.');
    const past = pastOf(edge, message, first);
    for (const other of others) compareAnswers(this.#says, past, other, 'threefold');
    return { ...past, answer: answers[random.upTo(answers.length)] ?? first };
  }

  #keep(past: Past): void {
    const isSigned = headerOf(past.message, 'signature') !== undefined;
    if (!isSigned && !isKept(headerOf(past.message, 'idempotency-key'))) return;
    this.past.push(past);
    if (this.past.length > PAST_KEPT) this.past.shift();
  }
}
