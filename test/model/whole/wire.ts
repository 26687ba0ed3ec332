import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ServerRole } from '../../../bin/stack/roles.ts';
import type { App } from '../../../kit/http/app.ts';

/** What happens to the next request that comes to a server at a path that ends so. */
export type Mishap = {
  at: ServerRole;
  pathEnd: string;
  /** The connection breaks before anything was done, or after it was done and before the answer is out. */
  kind: 'not_reached' | 'answer_lost';
};

export type Wire = {
  goesWrong(mishap: Mishap): void;
  /** Whether something is to go wrong yet. */
  waits(): boolean;
  /** Whether it has gone wrong by now; after that nothing does. */
  mends(): boolean;
  /** Puts itself between a server that listens and those who call it over HTTP. */
  leadTo(role: ServerRole, app: App): void;
};

/** The network between the servers, on which one request at a time can be lost. */
export function theWire(): Wire {
  let next: Mishap | undefined;
  let went = false;
  const take = (role: ServerRole, path: string): Mishap['kind'] | undefined => {
    if (next?.at !== role || !path.endsWith(next.pathEnd)) return undefined;
    const { kind } = next;
    next = undefined;
    went = true;
    return kind;
  };
  return {
    goesWrong(mishap) {
      next = mishap;
      went = false;
    },
    waits: () => next !== undefined,
    mends() {
      next = undefined;
      return went;
    },
    leadTo(role, app) {
      const serving = app.server.listeners('request');
      app.server.removeAllListeners('request');
      app.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
        const kind = take(role, request.url ?? '');
        const breakOff = () => {
          request.socket.destroy();
          return response;
        };
        if (kind === 'not_reached') return breakOff();
        if (kind === 'answer_lost') response.end = breakOff;
        for (const serve of serving) Reflect.apply(serve, app.server, [request, response]);
      });
    },
  };
}
