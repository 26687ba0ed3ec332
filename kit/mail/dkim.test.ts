import { createHash, createVerify, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { dkimKeyOf } from './dkim.ts';
import { mailer } from './smtp.ts';

const dir = mkdtempSync(join(tmpdir(), 'seonmul-dkim-'));
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const file = join(dir, 'dkim.pem');
const SETTINGS = { dkimDomain: 'gift.example', dkimSelector: 's1', dkimKeyFile: file };
const MAIL = {
  to: 'haneul@example.com',
  subject: '선물이 왔어요',
  text: '안녕하세요.',
  html: '<p>안녕하세요.</p>',
  message_id: 'm1',
};
const received: string[] = [];
let server: SMTPServer;

beforeAll(async () => {
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        received.push(Buffer.concat(parts).toString('latin1'));
        done();
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
});
afterAll(async () => {
  await new Promise<void>((closed) => server.close(() => closed()));
  rmSync(dir, { recursive: true });
});
beforeEach(() => {
  received.length = 0;
});

async function sendSigned(more: object = {}): Promise<string> {
  const { port } = server.server.address() as AddressInfo;
  const sender = mailer({
    url: `smtp://127.0.0.1:${port}`,
    from: 'gift@gift.example',
    dkim: dkimKeyOf(SETTINGS),
  });
  expect(await sender.send({ ...MAIL, ...more })).toMatchObject({ kind: 'submitted' });
  sender.close();
  return received[0] ?? '';
}

/** RFC 6376, 3.4.2 and 3.4.4: relaxed. */
const relaxedHeader = (name: string, value: string) =>
  `${name.toLowerCase()}:${value
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim()}`;
const relaxedBody = (body: string) =>
  `${body
    .replace(/[ \t]+(?=\r\n)/g, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/(\r\n)+$/, '')}\r\n`;

/** Verifies a mail as a mail server does, by RFC 6376 alone. */
function verify(mail: string): { isValid: boolean; signed: string[] } {
  const end = mail.indexOf('\r\n\r\n');
  const headers = mail
    .slice(0, end)
    .split(/\r\n(?![ \t])/)
    .map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]);
  const [, value = ''] = headers.find(([name]) => name.toLowerCase() === 'dkim-signature') ?? [];
  const tags = Object.fromEntries(
    value
      .split(';')
      .map((tag) => [tag.split('=')[0]?.trim(), tag.slice(tag.indexOf('=') + 1).replace(/\s/g, '')]),
  );
  const signed: string[] = (tags.h ?? '').toLowerCase().split(':');
  const hash = createHash('sha256')
    .update(relaxedBody(mail.slice(end + 4)), 'latin1')
    .digest('base64');
  const own = relaxedHeader('DKIM-Signature', value.replace(/\bb=[^;]*/, 'b='));
  const lines = signed.flatMap((name: string) => {
    const found = headers.findLast(([other]) => other.toLowerCase() === name);
    return found === undefined ? [] : [relaxedHeader(...found)];
  });
  const isValid = createVerify('sha256')
    .update([...lines, own].join('\r\n'), 'latin1')
    .verify(publicKey, tags.b ?? '', 'base64');
  return { isValid: isValid && hash === tags.bh && tags.d === 'gift.example' && tags.s === 's1', signed };
}

test('a mail is signed over what people see and over the headers of its unsubscribe button', async () => {
  const mail = await sendSigned({ unsubscribe_url: 'https://gift.example/n/1' });
  const { isValid, signed } = verify(mail);
  expect(isValid).toBe(true);
  expect(signed).toEqual(
    expect.arrayContaining(['from', 'to', 'subject', 'date', 'list-unsubscribe', 'list-unsubscribe-post']),
  );
});

test('what was changed on the way does not verify', async () => {
  const mail = await sendSigned();
  expect(verify(mail).isValid).toBe(true);
  expect(verify(mail.replace('haneul@example.com', 'mallory@example.com')).isValid).toBe(false);
  expect(verify(`${mail}x\r\n`).isValid).toBe(false);
});

test('nothing is signed where nothing is set, and half a setting is refused', () => {
  expect(dkimKeyOf({ dkimDomain: '', dkimSelector: '', dkimKeyFile: '' })).toBeUndefined();
  expect(() => dkimKeyOf({ ...SETTINGS, dkimSelector: '' })).toThrow(
    /DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY_FILE/,
  );
  const short = join(dir, 'short.pem');
  writeFileSync(
    short,
    generateKeyPairSync('rsa', { modulusLength: 1_024 }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
  );
  expect(() => dkimKeyOf({ ...SETTINGS, dkimKeyFile: short })).toThrow(/DKIM_KEY_FILE .* 2048 bits/);
  writeFileSync(short, 'no key');
  expect(() => dkimKeyOf({ ...SETTINGS, dkimKeyFile: short })).toThrow(/DKIM_KEY_FILE/);
});
