import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../kit/clock.ts';
import type { SigningKey } from '../../kit/signing/index.ts';
import { signResponse } from '../../kit/signing/response.ts';
import { keptConnections } from '../harness/kept-connections.ts';

export type Asked = { method: string; path: string; key: string | undefined; body: unknown };
export type StubAnswer = { status: number; body: unknown } | 'no_answer' | 'answer_unsigned';

/** A stand-in for another server: it gives the signed answers that a test sets. */
export class PeerStub {
  readonly asked: Asked[] = [];
  answer: (asked: Asked) => StubAnswer = () => ({ status: 500, body: { code: 'internal_error' } });
  signer: { key: SigningKey; clock: Clock } | undefined;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(): Promise<PeerStub> {
    const server = createServer();
    const stub = new PeerStub(server);
    const wasUsed = keptConnections();
    server.on('request', async (request, response) => {
      const isAskedAgain = wasUsed(request.socket);
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString();
      const asked = {
        method: request.method ?? '',
        path: request.url ?? '',
        key: request.headers['idempotency-key']?.toString(),
        body: text === '' ? undefined : JSON.parse(text),
      };
      stub.asked.push(asked);
      const answer = stub.answer(asked);
      if (answer === 'no_answer') {
        if (isAskedAgain) stub.asked.splice(stub.asked.indexOf(asked), 1);
        return request.socket.destroy();
      }
      if (answer === 'answer_unsigned' || stub.signer === undefined) return response.end('{}');
      const body = Buffer.from(JSON.stringify(answer.body));
      const { key, clock } = stub.signer;
      const headers = await signResponse(key, {
        status: answer.status,
        headers: { 'content-type': 'application/json' },
        body,
        request: {
          method: asked.method,
          url: `${stub.url}${asked.path}`,
          headers: Object.fromEntries(
            Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
          ),
        },
        clock,
      });
      response.writeHead(answer.status, headers).end(body);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return stub;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }
}
