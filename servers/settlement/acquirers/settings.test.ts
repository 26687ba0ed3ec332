import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { acquirers } from './acquirers.ts';
import { acquirerProblems, openAcquirers } from './settings.ts';

const file = join(mkdtempSync(join(tmpdir(), 'acquirers-')), 'acquirers.json');
const SECRETS = { secret_key: 'sk_live_secret', webhook_secret: 'whsec_secret' };
const STRIPE = { kind: 'stripe', name: 'stripe', ...SECRETS };
const TOSS = { kind: 'toss', name: 'toss', secret_key: 'live_sk_secret', client_key: 'live_ck_key' };
const PORTONE = {
  ...{
    kind: 'portone',
    name: 'portone',
    api_secret: 'secret-of-portone',
    webhook_secret: `whsec_${'QUFB'.repeat(8)}`,
  },
  ...{ store_id: 'store-00000001', channel_key: 'channel-key-1' },
};
const TEST = { kind: 'test', name: 'test', url: 'http://127.0.0.1:9' };

function write(list: unknown): string {
  writeFileSync(file, JSON.stringify(list));
  return file;
}
const listed = (list: unknown, takesKeyedCards = true) =>
  acquirers(openAcquirers(write(list)), { takesKeyedCards });

describe('an acquirer is chosen', () => {
  test('by currency and shop, the first in the list that serves both', () => {
    const found = listed([
      { ...STRIPE, name: 'dollars', currencies: ['USD'] },
      { ...STRIPE, name: 'haneul', payees: ['shop:haneul'] },
      TEST,
    ]);
    expect(found.choose({ currency: 'USD', payee: 'shop:bada' })?.name).toBe('dollars');
    expect(found.choose({ currency: 'KRW', payee: 'shop:haneul' })?.name).toBe('haneul');
    expect(found.choose({ currency: 'KRW', payee: 'shop:bada' })?.name).toBe('test');
    expect(found.choose({})?.name).toBe('dollars');
    expect(found.serves('dollars', { currency: 'KRW' })).toBe(false);
    expect(found.serves('gone', {})).toBe(false);
    expect(() => found.named('gone')).toThrow('gone');
  });

  test('only for a currency that it counts as we do', () => {
    const { serves } = listed([STRIPE]);
    const taken = ['KRW', 'JPY', 'USD', 'EUR', 'ISK', 'UGX', 'KWD'].filter((currency) =>
      serves('stripe', { currency }),
    );
    expect(taken).toEqual(['KRW', 'JPY', 'USD', 'EUR']);
    expect(listed([STRIPE]).choose({ currency: 'KWD' })).toBeUndefined();
  });

  test('for keyed cards only if it takes them and the operator allows it', () => {
    expect(listed([STRIPE, TEST]).keyed()?.name).toBe('test');
    expect(listed([STRIPE]).keyed()).toBeUndefined();
    expect(listed([TEST], false).keyed()).toBeUndefined();
  });
});

test.each([
  ['no list', {}],
  ['an empty list', []],
  ['an unknown kind', [{ ...STRIPE, kind: 'x' }]],
  ['two of one name', [STRIPE, STRIPE]],
  ['a member that is not known', [{ ...STRIPE, secret: 'sk_live_secret' }]],
  ['a key that is missing', [{ ...STRIPE, webhook_secret: undefined }]],
  ['a key of Toss Payments’ that is missing', [{ ...TOSS, client_key: undefined }]],
  ['a channel of PortOne’s that is missing', [{ ...PORTONE, channel_key: undefined }]],
  ['a webhook’s key of PortOne’s that is none', [{ ...PORTONE, webhook_secret: 'whsec_!!!!!!' }]],
  ['one that anybody could guess', [{ ...PORTONE, webhook_secret: 'whsec_QUFB' }]],
  ['a wrong currency', [{ ...STRIPE, currencies: ['won'] }]],
])('%s is refused, without saying what stands there', (_what, list) => {
  const refused = () => openAcquirers(write(list));
  expect(refused).toThrow('ACQUIRERS_FILE');
  expect(refused).not.toThrow('sk_live_secret');
});

test('a test acquirer, a test key and an address without encryption are not for production', () => {
  expect(acquirerProblems(write([STRIPE, TOSS, PORTONE]))).toEqual([]);
  expect(acquirerProblems(write([{ ...TOSS, secret_key: 'test_sk_secret' }]))).toHaveLength(1);
  expect(acquirerProblems(write([{ ...PORTONE, test: true }]))).toHaveLength(1);
  expect(acquirerProblems(write([TEST]))).toHaveLength(1);
  expect(acquirerProblems(write([{ ...STRIPE, secret_key: 'sk_test_secret' }]))).toHaveLength(1);
  expect(acquirerProblems(write([{ ...STRIPE, url: 'http://stripe.example' }]))).toHaveLength(1);
});
