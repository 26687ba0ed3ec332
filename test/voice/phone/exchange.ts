import { createSocket, type Socket } from 'node:dgram';
import { Call } from './call.ts';
import type { Ear } from './ear.ts';
import {
  answerTo,
  header,
  newBranch,
  readSip,
  type SipMessage,
  soundOffer,
  soundPlace,
  token,
  writeSip,
} from './sip.ts';

/** What a phone does when it is called. */
export type Behaviour =
  | { kind: 'answers'; says?: Buffer }
  | { kind: 'machine'; greeting: Buffer }
  | { kind: 'busy' }
  | { kind: 'declines' }
  | { kind: 'unreachable' }
  | { kind: 'rings' };

type Dialogue = { invite: SipMessage; tag: string; call?: Call; lastAnswer: string; acknowledged: boolean };

const RESEND_MS = 500;
const RING_MS = 200;

/** The phones that we call. Each number behaves as set by `tell`; any other number does not exist. */
export class Exchange {
  readonly #socket: Socket = createSocket('udp4');
  readonly #ear: Ear;
  readonly #port: number;
  readonly #behaviours = new Map<string, Behaviour>();
  readonly #dialogues = new Map<string, Dialogue>();
  readonly #calls: { number: string; call: Call }[] = [];
  readonly #waiting = new Map<string, ((call: Call) => void)[]>();
  /** The numbers called so far, in order. */
  readonly called: string[] = [];

  constructor(ear: Ear, port: number) {
    this.#ear = ear;
    this.#port = port;
    this.#socket.on('message', (datagram, { port: peer }) => {
      const message = readSip(datagram);
      if (message !== undefined) this.#take(message, peer);
    });
  }

  start(): Promise<void> {
    return new Promise((bound, failed) => {
      this.#socket.once('error', failed);
      this.#socket.bind(this.#port, '127.0.0.1', () => bound());
    });
  }

  stop(): void {
    for (const { call } of this.#calls) call.over('us');
    this.#socket.close();
  }

  tell(number: string, behaviour: Behaviour): void {
    this.#behaviours.set(number, behaviour);
  }

  /** Waits for the next call that a number answers. */
  nextCall(number: string, ms = 120_000): Promise<Call> {
    const at = this.#calls.findIndex((each) => each.number === number);
    const [there] = at < 0 ? [] : this.#calls.splice(at, 1);
    if (there !== undefined) return Promise.resolve(there.call);
    return new Promise((take, failed) => {
      const timer = setTimeout(
        () => failed(new Error(`${number} was not called; called were ${this.called.join(', ')}`)),
        ms,
      );
      const took = (call: Call) => {
        clearTimeout(timer);
        take(call);
      };
      this.#waiting.set(number, [...(this.#waiting.get(number) ?? []), took]);
    });
  }

  #take(message: SipMessage, peer: number): void {
    const callId = header(message, 'call-id');
    const dialogue = this.#dialogues.get(callId);
    const send = (text: string) => this.#socket.send(text, peer, '127.0.0.1');
    if (message.status > 0) return;
    if (message.method === 'INVITE') {
      // A resent INVITE: our answer was lost or late.
      if (dialogue !== undefined) {
        send(dialogue.lastAnswer);
        return;
      }
      const number = /^sip:([^@;]+)@/.exec(message.uri)?.[1] ?? '';
      this.called.push(number);
      const opened = { invite: message, tag: token(), lastAnswer: '', acknowledged: false };
      this.#dialogues.set(callId, opened);
      void this.#behave(number, opened, send);
      return;
    }
    if (message.method === 'ACK') {
      if (dialogue !== undefined) dialogue.acknowledged = true;
      return;
    }
    send(answerTo(message, '200 OK'));
    if (dialogue === undefined) return;
    if (message.method === 'BYE') dialogue.call?.over('them');
    if (message.method === 'CANCEL') this.#reply(dialogue, '487 Request Terminated', send);
  }

  async #behave(number: string, dialogue: Dialogue, send: (text: string) => void): Promise<void> {
    const behaviour = this.#behaviours.get(number);
    if (behaviour === undefined) return this.#reply(dialogue, '404 Not Found', send);
    if (behaviour.kind === 'busy') return this.#reply(dialogue, '486 Busy Here', send);
    if (behaviour.kind === 'unreachable') return this.#reply(dialogue, '503 Service Unavailable', send);
    if (behaviour.kind === 'declines') return this.#reply(dialogue, '603 Decline', send);
    this.#reply(dialogue, '180 Ringing', send);
    if (behaviour.kind === 'rings') return;
    await new Promise((wait) => setTimeout(wait, RING_MS));
    const call = await Call.open(this.#ear);
    dialogue.call = call;
    call.sound.connect(soundPlace(dialogue.invite.body));
    call.onHangUp(() => send(byeOf(dialogue, this.#port)));
    this.#reply(dialogue, '200 OK', send, soundOffer(call.sound.port));
    const [waiting, ...others] = this.#waiting.get(number) ?? [];
    this.#waiting.set(number, others);
    if (waiting === undefined) this.#calls.push({ number, call });
    else waiting(call);
    // Answering machine detection needs something to listen to.
    if (behaviour.kind === 'machine') await call.sound.play(behaviour.greeting);
    else if (behaviour.says !== undefined) await call.sound.play(behaviour.says);
    await call.sound.silence(4_000);
  }

  #reply(dialogue: Dialogue, status: string, send: (text: string) => void, body = ''): void {
    const more: [string, string][] = [['Contact', `<sip:phone@127.0.0.1:${this.#port}>`]];
    if (body !== '') more.push(['Content-Type', 'application/sdp']);
    const text = answerTo(dialogue.invite, status, { tag: dialogue.tag, more, body });
    dialogue.lastAnswer = text;
    dialogue.acknowledged = false;
    send(text);
    if (Number(status.slice(0, 3)) < 200) return;
    let times = 0;
    const resend = setInterval(() => {
      if (dialogue.acknowledged || times++ > 10) clearInterval(resend);
      else send(text);
    }, RESEND_MS);
  }
}

/** A BYE in an incoming call: its `To` becomes our `From`. */
function byeOf({ invite, tag }: Dialogue, port: number): string {
  const target = /<([^>]+)>/.exec(header(invite, 'contact'))?.[1] ?? '';
  return writeSip(`BYE ${target} SIP/2.0`, [
    ['Via', `SIP/2.0/UDP 127.0.0.1:${port};branch=${newBranch()}`],
    ['From', `${header(invite, 'to')};tag=${tag}`],
    ['To', header(invite, 'from')],
    ['Call-ID', header(invite, 'call-id')],
    ['CSeq', '1 BYE'],
    ['Max-Forwards', '70'],
  ]);
}
