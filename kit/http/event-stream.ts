import type { FastifyReply } from 'fastify';
import type { App } from './app.ts';

/** A line that keeps the connection open through proxies that close silent ones. */
const HEARTBEAT = ':\n\n';
/** How long a browser waits before it comes again. */
const RETRY_MS = 3_000;

/** One open answer that goes on: events as a browser's EventSource reads them. */
export type EventStream = {
  send(event: string, data: unknown): void;
  beat(): void;
  end(): void;
  /** Called once, whoever ended it. */
  onEnd(work: () => void): void;
};

/**
 * Lets an app's routes answer with streams of events. They are ended when the server closes, because a close waits for
 * its answers; the browsers come again, to another process.
 */
export function eventStreams(app: App): (reply: FastifyReply) => EventStream {
  const open = new Set<EventStream>();
  app.addHook('preClose', async () => {
    for (const stream of open) stream.end();
  });
  return (reply) => {
    const stream = openStream(reply);
    open.add(stream);
    stream.onEnd(() => open.delete(stream));
    return stream;
  };
}

function openStream(reply: FastifyReply): EventStream {
  const { raw } = reply.hijack();
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
  });
  raw.write(`retry: ${RETRY_MS}\n\n`);
  return {
    send: (event, data) => void raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    beat: () => void raw.write(HEARTBEAT),
    end: () => void raw.end(),
    onEnd: (work) => void raw.once('close', work),
  };
}
