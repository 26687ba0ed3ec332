import { decodeProtectedHeader } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { generateSealingKeyPair, seal } from './sealed.ts';
import { CARD_PARTS, hasFormOf, openCard, type SealedCardPart, sealCard } from './sealed-card.ts';

const ENTRY = '0199c1a0-0000-7000-8000-000000000001';
const OTHER_ENTRY = '0199c1a0-0000-7000-8000-000000000002';
const DIGITS = { number: '4242424242424242', expiry: '1290', security_code: '123' } as const;
const unreadable = { ok: false, code: 'sealed_card_unreadable' };

let settlement: Awaited<ReturnType<typeof generateSealingKeyPair>>;
let other: Awaited<ReturnType<typeof generateSealingKeyPair>>;
let keys: Map<string, typeof settlement.privateJwk>;

beforeAll(async () => {
  settlement = await generateSealingKeyPair('settlement-1');
  other = await generateSealingKeyPair('settlement-1');
  keys = new Map([['settlement-1', settlement.privateJwk]]);
});

const sealed = (part: SealedCardPart['part']) =>
  sealCard(settlement.publicJwk, { card_entry_id: ENTRY, part, digits: DIGITS[part] });

describe('a sealed part of a card', () => {
  test.each(CARD_PARTS)('is opened by settlement: %s', async (part) => {
    const jwe = await sealed(part);
    expect(await openCard(keys, jwe, ENTRY, part)).toEqual({ ok: true, value: DIGITS[part] });
    expect(decodeProtectedHeader(jwe)).toMatchObject({ enc: 'A256GCM', kid: 'settlement-1' });
  });

  test('is not opened for another entry or as another part', async () => {
    const jwe = await sealed('number');
    expect(await openCard(keys, jwe, OTHER_ENTRY, 'number')).toEqual(unreadable);
    expect(await openCard(keys, jwe, ENTRY, 'security_code')).toEqual(unreadable);
  });

  test('is not opened with another key, or without the key it names', async () => {
    const about = { card_entry_id: ENTRY, part: 'number', digits: DIGITS.number } as const;
    expect(await openCard(keys, await sealCard(other.publicJwk, about), ENTRY, 'number')).toEqual(unreadable);
    expect(await openCard(new Map(), await sealed('number'), ENTRY, 'number')).toEqual(unreadable);
  });

  test.each([
    ['another entry inside', { card_entry_id: OTHER_ENTRY }],
    ['another part inside', { part: 'expiry' }],
    ['letters', { digits: 'abcdefghijklmnop' }],
    ['too few digits', { digits: '42424242424' }],
    ['unknown members', { more: 1 }],
  ])('with %s is refused', async (_what, change) => {
    const inside = { card_entry_id: ENTRY, part: 'number', digits: DIGITS.number, ...change };
    const about = { typ: 'seonmul-keyed-card', about: `${ENTRY} number` };
    const jwe = await seal(settlement.publicJwk, about, inside);
    expect(await openCard(keys, jwe, ENTRY, 'number')).toEqual(unreadable);
  });

  test.each(['', '....', 'x', 'A'.repeat(5_000)])('invalid JWE %# is refused', async (jwe) => {
    expect(await openCard(keys, jwe, ENTRY, 'number')).toEqual(unreadable);
  });
});

test.each([
  ['number', '424242424242', true],
  ['number', '4242424242424242424', true],
  ['number', '42424242424242424242', false],
  ['expiry', '0129', true],
  ['expiry', '1329', false],
  ['expiry', '0029', false],
  ['expiry', '122029', false],
  ['security_code', '1234', true],
  ['security_code', '12', false],
] as const)('%s %s: %s', (part, digits, has) => {
  expect(hasFormOf(part, digits)).toBe(has);
});
