import { createSocket } from 'node:dgram';
import type { AddressInfo } from 'node:net';
import { Call } from './call.ts';
import type { Ear } from './ear.ts';
import { answerTo, header, newBranch, readSip, soundOffer, soundPlace, token, writeSip } from './sip.ts';

const RESEND_MS = 500;
const RESENDS_MAX = 240;

/** Calls a number from a phone. Returns once it is answered; throws with the SIP status if it isn't. */
export async function callNumber(
  ear: Ear,
  { port, number, from }: { port: number; number: string; from: string | null },
): Promise<Call> {
  const call = await Call.open(ear);
  const socket = createSocket('udp4');
  await new Promise<void>((bound) => socket.bind(0, '127.0.0.1', () => bound()));
  const here = `127.0.0.1:${(socket.address() as AddressInfo).port}`;
  const uri = `sip:${number}@127.0.0.1:${port}`;
  const caller = from === null ? '<sip:anonymous@anonymous.invalid>' : `<sip:${from}@${here}>`;
  const [tag, callId] = [token(), token()];
  let to = `<${uri}>`;
  let target = uri;
  let answered = false;

  const request = (method: string, cseq: number, body = '') =>
    writeSip(
      `${method} ${target} SIP/2.0`,
      [
        ['Via', `SIP/2.0/UDP ${here};branch=${newBranch()}`],
        ['From', `${caller};tag=${tag}`],
        ['To', to],
        ['Call-ID', callId],
        ['CSeq', `${cseq} ${method}`],
        ['Contact', `<sip:phone@${here}>`],
        ['Max-Forwards', '70'],
        ...(body === '' ? [] : [['Content-Type', 'application/sdp'] as const]),
      ],
      body,
    );
  const send = (text: string) => socket.send(text, port, '127.0.0.1');
  /** Resends until the returned function is called, since datagrams may be lost. */
  const resendUntilStopped = (text: string) => {
    let times = 0;
    send(text);
    const timer = setInterval(() => (times++ < RESENDS_MAX ? send(text) : clearInterval(timer)), RESEND_MS);
    return () => clearInterval(timer);
  };
  let stopInvite = () => {};
  let stopBye = () => {};
  call.onHangUp(() => {
    stopBye = resendUntilStopped(request('BYE', 2));
  });
  call.ended.then((who) => setTimeout(close, who === 'us' ? 2_000 : 500));
  function close(): void {
    stopBye();
    stopInvite();
    socket.close();
  }

  const answer = new Promise<void>((accept, refuse) => {
    socket.on('message', (datagram) => {
      const message = readSip(datagram);
      if (message === undefined) return;
      if (message.status === 0) {
        if (message.method !== 'ACK') send(answerTo(message, '200 OK'));
        if (message.method === 'BYE') call.over('them');
        return;
      }
      stopInvite();
      if (message.method === 'BYE') return stopBye();
      if (message.method !== 'INVITE' || message.status < 200) return;
      to = header(message, 'to');
      if (message.status >= 300) {
        send(request('ACK', 1));
        call.over('them');
        return refuse(new Error(`SIP ${message.status}`));
      }
      target = /<([^>]+)>/.exec(header(message, 'contact'))?.[1] ?? uri;
      send(request('ACK', 1));
      if (answered) return;
      answered = true;
      call.sound.connect(soundPlace(message.body));
      accept();
    });
  });
  stopInvite = resendUntilStopped(request('INVITE', 1, soundOffer(call.sound.port)));
  await answer;
  return call;
}
