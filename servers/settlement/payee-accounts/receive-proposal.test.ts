import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { type ProposedAccount, sealProposedAccount } from '../../../kit/sealed-account.ts';
import { anEvidence } from '../../../test/builders/base.ts';
import { aSettlement } from '../../../test/builders/settlement.ts';
import { proposalsOfShop } from './list-proposals.ts';
import { receiveProposal } from './receive-proposal.ts';

let settlement: Awaited<ReturnType<typeof aSettlement>>;
beforeAll(async () => {
  settlement = await aSettlement();
});
afterAll(() => settlement?.base.drop());

const GOOD: ProposedAccount = { account: { bank_code: '088', number: '110-234-567890' }, holder: '하늘상점' };

async function receive(party: string, proposal_id: string, proposed = GOOD, sealedFor = proposal_id) {
  const { context, sealing } = settlement;
  const sealed_account = await sealProposedAccount(sealing, sealedFor, proposed);
  return inTransaction(context.db, (tx) =>
    receiveProposal(
      context,
      tx,
      { party, evidence: anEvidence() },
      { proposal_id, currency: 'KRW', sealed_account },
    ),
  );
}

test('refusals come in the order of the contract', async () => {
  const id = newId();
  const bad = { account: { bank_code: '088', number: '12' }, holder: ' ' };
  expect(await receive('shop:one', id, bad, newId())).toMatchObject({ code: 'sealed_account_unreadable' });
  expect(await receive('shop:one', id, bad)).toMatchObject({ code: 'bank_account_invalid' });
  expect(await receive('shop:one', id, { ...GOOD, holder: ' ' })).toMatchObject({ code: 'name_invalid' });
  expect(await receive('shop:one', id)).toMatchObject({ ok: true, value: { state: 'waiting' } });
  expect(await receive('shop:one', id)).toMatchObject({ code: 'wrong_state' });
});

test('a shop is told of its own alone, and takes nothing from another shop', async () => {
  const [own, others] = [newId(), newId()];
  await receive('shop:own', own);
  await receive('shop:other', others);
  expect(await receive('shop:other', own)).toMatchObject({ code: 'wrong_state' });
  const { db } = settlement.context;
  expect(await proposalsOfShop(db, 'shop:own')).toMatchObject([{ proposal_id: own, state: 'waiting' }]);
  expect(await proposalsOfShop(db, 'shop:other')).toMatchObject([{ proposal_id: others, state: 'waiting' }]);
});
