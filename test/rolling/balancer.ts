import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A load balancer in front of the processes of one server, as nginx or HAProxy would be one. */
export type Balancer = {
  /** Sends requests to these ports only, from now on; those that have begun go on. */
  use(ports: readonly number[]): void;
  /** Resolves when this process has said that it is ready. */
  untilReady(port: number): Promise<void>;
  close(): Promise<void>;
};

const CHECK_MS = 250;
const CHECK_MS_MAX = 2_000;
/** Only bounds a wait that will never end: a busy machine may take any time. */
const UNTIL_MS_MAX = 300_000;

/**
 * In turn to those that are ready by `/readyz`. Another one is tried only if a request could not be handed over: once it
 * was sent, it may have been carried out, and whoever sent it decides whether to send it again.
 */
export async function startBalancer(port: number): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true });
  const ready = new Map<number, boolean>();
  let turn = 0;

  /** One that is slow to say whether it is ready stays what it was. */
  async function check(upstream: number): Promise<void> {
    const isReady = await fetch(`http://127.0.0.1:${upstream}/readyz`, {
      headers: { connection: 'close' },
      signal: AbortSignal.timeout(CHECK_MS_MAX),
    }).then(
      ({ ok }) => ok,
      (error: Error) => (error.name === 'TimeoutError' ? ready.get(upstream) : false),
    );
    if (ready.has(upstream)) ready.set(upstream, isReady === true);
  }
  const checks = setInterval(() => {
    for (const upstream of ready.keys()) void check(upstream);
  }, CHECK_MS);

  async function forward(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await buffer(incoming);
    const up = [...ready].filter(([, isReady]) => isReady).map(([upstream]) => upstream);
    turn += 1;
    for (let tried = 0; tried < up.length; tried++) {
      const upstream = up[(turn + tried) % up.length] ?? 0;
      const outcome = await handOver(incoming, body, outgoing, upstream);
      if (outcome === 'done') return;
      if (outcome === 'lost') return gatewayError(outgoing, 502);
      ready.set(upstream, false);
    }
    gatewayError(outgoing, 503);
  }

  function handOver(
    incoming: IncomingMessage,
    body: Buffer,
    outgoing: ServerResponse,
    upstream: number,
  ): Promise<'done' | 'not_connected' | 'lost'> {
    return new Promise((resolve) => {
      const { method, url, rawHeaders } = incoming;
      const sent = request({
        host: '127.0.0.1',
        port: upstream,
        method,
        path: url,
        headers: rawHeaders,
        setHost: false,
        agent,
      });
      let isConnected = false;
      sent.on('socket', (socket) => {
        isConnected = !socket.connecting;
        if (socket.connecting)
          socket.once('connect', () => {
            isConnected = true;
          });
      });
      sent.on('response', (response) => {
        const headers = { ...response.headers };
        // Of the connection between the two.
        delete headers.connection;
        delete headers['keep-alive'];
        outgoing.writeHead(response.statusCode ?? 502, headers);
        response.on('error', () => outgoing.destroy()).pipe(outgoing);
        outgoing.on('close', () => sent.destroy());
        resolve('done');
      });
      sent.on('error', () => resolve(isConnected ? 'lost' : 'not_connected'));
      sent.end(body);
    });
  }

  function gatewayError(outgoing: ServerResponse, status: number): void {
    outgoing.writeHead(status, { 'content-type': 'text/html' }).end(`<h1>${status}</h1>`);
  }

  const server = createServer((incoming, outgoing) => {
    forward(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((listening, refused) =>
    server.once('error', refused).listen(port, '127.0.0.1', listening),
  );
  return {
    use(ports) {
      for (const known of ready.keys()) if (!ports.includes(known)) ready.delete(known);
      for (const added of ports) if (!ready.has(added)) ready.set(added, false);
    },
    async untilReady(upstream) {
      const deadline = Date.now() + UNTIL_MS_MAX;
      while (ready.get(upstream) !== true) {
        if (Date.now() > deadline) throw new Error(`The process at ${upstream} did not become ready.`);
        await new Promise((later) => setTimeout(later, CHECK_MS));
      }
    },
    async close() {
      clearInterval(checks);
      agent.destroy();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
