import type { Socket } from 'node:net';

/**
 * Tells, of each request in turn, whether its connection served one before. Broken off then, it is sent again at once on a
 * connection of its own (`kit/signing/client.ts`), so a fault that is to be noticed has to break that one, too.
 */
export function keptConnections(): (socket: Socket) => boolean {
  const used = new WeakSet<Socket>();
  return (socket) => {
    const wasUsed = used.has(socket);
    used.add(socket);
    return wasUsed;
  };
}
