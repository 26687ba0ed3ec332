import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ServerRole } from '../../../bin/stack/roles.ts';
import type { App } from '../../../kit/http/app.ts';
import { keptConnections } from '../../harness/kept-connections.ts';

/** What happens to the next request to a server at a path that ends with `pathEnd`. */
export type Fault = {
  at: ServerRole;
  pathEnd: string;
  /** The connection breaks before the request is handled, or after that and before the answer is sent. */
  kind: 'request_lost' | 'answer_lost';
};

export type Wire = {
  arm(fault: Fault): void;
  isArmed(): boolean;
  /** Removes the fault and says whether it had happened. */
  disarm(): boolean;
  /** Intercepts the HTTP requests to a listening server. */
  attach(role: ServerRole, app: App): void;
};

/** The network between the servers, on which one request at a time can be lost. */
export function aWire(): Wire {
  let next: Fault | undefined;
  let happened = false;
  const wasUsed = keptConnections();
  const take = (role: ServerRole, { url = '', socket }: IncomingMessage): Fault['kind'] | undefined => {
    const isAskedAgain = wasUsed(socket);
    if (next?.at !== role || !url.endsWith(next.pathEnd)) return undefined;
    const { kind } = next;
    if (!isAskedAgain) next = undefined;
    happened = true;
    return kind;
  };
  return {
    arm(fault) {
      next = fault;
      happened = false;
    },
    isArmed: () => next !== undefined,
    disarm() {
      next = undefined;
      return happened;
    },
    attach(role, app) {
      const serving = app.server.listeners('request');
      app.server.removeAllListeners('request');
      app.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
        const kind = take(role, request);
        const dropConnection = () => {
          request.socket.destroy();
          return response;
        };
        if (kind === 'request_lost') return dropConnection();
        if (kind === 'answer_lost') response.end = dropConnection;
        for (const serve of serving) Reflect.apply(serve, app.server, [request, response]);
      });
    },
  };
}
