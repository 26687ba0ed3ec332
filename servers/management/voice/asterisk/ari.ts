import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import WebSocket from 'ws';

export type AriSettings = { url: string; user: string; password: string };

/** The part of Asterisk's events that we use. */
const AriEvent = Type.Object({
  type: Type.String(),
  args: Type.Optional(Type.Array(Type.String())),
  digit: Type.Optional(Type.String()),
  cause: Type.Optional(Type.Integer()),
  channel: Type.Optional(
    Type.Object({
      id: Type.String(),
      state: Type.String(),
      caller: Type.Object({ number: Type.String() }),
    }),
  ),
  playback: Type.Optional(Type.Object({ id: Type.String(), state: Type.Optional(Type.String()) })),
});
export type AriEvent = Static<typeof AriEvent>;
export type Channel = NonNullable<AriEvent['channel']>;

const Channel = Type.Object({
  id: Type.String(),
  state: Type.String(),
  caller: Type.Object({ number: Type.String() }),
});
const Applications = Type.Array(Type.Object({ name: Type.String(), channel_ids: Type.Array(Type.String()) }));
export type Application = Static<typeof Applications>[number];

const ANSWER_MS_MAX = 10_000;
const PING_MS = 5_000;

export type Events = { close(): void };

/** The part of Asterisk's REST interface that calls need. Bodies may hold digits, so errors never quote them. */
export class Ari {
  readonly #settings: AriSettings;
  readonly #authorization: string;

  constructor(settings: AriSettings) {
    this.#settings = settings;
    this.#authorization = `Basic ${Buffer.from(`${settings.user}:${settings.password}`).toString('base64')}`;
  }

  /** Returns undefined when the resource does not exist (any more) or is in the wrong state. */
  async ask(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.#settings.url}/ari${path}`, {
      method,
      headers: {
        authorization: this.#authorization,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_MS_MAX),
    });
    const text = await response.text();
    if (response.ok) return text === '' ? null : JSON.parse(text);
    // 503: Asterisk is starting or stopping.
    if ([404, 409, 412, 422, 503].includes(response.status)) return undefined;
    throw new Error(`Asterisk answered ${response.status} to ${method} ${path.replace(/[?].*$/, '')}.`);
  }

  async isUp(): Promise<boolean> {
    return this.ask('GET', '/asterisk/info?only=status').then(
      (info) => info !== undefined,
      (error) => {
        // A wrong password must be reported; Asterisk being down need not be.
        if (error instanceof TypeError || (error instanceof Error && error.name === 'TimeoutError'))
          return false;
        throw error;
      },
    );
  }

  async applications(): Promise<Application[]> {
    return Value.Parse(Applications, (await this.ask('GET', '/applications')) ?? []);
  }

  async channel(id: string): Promise<Channel | undefined> {
    const answer = await this.ask('GET', `/channels/${id}`);
    return answer === undefined ? undefined : Value.Parse(Channel, answer);
  }

  async hangUp(id: string): Promise<void> {
    await this.ask('DELETE', `/channels/${id}`);
  }

  /** Subscribes to a channel's events, since otherwise we are told that it left the application but not that it ended. */
  async watch(app: string, channelId: string): Promise<void> {
    await this.ask('POST', `/applications/${app}/subscription?eventSource=channel:${channelId}`);
  }

  /** A subscription outlasts the channel's stay in the application, so it is removed when the channel moves to another. */
  async unwatch(app: string, channelId: string): Promise<void> {
    await this.ask('DELETE', `/applications/${app}/subscription?eventSource=channel:${channelId}`);
  }

  /** Opens an application's event stream; `onClose` is called once, whichever side closed it. */
  openEvents(app: string, onEvent: (event: AriEvent) => void, onClose: () => void): Promise<Events> {
    const url = `${this.#settings.url.replace(/^http/, 'ws')}/ari/events?app=${app}`;
    const socket = new WebSocket(url, {
      headers: { authorization: this.#authorization },
      handshakeTimeout: ANSWER_MS_MAX,
    });
    let alive = true;
    // A host that vanishes does not close its connections.
    const ping = setInterval(() => {
      if (!alive) return socket.terminate();
      alive = false;
      if (socket.readyState === WebSocket.OPEN) socket.ping();
    }, PING_MS);
    socket.on('pong', () => {
      alive = true;
    });
    socket.on('message', (data) => {
      const event: unknown = JSON.parse(String(data));
      if (Value.Check(AriEvent, event)) onEvent(event);
    });
    return new Promise((opened, failed) => {
      socket.once('open', () => opened({ close: () => socket.terminate() }));
      socket.once('error', failed);
      socket.on('error', () => {});
      socket.once('close', () => {
        clearInterval(ping);
        onClose();
      });
    });
  }
}
