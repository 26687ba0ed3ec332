import { addMs, DAY_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { isFromBeforeRestore } from '../../../kit/journal/epoch.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import {
  keepProposedAccount,
  type ProposedAccount,
  readProposedAccount,
} from '../../../kit/sealed-account.ts';
import { parseAccount } from '../../../kit/typed/bank-account.ts';
import { parseName } from '../../../kit/typed/name.ts';
import type { ShopContext } from '../context.ts';

/** For so long a second person may confirm what the first has entered. */
const CONFIRMED_WITHIN_MS = 3 * DAY_MS;

/**
 * How far a proposal has come. `confirmed`: it is on its way to settlement. `outdated`: it had not been sent when this server
 * was restored from a backup. From `sent` on it is what settlement says. `forgotten`: settlement was restored and no longer
 * knows it, or takes it over no more.
 */
export const PROPOSAL_STANDINGS = [
  ...['entered', 'confirmed', 'withdrawn', 'expired', 'outdated'],
  ...['sent', 'taken_over', 'in_force', 'refused', 'replaced', 'ended', 'forgotten'],
] as const;

export const ENTER_PROPOSAL_REFUSALS = refusals(
  'bank_account_invalid',
  'name_invalid',
  'wrong_state', // another one of this currency waits to be confirmed, or is on its way
);
export const CONFIRM_PROPOSAL_REFUSALS = refusals(
  'account_proposal_not_found',
  'wrong_state', // it was confirmed or withdrawn before, or has expired
  'from_before_restore', // what became of it since may be lost
  'other_person_needed', // whoever entered it
);
export const WITHDRAW_PROPOSAL_REFUSALS = refusals('account_proposal_not_found', 'wrong_state');

type Context = Pick<ShopContext, 'clock' | 'log'>;

/** Enters where the shop wants to be paid. Settlement hears of it once a second person has confirmed it. */
export async function enterProposal(
  context: Context & Pick<ShopContext, 'secrets' | 'random'>,
  tx: Tx,
  { staff_id, proposal_id }: { staff_id: string; proposal_id: string },
  { currency, account: written, holder: name }: ProposedAccount & { currency: string },
): Promise<Result<{ proposal_id: string }, RefusalOf<typeof ENTER_PROPOSAL_REFUSALS>>> {
  const account = parseAccount(written);
  if (!account.ok) return account;
  const holder = parseName(name);
  if (!holder.ok) return holder;
  const now = context.clock();
  await endOverdue(tx, now);
  const { kind, number } = account.value;
  const bank_code = account.value.kind === 'kr' ? account.value.bank_code : null;
  const sealed = keepProposedAccount(context, proposal_id, {
    account: bank_code === null ? { iban: number } : { bank_code, number },
    holder: holder.value,
  });
  const entered = await sql`
    insert into account_proposals (proposal_id, currency, kind, bank_code, last4, account_sealed, state, since, entered_by,
      entered_at, expires_at)
    values (${proposal_id}, ${currency}, ${kind}, ${bank_code}, ${number.slice(-4)}, ${sealed}, 'entered', ${now},
      ${staff_id}, ${now}, ${addMs(now, CONFIRMED_WITHIN_MS)})
    on conflict (currency) where state in ('entered', 'confirmed') do nothing returning 1`.execute(tx);
  if (entered.rows.length === 0) return refuse('wrong_state');
  context.log.warn({ proposal_id }, 'another bank account was entered for our payouts');
  return done({ proposal_id });
}

