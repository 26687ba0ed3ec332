import type { FastifyReply } from 'fastify';
import type { App } from './app.ts';
import { POLICY_BESIDE_PAGES } from './page-headers.ts';

/** Keeps the connection open through proxies that close idle ones. */
const HEARTBEAT = ':\n\n';
/** How long a browser waits before it reconnects. */
const RETRY_MS = 3_000;
/** After this process has ended: soon, and not all at the same moment. */
const MOVE_MS_MAX = 1_000;

/** An open response: events for a browser's EventSource. */
export type EventStream = {
  send(event: string, data: unknown): void;
  beat(): void;
  end(): void;
  /** Ends it, and has the browser reconnect soon. */
  move(): void;
  /** Called once, whichever side ended it. */
  onEnd(work: () => void): void;
};

/**
 * Lets an app's routes answer with event streams, at most so many at once for each holder (a member, an address); beyond
 * that a route gets none. Each is a connection of this process, so they are counted here. They are ended when the server
 * closes, because closing waits for open responses; browsers then reconnect to another process.
 */
export function eventStreams(
  app: App,
  { eachMax }: { eachMax: number },
): (reply: FastifyReply, holder: string) => EventStream | undefined {
  const open = new Map<EventStream, string>();
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
    for (const stream of open.keys()) stream.move();
  });
  return (reply, holder) => {
    const held = [...open.values()].filter((other) => other === holder);
    if (held.length >= eachMax) return undefined;
    const stream = openStream(reply);
    open.set(stream, holder);
    stream.onEnd(() => open.delete(stream));
    if (isClosing) stream.move();
    return stream;
  };
}

function openStream(reply: FastifyReply): EventStream {
  const { raw } = reply.hijack();
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': POLICY_BESIDE_PAGES,
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
  });
  raw.write(`retry: ${RETRY_MS}\n\n`);
  return {
    send: (event, data) => void raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    beat: () => void raw.write(HEARTBEAT),
    end: () => void raw.end(),
    move: () => void raw.end(`retry: ${Math.ceil(Math.random() * MOVE_MS_MAX)}\n\n`),
    onEnd: (work) => void raw.once('close', work),
  };
}
