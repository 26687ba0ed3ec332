import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyOfVersion, loadSecrets } from './secrets.ts';

const V1 = Buffer.alloc(32, 1).toString('base64');
const V2 = Buffer.alloc(64, 2).toString('base64');
let folder = '';
let file = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  file = join(folder, 'secrets.json');
});

afterAll(() => rmSync(folder, { recursive: true }));

function load(content: unknown) {
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return loadSecrets(file);
}

function messageOf(content: unknown): string {
  try {
    load(content);
  } catch (error) {
    return String(error);
  }
  return 'nothing was thrown';
}

describe('secrets', () => {
  test('are loaded by name and version', () => {
    const ring = load({ pin_hmac: { current: 'v2', keys: { v1: V1, v2: V2 } } }).keyRing('pin_hmac');
    expect(ring.current).toBe('v2');
    expect(keyOfVersion(ring, 'v1').export()).toEqual(Buffer.alloc(32, 1));
    expect(() => keyOfVersion(ring, 'v3')).toThrow('Key ring pin_hmac has no key of version v3.');
  });

  test('are not revealed when a ring is printed', () => {
    const ring = load({ pin_hmac: { current: 'v1', keys: { v1: V1 } } }).keyRing('pin_hmac');
    expect(inspect(ring, { depth: 9, showHidden: true }) + JSON.stringify([...ring.byVersion])).not.toContain(
      'AQEB',
    );
  });

  test('that are missing are named', () => {
    expect(() => load({}).keyRing('token_pepper')).toThrow(`${file} has no setting token_pepper`);
    expect(() => loadSecrets('/nonexistent.json')).toThrow("/nonexistent.json can't be read (ENOENT)");
  });

  test.each([
    [{ a: { current: 'v1', keys: { v1: 'hunter2-hunter2' } } }, 'a.keys.v1 must be base64'],
    [{ a: { current: 'v1', keys: { v1: Buffer.alloc(31).toString('base64') } } }, 'at least 32 bytes'],
    [{ a: { current: 'v9', keys: { v1: V1 } } }, 'a.current names a version'],
    [{ a: { current: 'v1', keys: { v1: 5 } } }, 'every setting must be'],
    [{ a: V1 }, 'every setting must be'],
    ['{"a": "hunter2', 'is not JSON'],
  ])('that are invalid are named and not shown', (content, text) => {
    const message = messageOf(content);
    expect(message).toContain(file);
    expect(message).toContain(text);
    expect(message).not.toMatch(/hunter2|AQEB/);
  });
});
