import { beforeAll, expect, test } from 'vitest';
import { generateSealingKeyPair, seal } from './sealed.ts';
import { openProposedAccount, sealProposedAccount } from './sealed-account.ts';

const PROPOSAL = '0199c1a0-0000-7000-8000-000000000001';
const OTHER = '0199c1a0-0000-7000-8000-000000000002';
const PROPOSED = { account: { bank_code: '088', number: '110234567890' }, holder: '하늘상점' };
const unreadable = { ok: false, code: 'sealed_account_unreadable' };

let settlement: Awaited<ReturnType<typeof generateSealingKeyPair>>;
let other: Awaited<ReturnType<typeof generateSealingKeyPair>>;
beforeAll(async () => {
  settlement = await generateSealingKeyPair('settlement-1');
  other = await generateSealingKeyPair('settlement-1');
});

const opened = (jwe: string, proposalId = PROPOSAL) =>
  openProposedAccount(new Map([['settlement-1', settlement.privateJwk]]), proposalId, jwe);

test('a proposed account is opened by settlement, and nobody reads it on the way', async () => {
  const jwe = await sealProposedAccount(settlement.publicJwk, PROPOSAL, PROPOSED);
  expect(await opened(jwe)).toEqual({ ok: true, value: PROPOSED });
  expect(Buffer.from(jwe, 'base64url').toString()).not.toContain('110234567890');
});

test('it is not opened for another proposal, with another key, or changed', async () => {
  const jwe = await sealProposedAccount(settlement.publicJwk, PROPOSAL, PROPOSED);
  expect(await opened(jwe, OTHER)).toEqual(unreadable);
  expect(await opened(await sealProposedAccount(other.publicJwk, PROPOSAL, PROPOSED))).toEqual(unreadable);
  expect(await opened(`${jwe.slice(0, -2)}${jwe.endsWith('AA') ? 'BB' : 'AA'}`)).toEqual(unreadable);
  for (const nothing of ['', '....', 'x']) expect(await opened(nothing)).toEqual(unreadable);
});

test.each([
  ['no holder', { account: PROPOSED.account }],
  ['unknown members', { ...PROPOSED, more: 1 }],
  ['half an account', { account: { number: '110234567890' }, holder: '하늘상점' }],
])('with %s inside it is refused', async (_what, inside) => {
  const sealing = { typ: 'seonmul-proposed-account', about: PROPOSAL };
  expect(await opened(await seal(settlement.publicJwk, sealing, inside))).toEqual(unreadable);
});
