import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import { type Pages, SOURCES_PATH } from './pages.ts';

export type Front = { close(): Promise<void> };

type Behind = {
  /** Where the server itself listens. */
  port: number;
  /** Ends when the server can be asked: while it starts again, callers wait instead of being refused. */
  ready(): Promise<void>;
};

/** Listens where a server would, passes everything on to it, and puts pages from their sources in place of built ones. */
export async function startFront(port: number, behind: Behind, pages: Pages): Promise<Front> {
  const front = createServer((asked, answer) => {
    if (asked.url?.startsWith(SOURCES_PATH)) pages.vite.middlewares(asked, answer);
    else passOn(asked, answer, behind, pages).catch(() => answer.destroy());
  });
  front.on('upgrade', (asked, socket, head) => {
    if (asked.url?.startsWith(SOURCES_PATH)) pages.updates.emit('upgrade', asked, socket, head);
    else tunnel(asked, socket, head, behind.port);
  });
  await new Promise<void>((listening, failed) =>
    front.once('error', failed).listen(port, '127.0.0.1', listening),
  );
  return { close: () => closed(front) };
}

async function passOn(
  asked: IncomingMessage,
  answer: ServerResponse,
  behind: Behind,
  pages: Pages,
): Promise<void> {
  await behind.ready();
  const { method, url, rawHeaders } = asked;
  const onward = request({
    host: '127.0.0.1',
    port: behind.port,
    method,
    path: url,
    headers: rawHeaders,
    setHost: false,
    agent: false,
  });
  asked.pipe(onward);
  answer.on('close', () => onward.destroy());
  const answered = await new Promise<IncomingMessage>((done, failed) =>
    onward.on('response', done).on('error', failed),
  );
  if (!answered.headers['content-type']?.startsWith('text/html')) {
    answer.writeHead(answered.statusCode ?? 502, answered.rawHeaders);
    answered.pipe(answer);
    return;
  }
  const built = await text(answered);
  const page = await pages.fromSources(url ?? '/', built);
  const headers = { ...answered.headers };
  delete headers['content-length'];
  delete headers['transfer-encoding'];
  if (page !== undefined) allowInlineScript(headers, page.nonce);
  answer.writeHead(answered.statusCode ?? 502, headers).end(page?.html ?? built);
}

/** What makes a page of sources load itself anew begins in a script that stands in the page. */
function allowInlineScript(headers: IncomingMessage['headers'], nonce: string): void {
  const policy = String(headers['content-security-policy']);
  headers['content-security-policy'] = policy.replace(/script-src [^;]+/, `$& 'nonce-${nonce}'`);
}

/** A WebSocket of the server's own. */
function tunnel(asked: IncomingMessage, socket: Duplex, head: Buffer, port: number): void {
  const onward = connect(port, '127.0.0.1', () => {
    const lines = [`${asked.method} ${asked.url} HTTP/1.1`];
    for (let i = 0; i < asked.rawHeaders.length; i += 2)
      lines.push(`${asked.rawHeaders[i]}: ${asked.rawHeaders[i + 1]}`);
    onward.write(`${lines.join('\r\n')}\r\n\r\n`);
    onward.write(head);
    socket.pipe(onward).pipe(socket);
  });
  onward.on('error', () => socket.destroy());
  socket.on('error', () => onward.destroy());
}

function closed(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}
