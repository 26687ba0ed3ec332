import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aParty } from '../../test/builders/parties.ts';
import { loadParties, loadSigningKey } from './keys.ts';

const SECRET = 'n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU';
const private_jwk = {
  kty: 'OKP',
  crv: 'Ed25519',
  d: SECRET,
  x: 'JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs',
};
const shop = aParty('shop:haneul', 'h1').entry;
const [key] = shop.keys;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-test-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function aFile(content: unknown): string {
  const path = join(folder, 'file.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof Error && error.name === 'ConfigError' ? error.message : `not expected: ${error}`;
  }
  return 'nothing was thrown';
}

describe('a signing key', () => {
  test('is read', () => {
    const read = loadSigningKey(aFile({ party: 'management', kid: 'm1', private_jwk }));
    expect(read).toMatchObject({ party: 'management', keyid: 'm1', publicJwk: { x: private_jwk.x } });
    expect(JSON.stringify(read)).not.toContain(SECRET);
  });

  test.each([
    ['invalid JSON', `{"d":"${SECRET}"`, 'not JSON'],
    ['no kid', { party: 'management', private_jwk }, 'kid'],
    [
      'another curve',
      { party: 'm', kid: 'm1', private_jwk: { ...private_jwk, crv: 'P-256' } },
      '/private_jwk/crv',
    ],
    ['a short key', { party: 'm', kid: 'm1', private_jwk: { ...private_jwk, d: 'AAAA' } }, 'private_jwk'],
    [
      'another public key',
      { party: 'm', kid: 'm1', private_jwk: { ...private_jwk, x: key?.public_jwk.x } },
      '.x',
    ],
  ])('is refused with %s, by a message that names the member and not the key', (_what, content, named) => {
    const path = aFile(content);
    const message = messageOf(() => loadSigningKey(path));
    expect(message).toContain(`SIGNING_KEY_FILE ${path}`);
    expect(message).toContain(named);
    expect(message).not.toContain(SECRET);
  });
});

describe('a list of parties', () => {
  test('is read', () => {
    expect(loadParties(aFile([shop]))).toEqual([shop]);
  });

  test.each([
    ['an object', shop, 'array'],
    ['another base_url', [{ ...shop, base_url: 'ftp://x' }], '/0/base_url'],
    ['an invalid base_url', [{ ...shop, base_url: 'http://:x' }], 'base_url'],
    ['no keys', [{ ...shop, keys: [] }], '/0/keys'],
    ['a private key', [{ ...shop, keys: [{ ...key, public_jwk: private_jwk }] }], 'public_jwk'],
    ['an invalid date', [{ ...shop, keys: [{ ...key, valid_from: '2026-13-01T00:00:00Z' }] }], 'valid_from'],
    [
      'a time without a zone',
      [{ ...shop, keys: [{ ...key, valid_until: '2026-12-01T00:00:00' }] }],
      'valid_until',
    ],
    [
      'a short key',
      [{ ...shop, keys: [{ ...key, public_jwk: { ...key?.public_jwk, x: 'AAAA' } }] }],
      'public_jwk',
    ],
    ['a key twice', [shop, { ...shop, party: 'shop:other' }], 'h1'],
    ['a party twice', [shop, { ...shop, keys: [{ ...key, keyid: 'h2' }] }], 'shop:haneul'],
  ])('is refused with %s, by a message that names the member', (_what, content, named) => {
    const path = aFile(content);
    const message = messageOf(() => loadParties(path));
    expect(message).toContain(`PARTIES_FILE ${path}`);
    expect(message).toContain(named);
    expect(message).not.toContain(SECRET);
  });
});
