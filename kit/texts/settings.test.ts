import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, expect, test } from 'vitest';
import { exampleSettings } from '../../test/stand-ins/texts/http.ts';
import { hasDemoProvider, hasPlainProvider, openProviders } from './settings.ts';

const dir = mkdtempSync(join(tmpdir(), 'seonmul-text-providers-'));
afterAll(() => rmSync(dir, { recursive: true }));

const file = join(dir, 'text-providers.json');
const write = (content: unknown) => {
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};
const base = {
  publicUrl: 'https://seonmul.example',
  clock: () => new Date(),
  random: Buffer.alloc,
  log: pino({ level: 'silent' }),
};
const books = {
  onReceipt: async () => true,
  onFound: async () => true,
  onLost: async () => true,
  onMessage: async () => {},
};
const open = (content: unknown) => openProviders(base, write(content), books);

const SOLAPI = {
  ...{ kind: 'solapi', name: 'solapi', api_key: 'K', api_secret: 'hunter2' },
  webhook_secret: 'a-secret-of-sixteen',
  senders: { '*': '15880200', haneul: '15880500' },
  prices: { KR: { text: 9, long_text: 28, kakao: 7 } },
};
const TWILIO = {
  ...{ kind: 'twilio', name: 'twilio', account_sid: `AC${'0'.repeat(32)}`, auth_token: 'hunter2' },
  senders: { '*': '+14155550100' },
  countries: ['US', 'CA'],
};

test('each kind of provider is opened as the file says', async () => {
  const http = {
    kind: 'http',
    name: 'other',
    senders: { '*': '15880200' },
    request: exampleSettings('https://x.example'),
  };
  const providers = open([SOLAPI, TWILIO, http]);
  expect(providers.map(({ terms }) => [terms.name, terms.countries])).toEqual([
    ['solapi', ['KR']],
    ['twilio', ['US', 'CA']],
    ['other', undefined],
  ]);
  expect(providers[0]?.terms.prices?.KR).toEqual({ text: 9, long_text: 28, kakao: 7 });
  for (const { provider } of providers) await provider.close();
});

test.each([
  ['no JSON', '[{"auth_token":"hunter2"'],
  ['an empty list', []],
  ['an unknown kind', [{ ...SOLAPI, kind: 'pigeon' }]],
  ['two of one name', [SOLAPI, { ...TWILIO, name: 'solapi' }]],
  ['no sender', [{ ...TWILIO, senders: {} }]],
  ['a member that nobody knows', [{ ...TWILIO, password: 'hunter2' }]],
  ['a short webhook secret', [{ ...SOLAPI, webhook_secret: 'hunter2' }]],
])('%s is refused in one sentence that says no secret', (_what, content) => {
  expect(() => open(content)).toThrow(/^TEXT_PROVIDERS_FILE [^\n]*[.]$/);
  expect(() => open(content)).not.toThrow(/hunter2/);
});

test('a provider that is called without encryption is known by its address', () => {
  const http = (url: string) => ({
    ...{ kind: 'http', name: 'other', senders: { '*': '15880200' }, request: exampleSettings(url) },
  });
  expect(hasPlainProvider(write([SOLAPI, TWILIO, http('https://x.example')]))).toBe(false);
  expect(hasPlainProvider(write([SOLAPI, { ...TWILIO, url: 'http://x.example' }]))).toBe(true);
  expect(hasPlainProvider(write([http('http://x.example')]))).toBe(true);
});

test('the demo’s provider is known by its password', () => {
  const smpp = {
    kind: 'smpp',
    name: 'first',
    url: 'smpp://127.0.0.1:1',
    system_id: 's',
    senders: { '*': '1' },
  };
  expect(hasDemoProvider(write([TWILIO, { ...smpp, password: 'demo-200' }]))).toBe(true);
  expect(hasDemoProvider(write([TWILIO, { ...smpp, password: 'real-one' }]))).toBe(false);
});
