import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addKey, makeCurrent, removeKey, ringStates } from './edit-secrets.ts';
import { loadSecrets } from './secrets.ts';

const NOW = new Date('2026-03-01T00:00:00Z');
const KEY = Buffer.alloc(32, 7).toString('base64');
let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seonmul-secrets-'));
  file = join(folder, 'secrets.json');
  writeFileSync(file, JSON.stringify({ pin_hmac: { current: 'v1', keys: { v1: KEY } } }));
});

afterEach(() => rmSync(folder, { recursive: true }));

const states = () => ringStates(file).map(({ name, current, newest, old }) => [name, current, newest, old]);

describe('a key ring', () => {
  test('is rotated in three steps, each of which every process can be restarted after', () => {
    expect(addKey(file, 'pin_hmac')).toBe('v2');
    expect(states()).toEqual([['pin_hmac', 'v1', 'v2', []]]);
    makeCurrent(file, 'pin_hmac', 'v2', NOW);
    expect(states()).toEqual([['pin_hmac', 'v2', 'v2', ['v1']]]);
    expect(ringStates(file)[0]?.currentSince).toEqual(NOW);
    removeKey(file, 'pin_hmac', 'v1');
    expect(states()).toEqual([['pin_hmac', 'v2', 'v2', []]]);
    const { current, byVersion } = loadSecrets(file).keyRing('pin_hmac');
    expect([current, [...byVersion.keys()]]).toEqual(['v2', ['v2']]);
    expect(readFileSync(file, 'utf8')).not.toContain(KEY);
  });

  test('that is new begins with a current key', () => {
    expect(addKey(file, 'text_encryption')).toBe('v1');
    expect(states()).toEqual([
      ['pin_hmac', 'v1', 'v1', []],
      ['text_encryption', 'v1', 'v1', []],
    ]);
  });

  test('never gets a version again that it had', () => {
    addKey(file, 'pin_hmac');
    makeCurrent(file, 'pin_hmac', 'v2', NOW);
    removeKey(file, 'pin_hmac', 'v1');
    expect(addKey(file, 'pin_hmac')).toBe('v3');
  });

  test('keeps its current key, and says what it has', () => {
    expect(() => removeKey(file, 'pin_hmac', 'v1')).toThrow(/pin_hmac v1 is current/);
    expect(() => makeCurrent(file, 'pin_hmac', 'v9', NOW)).toThrow(/has no key v9; it has v1/);
    expect(() => makeCurrent(file, 'pins', 'v1', NOW)).toThrow(/has no ring pins; it has pin_hmac/);
    expect(() => addKey(join(folder, 'other.json'), 'pin_hmac')).toThrow(/other\.json/);
  });

  test('is written whole, and for its owner only', () => {
    addKey(file, 'pin_hmac');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['secrets.json']);
  });
});
