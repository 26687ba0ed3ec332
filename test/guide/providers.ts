import { readFileSync } from 'node:fs';
import { type RequestListener, request } from 'node:http';
import { createServer } from 'node:https';
import { text } from 'node:stream/consumers';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { aTossProvider } from '../../bin/walkthrough/providers/toss.ts';

/** Where providers stand in, by names that the machine's hosts file has. */
const TOSS = 'https://toss.test:8443';
const TEXTS = 'https://texts.test:8444';
const MAIL_PORT = 25;
const CERTIFICATE = '/etc/letsencrypt/live/test';
/** A key of production: with a test key, settlement doesn't start. */
const LIVE_KEY = 'live_sk_of_the_guide';

function overTls(at: string, listener: RequestListener): Promise<void> {
  const [cert, key] = ['fullchain.pem', 'privkey.pem'].map((name) => readFileSync(`${CERTIFICATE}/${name}`));
  const server = createServer({ cert, key }, listener);
  return new Promise((listening) => server.listen(Number(new URL(at).port), '127.0.0.1', listening));
}

/** An acquirer in the place of Toss Payments, with a key of production. */
export async function anAcquirer() {
  const provider = await aTossProvider();
  const { secret_key, ...entry } = provider.entry;
  const basic = (key: unknown) => `Basic ${Buffer.from(`${key}:`).toString('base64')}`;
  await overTls(TOSS, (asked, reply) => {
    const isRight = asked.headers.authorization === basic(LIVE_KEY);
    const headers = { ...asked.headers, authorization: isRight ? basic(secret_key) : 'Basic none' };
    const { method, url: path } = asked;
    const onward = request(`${entry.url}${path}`, { method, headers }, (answer) => {
      reply.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(reply);
    });
    asked.pipe(onward);
  });
  return { provider, entries: [{ ...entry, url: TOSS, secret_key: LIVE_KEY }] };
}

/** A provider of text messages, described as one that there is no adapter for; it delivers at once. */
export async function aTextProvider() {
  const sent: { to: string; text: string }[] = [];
  await overTls(TEXTS, async (asked, reply) => {
    reply.setHeader('content-type', 'application/json');
    if (asked.method === 'GET') return void reply.end('{"id":"1","status":"DELIVERED"}');
    sent.push(JSON.parse(await text(asked)));
    reply.end(JSON.stringify({ id: String(sent.length), status: 'PENDING' }));
  });
  const entry = {
    ...{ kind: 'http', name: 'texts', senders: { '*': '15880000' } },
    request: {
      ...{ method: 'POST', url: `${TEXTS}/texts`, headers: {}, json: { to: '{to}', text: '{text}' } },
      answer: { id: '/id' },
      look_up: { url: `${TEXTS}/texts/{id}`, id: '/id', state: '/status' },
      states: { delivered: ['DELIVERED'] },
    },
  };
  return { sent, entries: [entry] };
}

/** The mail server of the machine, which keeps what it is given. */
export async function aMailServer() {
  const sent: { to: string; text: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      simpleParser(stream).then(({ text: said = '', subject = '' }) => {
        for (const { address } of session.envelope.rcptTo)
          sent.push({ to: address, text: `${subject}\n${said}` });
        done();
      }, done);
    },
  });
  await new Promise<void>((listening) => server.listen(MAIL_PORT, '127.0.0.1', () => listening()));
  return { sent };
}
