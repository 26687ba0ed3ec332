import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addMs, DAY_MS } from '../../../kit/clock.ts';
import { newKeyRings, newSealingKey, newSigningKey } from '../../../kit/new-keys.ts';
import { readSealingKeys } from '../../../kit/sealing-keys.ts';
import { loadSecrets } from '../../../kit/secrets.ts';
import { loadSigningKey, type Party } from '../../../kit/signing/index.ts';
import { NOW } from '../../../test/builders/parties.ts';
import { openSignedServer, type SignedServer } from '../../../test/builders/signed-server.ts';
import { rotateList } from './lists.ts';
import { ringsStand, rotateRing } from './rings.ts';
import { rotateSigningKey, signingKeyStands } from './signing.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seonmul-keys-'));
  file = join(folder, 'keys.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (content: unknown) => writeFileSync(file, JSON.stringify(content));

describe('a key ring', () => {
  let left: string[];
  beforeEach(() => {
    write(newKeyRings(['pin_hmac', 'token_pepper']));
    left = [];
  });
  const rotate = (now = NOW, dropOld = false) =>
    rotateRing(file, 'pin_hmac', { now, dropOld, storedUnder: async () => left });
  const ring = () => {
    const { current, byVersion } = loadSecrets(file).keyRing('pin_hmac');
    return [current, [...byVersion.keys()]];
  };

  test('gets a new key, uses it, and gives up the old one a day later', async () => {
    expect(await rotate()).toMatchObject({ done: true, says: expect.stringContaining('v2 was added') });
    expect(ring()).toEqual(['v1', ['v1', 'v2']]);
    expect(await rotate()).toMatchObject({ done: true, says: expect.stringContaining('v2 is current') });
    expect(ring()).toEqual(['v2', ['v1', 'v2']]);
    expect(await rotate(addMs(NOW, DAY_MS - 1))).toEqual({
      done: false,
      says: 'v1 may go at 2026-03-02T00:00:00.400Z: codes and links under it work until then.',
    });
    expect(await rotate(addMs(NOW, DAY_MS))).toMatchObject({ done: true });
    expect(ring()).toEqual(['v2', ['v2']]);
    expect(ringsStand(file)).toEqual([
      { name: 'pin_hmac', says: 'v2 is current' },
      { name: 'token_pepper', says: 'v1 is current' },
    ]);
  });

  test('keeps an old key that something is stored under, unless it is dropped on purpose', async () => {
    await rotate();
    await rotate();
    left = ['7 PINs'];
    const later = addMs(NOW, 2 * DAY_MS);
    expect(await rotate(later)).toEqual({
      done: false,
      says: 'v1 is still needed: 7 PINs. --drop-old removes it nevertheless.',
    });
    expect(ring()).toEqual(['v2', ['v1', 'v2']]);
    expect(await rotate(NOW, true)).toMatchObject({ done: true });
    expect(ring()).toEqual(['v2', ['v2']]);
  });

  test('that is not there is refused with those that are', async () => {
    const asked = rotateRing(file, 'pins', { now: NOW, dropOld: false, storedUnder: async () => [] });
    await expect(asked).rejects.toThrow(/has no ring pins; it has pin_hmac, token_pepper/);
  });
});

describe('a list of sealing keys', () => {
  const rotate = (now = NOW) =>
    rotateList({ setting: 'SEALING_KEYS_FILE', make: newSealingKey }, file, { now, dropOld: false });
  const kids = () => [...readSealingKeys(file).keys()];

  test('publishes a new key only once every process has it, and keeps the old one a day', async () => {
    write([await newSealingKey()]);
    const [first] = kids();
    await rotate();
    const [published, added] = kids();
    expect(published).toBe(first);
    await rotate();
    expect(kids()).toEqual([added, first]);
    expect(await rotate(addMs(NOW, DAY_MS - 1))).toMatchObject({ done: false });
    expect(await rotate(addMs(NOW, DAY_MS))).toMatchObject({ done: true });
    expect(kids()).toEqual([added]);
  });
});

describe('a signing key', () => {
  let server: SignedServer;
  beforeAll(async () => {
    server = await openSignedServer();
  });
  afterAll(() => server.close());

  const clock = () => NOW;
  const rotate = (parties: readonly Party[], dropOld = false) =>
    rotateSigningKey(file, { parties, clock, dropOld });

  test('is used only once every other server knows it', async () => {
    write({ party: 'management', ...(await newSigningKey('management')) });
    const { keyid: first } = loadSigningKey(file);
    expect(await rotate([server.shop.entry])).toMatchObject({ done: true });
    const { keyid, next } = loadSigningKey(file);
    expect(keyid).toBe(first);

    // The server knows another key of ours, and neither of these.
    const step = await rotate([server.shop.entry]);
    expect(step.done).toBe(false);
    expect(step.says).toContain(`shop does not know our key ${next?.keyid}`);
    expect((await signingKeyStands(file, { parties: [server.shop.entry], clock })).says).toContain(
      'not known yet to shop',
    );
    expect(loadSigningKey(file).keyid).toBe(first);

    expect(await rotate([server.shop.entry], true)).toMatchObject({ done: true });
    expect(loadSigningKey(file)).toMatchObject({ keyid: next?.keyid });
    expect(loadSigningKey(file).next).toBeUndefined();
    expect(readFileSync(file, 'utf8')).not.toContain(first);
  });

  test('is used at once where all know it', async () => {
    write({ party: 'management', ...(await newSigningKey('management')) });
    await rotate([]);
    const { next } = loadSigningKey(file);
    await rotate([]);
    expect(loadSigningKey(file).keyid).toBe(next?.keyid);
  });
});