/** A second person confirms an account. It is sent to settlement by `sendAccountProposals`. */
export async function confirmProposal(
  { clock, log }: Context,
  tx: Tx,
  staffId: string,
  proposalId: string,
): Promise<Result<{ proposal_id: string }, RefusalOf<typeof CONFIRM_PROPOSAL_REFUSALS>>> {
  const now = clock();
  const found = await lockEntered(tx, proposalId);
  if (!found.ok) return found;
  const { entered_by, expires_at, is_outdated } = found.value;
  if (expires_at <= now) return refuse('wrong_state');
  if (is_outdated) return refuse('from_before_restore');
  if (entered_by === staffId) return refuse('other_person_needed');
  await sql`
    update account_proposals set state = 'confirmed', since = ${now}, confirmed_by = ${staffId}, confirmed_at = ${now}
    where proposal_id = ${proposalId}`.execute(tx);
  log.warn({ proposal_id: proposalId }, 'another bank account was confirmed for our payouts');
  return done({ proposal_id: proposalId });
}

/** Any owner may withdraw what nobody has confirmed yet, also whoever entered it. */
export async function withdrawProposal(
  { clock }: Context,
  tx: Tx,
  staffId: string,
  proposalId: string,
): Promise<Result<{ proposal_id: string }, RefusalOf<typeof WITHDRAW_PROPOSAL_REFUSALS>>> {
  const found = await lockEntered(tx, proposalId);
  if (!found.ok) return found;
  await sql`
    update account_proposals set state = 'withdrawn', since = ${clock()}, withdrawn_by = ${staffId}, account_sealed = null
    where proposal_id = ${proposalId}`.execute(tx);
  return done({ proposal_id: proposalId });
}

type Entered = { state: string; entered_by: string; expires_at: Date; is_outdated: boolean };

async function lockEntered(
  tx: Tx,
  proposalId: string,
): Promise<Result<Entered, 'account_proposal_not_found' | 'wrong_state'>> {
  const found = await sql<Entered>`
    select state, entered_by, expires_at, ${isFromBeforeRestore(sql`entered_at`)} as is_outdated
    from account_proposals where proposal_id = ${proposalId} for update`.execute(tx);
  const [proposal] = found.rows;
  if (proposal === undefined) return refuse('account_proposal_not_found');
  return proposal.state === 'entered' ? done(proposal) : refuse('wrong_state');
}

/** What nobody confirmed in time, and what had not been sent when the database was restored, goes nowhere any more. */
export async function endOverdue(executor: Executor, now: Date): Promise<void> {
  await sql`
    update account_proposals set since = ${now}, account_sealed = null,
      state = case when ${isFromBeforeRestore(sql`entered_at`)} then 'outdated' else 'expired' end
    where state in ('entered', 'confirmed')
      and ((state = 'entered' and expires_at <= ${now}) or ${isFromBeforeRestore(sql`entered_at`)})`.execute(
    executor,
  );
}

const SHOWN_MAX = 50;

/** The accounts that were asked for last, the latest first. Whose each is shows until settlement has it. */
export async function listProposals(
  executor: Executor,
  sealer: Pick<ShopContext, 'secrets'>,
  staffId: string,
) {
  const found = await sql<{
    proposal_id: string;
    currency: string;
    bank_code: string | null;
    last4: string;
    account_sealed: Buffer | null;
    state: (typeof PROPOSAL_STANDINGS)[number];
    since: Date;
    reason: string | null;
    entered_by: string;
    entered_at: Date;
    expires_at: Date;
    confirmed_by: string | null;
    is_own: boolean;
  }>`
    select a.proposal_id, a.currency, a.bank_code, a.last4, a.account_sealed, a.state, a.since, a.reason,
      e.login as entered_by, a.entered_at, a.expires_at, c.login as confirmed_by, a.entered_by = ${staffId} as is_own
    from account_proposals a join staff e on e.staff_id = a.entered_by left join staff c on c.staff_id = a.confirmed_by
    order by a.entered_at desc, a.proposal_id desc limit ${SHOWN_MAX}`.execute(executor);
  return found.rows.map(({ account_sealed, ...proposal }) => ({
    ...proposal,
    holder:
      account_sealed === null
        ? null
        : readProposedAccount(sealer, proposal.proposal_id, account_sealed).holder,
    since: proposal.since.toISOString(),
    entered_at: proposal.entered_at.toISOString(),
    expires_at: proposal.expires_at.toISOString(),
  }));
}
