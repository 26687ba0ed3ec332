import { describe, expect, test } from 'vitest';
import { keyedDigest, keyedDigests } from './keyed-digest.ts';
import { keyRingOf } from './secrets.ts';

const V1 = Buffer.alloc(32, 1).toString('base64');
const V2 = Buffer.alloc(32, 2).toString('base64');
const old = keyRingOf('test', 'token_pepper', { current: 'v1', keys: { v1: V1 } });
const ring = keyRingOf('test', 'token_pepper', { current: 'v2', keys: { v1: V1, v2: V2 } });

describe('a keyed digest', () => {
  test('is separated by label and by key', () => {
    const all = [
      keyedDigest(ring, 'certificate_number', '1'),
      keyedDigest(ring, 'token', '1'),
      keyedDigest(old, 'token', '1'),
      keyedDigest(ring, 'token', '2'),
    ].map(({ digest }) => digest.toString('hex'));
    expect(new Set(all).size).toBe(4);
  });

  test('is found after the key has been rotated', () => {
    const stored = keyedDigest(old, 'certificate_number', '42').digest;
    expect(keyedDigests(ring, 'certificate_number', '42').some((digest) => digest.equals(stored))).toBe(true);
  });
});
