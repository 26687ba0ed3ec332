import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pinDigest, pinMatches } from './pin-digest.ts';
import { keyRingOf } from './secrets.ts';

const V1 = Buffer.alloc(32, 1).toString('base64');
const V2 = Buffer.alloc(32, 2).toString('base64');
const old = keyRingOf('test', 'pin_hmac', { current: 'v1', keys: { v1: V1 } });
const ring = keyRingOf('test', 'pin_hmac', { current: 'v2', keys: { v1: V1, v2: V2 } });
const subject = { certificate_id: 'c1', phone: '+821012345678', pin: '482915' };

describe('the digest of a PIN', () => {
  test('has a fixed encoding: a change would invalidate every stored PIN', () => {
    expect(pinDigest(old, subject).digest.toString('hex')).toBe(
      'fb3b1442d20cff7df16020b1978a8dbae4bedeceef92382679a234cabaf3745c',
    );
  });

  test('matches only the same certificate, phone and PIN', () => {
    const stored = pinDigest(ring, subject);
    expect(stored.key_version).toBe('v2');
    expect(pinMatches(ring, stored, subject)).toBe(true);
    expect(pinMatches(ring, stored, { ...subject, pin: '４８２９１５' })).toBe(true);
    expect(pinMatches(ring, stored, { ...subject, pin: '482916' })).toBe(false);
    expect(pinMatches(ring, stored, { ...subject, phone: '+821012345679' })).toBe(false);
    expect(pinMatches(ring, stored, { ...subject, certificate_id: 'c2' })).toBe(false);
    expect(pinMatches(ring, { ...stored, digest: stored.digest.subarray(0, 31) }, subject)).toBe(false);
  });

  test('made under an older key still matches', () => {
    expect(pinMatches(ring, pinDigest(old, subject), subject)).toBe(true);
    expect(() => pinMatches(old, pinDigest(ring, subject), subject)).toThrow('no key of version v2');
  });

  test('depends on where one field ends and the next begins', () => {
    const field = fc.string({ unit: fc.constantFrom(...'01+'), maxLength: 6 });
    fc.assert(
      fc.property(field, field, field, fc.integer({ min: 1, max: 5 }), (certificate_id, phone, pin, at) => {
        const moved = { certificate_id: certificate_id + phone.slice(0, at), phone: phone.slice(at), pin };
        const same = moved.certificate_id === certificate_id;
        return pinMatches(ring, pinDigest(ring, { certificate_id, phone, pin }), moved) === same;
      }),
    );
  });
});
