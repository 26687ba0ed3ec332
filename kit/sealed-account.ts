import type { JWK } from 'jose';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { sql } from './db/sql.ts';
import { inTransaction } from './db/transaction.ts';
import { closed } from './http/shapes.ts';
import { type KeyUse, type RekeyContext, sealedVersion, type VersionCount } from './key-uses.ts';
import { done, type Result, refuse } from './result.ts';
import { open, seal } from './sealed.ts';
import { openText, type Sealer, sealText } from './sealed-text.ts';
import type { SealingKeyRing } from './sealing-keys.ts';
import { BankAccountTyped } from './typed/bank-account.ts';

const TYP = 'seonmul-proposed-account';

/** The account that a shop proposes to be paid to, and whose it is. */
export const ProposedAccount = closed({
  account: BankAccountTyped,
  holder: Type.String({ minLength: 1, maxLength: 200 }),
});
export type ProposedAccount = Static<typeof ProposedAccount>;

/** Seals a proposed account for settlement, bound to its proposal, so that the signed request can be kept as it is. */
export function sealProposedAccount(
  publicJwk: JWK,
  proposalId: string,
  proposed: ProposedAccount,
): Promise<string> {
  return seal(publicJwk, { typ: TYP, about: proposalId }, proposed);
}

/** Opens a proposed account; the refusal gives no reason, since that would tell an attacker what to change. */
export async function openProposedAccount(
  keyRing: SealingKeyRing,
  proposalId: string,
  jwe: string,
): Promise<Result<ProposedAccount, 'sealed_account_unreadable'>> {
  const opened = await open(keyRing, { typ: TYP, about: proposalId }, jwe);
  return Value.Check(ProposedAccount, opened) ? done(opened) : refuse('sealed_account_unreadable');
}

/** As a server keeps it while it is needed. */
export function keepProposedAccount(sealer: Sealer, proposalId: string, proposed: ProposedAccount): Buffer {
  return sealText(sealer, about(proposalId), JSON.stringify(proposed));
}

/** Throws if it was altered, or is another proposal's. */
export function readProposedAccount(
  sealer: Pick<Sealer, 'secrets'>,
  proposalId: string,
  sealed: Buffer,
): ProposedAccount {
  return JSON.parse(openText(sealer, about(proposalId), sealed));
}

function about(proposalId: string): string {
  return `account-proposal:${proposalId}`;
}

const BATCH_MAX = 100;
const VERSION = sealedVersion(sql`account_sealed`);

/** What both servers keep of proposals in `account_proposals`, under the same key ring. */
export const PROPOSED_ACCOUNTS: KeyUse = {
  ring: 'text_encryption',
  what: 'proposed bank accounts',
  count: (executor) =>
    sql<VersionCount>`
      select ${VERSION} as version, count(*) as rows from account_proposals
      where account_sealed is not null group by 1 order by 1`.execute(executor),
  renewed: 'by_rekey',
  rewrite: keepAnew,
};

async function keepAnew({ db, ...sealer }: RekeyContext): Promise<number> {
  const { current } = sealer.secrets.keyRing('text_encryption');
  return inTransaction(db, async (tx) => {
    const found = await sql<{ proposal_id: string; account_sealed: Buffer }>`
      select proposal_id, account_sealed from account_proposals
      where account_sealed is not null and ${VERSION} <> ${current}
      order by proposal_id limit ${BATCH_MAX} for no key update`.execute(tx);
    for (const { proposal_id, account_sealed } of found.rows) {
      const proposed = readProposedAccount(sealer, proposal_id, account_sealed);
      await sql`
        update account_proposals set account_sealed = ${keepProposedAccount(sealer, proposal_id, proposed)}
        where proposal_id = ${proposal_id}`.execute(tx);
    }
    return found.rows.length;
  });
}
