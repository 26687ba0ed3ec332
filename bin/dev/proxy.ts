import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import { type Pages, SOURCES_PATH } from './pages.ts';

export type DevProxy = { close(): Promise<void> };

type Upstream = {
  /** Where the server itself listens. */
  port: number;
  /** Resolves when the server can be called: while it restarts, callers wait instead of getting an error. */
  ready(): Promise<void>;
};

/** Listens where a server would, forwards everything to it, and replaces built pages with pages from their sources. */
export async function startProxy(port: number, upstream: Upstream, pages: Pages): Promise<DevProxy> {
  const proxy = createServer((incoming, outgoing) => {
    if (incoming.url?.startsWith(SOURCES_PATH)) pages.vite.middlewares(incoming, outgoing);
    else forward(incoming, outgoing, upstream, pages).catch(() => outgoing.destroy());
  });
  proxy.on('upgrade', (incoming, socket, head) => {
    if (incoming.url?.startsWith(SOURCES_PATH)) pages.updates.emit('upgrade', incoming, socket, head);
    else tunnel(incoming, socket, head, upstream.port);
  });
  await new Promise<void>((listening, failed) =>
    proxy.once('error', failed).listen(port, '127.0.0.1', listening),
  );
  return { close: () => closed(proxy) };
}

async function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  upstream: Upstream,
  pages: Pages,
): Promise<void> {
  await upstream.ready();
  const { method, url, rawHeaders } = incoming;
  const forwarded = request({
    host: '127.0.0.1',
    port: upstream.port,
    method,
    path: url,
    headers: rawHeaders,
    setHost: false,
    agent: false,
  });
  incoming.pipe(forwarded);
  outgoing.on('close', () => forwarded.destroy());
  const response = await new Promise<IncomingMessage>((done, failed) =>
    forwarded.on('response', done).on('error', failed),
  );
  if (!response.headers['content-type']?.startsWith('text/html')) {
    outgoing.writeHead(response.statusCode ?? 502, response.rawHeaders);
    response.pipe(outgoing);
    return;
  }
  const built = await text(response);
  const page = await pages.fromSources(url ?? '/', built);
  const headers = { ...response.headers };
  delete headers['content-length'];
  delete headers['transfer-encoding'];
  if (page !== undefined) allowInlineScript(headers, page.nonce);
  outgoing.writeHead(response.statusCode ?? 502, headers).end(page?.html ?? built);
}

/** Hot reloading starts from an inline script in the page. */
function allowInlineScript(headers: IncomingMessage['headers'], nonce: string): void {
  const policy = String(headers['content-security-policy']);
  headers['content-security-policy'] = policy.replace(/script-src [^;]+/, `$& 'nonce-${nonce}'`);
}

/** Forwards a WebSocket of the server's own. */
function tunnel(incoming: IncomingMessage, socket: Duplex, head: Buffer, port: number): void {
  const forwarded = connect(port, '127.0.0.1', () => {
    const lines = [`${incoming.method} ${incoming.url} HTTP/1.1`];
    for (let i = 0; i < incoming.rawHeaders.length; i += 2)
      lines.push(`${incoming.rawHeaders[i]}: ${incoming.rawHeaders[i + 1]}`);
    forwarded.write(`${lines.join('\r\n')}\r\n\r\n`);
    forwarded.write(head);
    socket.pipe(forwarded).pipe(socket);
  });
  forwarded.on('error', () => socket.destroy());
  socket.on('error', () => forwarded.destroy());
}

function closed(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}
