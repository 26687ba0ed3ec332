import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DeliveryState, TextProvider, WebhookRequest } from '../../../kit/texts/port.ts';

/**
 * How a provider fails at the next text. `lost_answer`: takes it and never answers. `lost_request`: gets nothing, and the
 * connection breaks. `break`: takes it and breaks the connection. `error`: takes it and answers 500. `garbage`: takes it
 * and answers something else. The others refuse it.
 */
export type Fault =
  | 'none'
  | 'lost_answer'
  | 'lost_request'
  | 'break'
  | 'error'
  | 'garbage'
  | 'refuse_number'
  | 'refuse_us'
  | 'throttle'
  | 'unavailable';

export type TakenText = {
  id: string;
  to: string;
  from: string;
  text: string;
  reference: string | undefined;
  state: DeliveryState | null;
  at: Date;
};

/** A provider as its specification describes it, and our adapter to it. */
export type TextStandIn = {
  provider: TextProvider;
  sender: string;
  /** What it took, in order. */
  taken: TakenText[];
  /** How it fails at the next text; then it is well again. */
  failAt(fault: Fault): void;
  /** Whether it answers questions. */
  answers(does: boolean): void;
  /** A webhook's request about a text, as the provider makes and signs it. */
  report(text: TakenText): WebhookRequest;
  /** A webhook's request about a text from a phone. */
  incoming?(text: { from: string; text: string; id: string }): WebhookRequest;
  close(): Promise<void>;
};

export type Answer = { status: number; body: unknown };

/** An HTTP server that keeps what it took, and fails as told. */
export class Desk {
  readonly taken: TakenText[] = [];
  readonly #server: Server;
  #fault: Fault = 'none';
  #answers = true;

  constructor(
    take: (request: IncomingMessage, body: string, desk: Desk) => TakenText | Answer,
    respond: {
      taken(text: TakenText): Answer;
      refusal(fault: 'refuse_number' | 'refuse_us' | 'throttle' | 'unavailable'): Answer;
      question(request: IncomingMessage, desk: Desk): Answer | undefined;
    },
  ) {
    this.#server = createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part);
      const answer = ({ status, body }: Answer) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(typeof body === 'string' ? body : JSON.stringify(body));
      };
      const asked = respond.question(request, this);
      if (asked !== undefined) return answer(this.#answers ? asked : { status: 500, body: 'down' });
      const fault = this.#fault;
      this.#fault = 'none';
      if (fault === 'lost_request') return response.destroy();
      if (
        fault === 'refuse_number' ||
        fault === 'refuse_us' ||
        fault === 'throttle' ||
        fault === 'unavailable'
      )
        return answer(respond.refusal(fault));
      const text = take(request, Buffer.concat(parts).toString(), this);
      if ('status' in text) return answer(text);
      this.taken.push(text);
      if (fault === 'lost_answer') return;
      if (fault === 'break') return response.destroy();
      if (fault === 'error') return answer({ status: 500, body: { message: 'internal error' } });
      if (fault === 'garbage') return answer({ status: 200, body: '<html>welcome</html>' });
      answer(respond.taken(text));
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', () => listening()));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  failAt(fault: Fault): void {
    this.#fault = fault;
  }

  answers(does: boolean): void {
    this.#answers = does;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((closed) => this.#server.close(() => closed()));
  }
}

/** How long an adapter waits for an answer in tests. */
export const TEST_RESPONSE_MS_MAX = 2_000;
