import { describe, expect, test } from 'vitest';
import { hashSecret, NOBODY_HASH, needsRehash, verifySecret } from './passwords.ts';

describe('a stored secret', () => {
  test('matches itself and nothing else', async () => {
    const stored = await hashSecret('바르게 말하는 말');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifySecret(stored, '바르게 말하는 말'.normalize('NFD'))).toBe(true);
    expect(await verifySecret(stored, '바르게 말하는 밀')).toBe(false);
    expect(await hashSecret('바르게 말하는 말')).not.toBe(stored);
  });

  test('of an unknown account never matches', async () => {
    expect(await verifySecret(null, '')).toBe(false);
    expect(needsRehash(NOBODY_HASH)).toBe(false);
  });

  test('made with other parameters needs a rehash', async () => {
    const stored = await hashSecret('482915');
    expect(needsRehash(stored)).toBe(false);
    expect(needsRehash(stored.replace('t=2', 't=1'))).toBe(true);
    expect(needsRehash(stored.replace('argon2id', 'argon2i'))).toBe(true);
  });

  test('is refused in a flood, to whoever makes it', async () => {
    const from = (address: string) => ({ from: address, share: 'known' }) as const;
    const flood = Array.from({ length: 110 }, () => verifySecret(null, 'x', from('192.0.2.1')));
    const honest = verifySecret(null, 'x', from('192.0.2.2'));
    const answers = await Promise.allSettled(flood);
    const [refused] = answers.filter((answer) => answer.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'service_unavailable' });
    expect(await honest).toBe(false);
    expect(await verifySecret(await hashSecret('after'), 'after')).toBe(true);
  });
});
