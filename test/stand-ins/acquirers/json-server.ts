import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export type Fault = 'break' | 'lose' | 500;
export type Answer = { status: number; body: unknown };
export type Asked = {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  // biome-ignore lint/suspicious/noExplicitAny: a stand-in looks at what it was sent as it likes
  body: any;
};

export type JsonServer = {
  url: string;
  /** Every request and answer, to be compared with the specification. */
  exchanges: {
    method: string;
    path: string;
    query: Readonly<Record<string, string>>;
    body: unknown;
    status: number;
    answer: unknown;
  }[];
  /**
   * What becomes of the next request of this method: the connection breaks before it is carried out or after (`lose`), or it
   * is answered with a 500 and not carried out.
   */
  failNext(method: 'GET' | 'POST', fault: Fault): void;
  close(): Promise<void>;
};

/** A provider's server in JSON, which can fail. */
export async function aJsonServer(
  authorization: string,
  carryOut: (asked: Asked) => Answer,
): Promise<JsonServer> {
  const exchanges: JsonServer['exchanges'] = [];
  const faults: { method: string; fault: Fault }[] = [];
  const server = createServer(async (request, response) => {
    const { method = '', headers } = request;
    const url = new URL(request.url ?? '', 'http://provider.test');
    const query = Object.fromEntries(url.searchParams);
    const sent = await text(request);
    const at = faults.findIndex((each) => each.method === method);
    const fault = at === -1 ? undefined : faults.splice(at, 1)[0]?.fault;
    if (fault === 'break') return void request.socket.destroy();
    const body: unknown = sent === '' ? undefined : JSON.parse(sent);
    const answer = ((): Answer => {
      if (fault === 500) return { status: 500, body: { message: 'Something went wrong.' } };
      if (headers.authorization !== authorization) return { status: 401, body: { message: 'Who are you?' } };
      return carryOut({ method, url, headers, body });
    })();
    if (fault === 'lose') return void request.socket.destroy();
    if (fault === undefined)
      exchanges.push({ method, path: url.pathname, query, body, status: answer.status, answer: answer.body });
    response
      .writeHead(answer.status, { 'content-type': 'application/json' })
      .end(JSON.stringify(answer.body));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges,
    failNext: (method, fault) => void faults.push({ method, fault }),
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
