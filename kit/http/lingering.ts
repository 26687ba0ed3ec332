import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { App } from './app.ts';

/** Long enough for what is on its way. */
const REST_MS = 1_000;
/** Long enough for an answer to be read on any line; a connection is held no longer for somebody who only sends. */
const LINGER_MS = 5_000;

/**
 * Answers that come before all of the body, as with one that is too large. Closed with bytes unread, a connection is reset,
 * and the client, or the proxy in front, loses the answer. Many don't look for one, either, while they can still send: so
 * the rest is read and dropped first, and if it takes longer, the connection is closed in stages (RFC 9112, 9.6).
 */
export function dropRestOfBodies(app: App): void {
  app.addHook('onSend', async ({ raw }, reply) => {
    if (raw.complete || !reply.hasHeader('connection')) return;
    await restOf(raw);
    if (!raw.complete) closeInStages(raw.socket);
  });
}

function restOf(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, REST_MS);
    const stop = () => {
      clearTimeout(timer);
      resolve();
    };
    request.once('end', stop).once('close', stop).resume();
  });
}

/** Node calls `destroySoon` once it has answered, and goes on reading and dropping what comes of the body. */
function closeInStages(socket: Socket): void {
  socket.destroySoon = () => {
    socket.end();
    const timer = setTimeout(() => socket.destroy(), LINGER_MS);
    socket.once('end', () => socket.destroy());
    socket.once('close', () => clearTimeout(timer));
  };
}
