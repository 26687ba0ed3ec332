import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { addMs, DAY_MS } from './clock.ts';
import { openToken, sealToken } from './sealed-token.ts';
import { keyRingOf, type Secrets } from './secrets.ts';

const NOW = new Date('2026-03-01T23:59:00Z');
const CARRIED = Buffer.from('what it stands for');

function secretsOf(current: string, ...versions: string[]): Secrets {
  const keys = Object.fromEntries(
    [current, ...versions].map((version) => [version, Buffer.alloc(40, version).toString('base64')]),
  );
  const ring = keyRingOf('test', 'text_encryption', { current, keys });
  return { keyRing: () => ring };
}

const secrets = secretsOf('v1');
const sealed = (prefix = 'opened') => sealToken({ secrets, random: randomBytes }, prefix, NOW, CARRIED);

test('a token carries what was sealed, and looks different each time', () => {
  expect(openToken({ secrets }, 'opened', NOW, sealed())).toEqual(CARRIED);
  expect(sealed()).not.toBe(sealed());
  expect(Buffer.from(sealed().slice(7), 'base64url').includes(CARRIED)).toBe(false);
});

test('a token that was changed anywhere, cut, or is of another kind opens nothing', () => {
  const token = sealed();
  const bytes = Buffer.from(token.slice(7), 'base64url');
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8((changed.readUInt8(at) + 1) % 256, at);
    expect(openToken({ secrets }, 'opened', NOW, `opened_${changed.toString('base64url')}`)).toBeUndefined();
    const cut = bytes.subarray(0, at).toString('base64url');
    expect(openToken({ secrets }, 'opened', NOW, `opened_${cut}`)).toBeUndefined();
  }
  expect(openToken({ secrets }, 'other', NOW, token)).toBeUndefined();
  expect(openToken({ secrets }, 'other', NOW, token.replace('opened', 'other'))).toBeUndefined();
});

test('a token is good over midnight and after a rotation, and not two days later or without its key', () => {
  const token = sealed();
  expect(openToken({ secrets }, 'opened', addMs(NOW, 5 * 60_000), token)).toEqual(CARRIED);
  expect(openToken({ secrets: secretsOf('v2', 'v1') }, 'opened', NOW, token)).toEqual(CARRIED);
  expect(openToken({ secrets: secretsOf('v2') }, 'opened', NOW, token)).toBeUndefined();
  expect(openToken({ secrets }, 'opened', addMs(NOW, 2 * DAY_MS), token)).toBeUndefined();
});
