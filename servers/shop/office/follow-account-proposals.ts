import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import {
  ACCOUNT_PROPOSALS_MAX,
  ACCOUNT_PROPOSALS_PATH,
  AccountProposal,
} from '../../../contracts/settlement-accounts.ts';
import { sql } from '../../../kit/db/sql.ts';
import { refusals } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';
import { askSettlement } from '../payments/ask-settlement.ts';
import type { PROPOSAL_STANDINGS } from './account-proposals.ts';

const { account, ...properties } = AccountProposal.properties;

/** As a newer settlement may tell it, too: with states and properties that this version doesn't know. */
const Told = Type.Object({
  proposals: Type.Array(
    Type.Object({
      ...properties,
      state: Type.String(),
      account: Type.Optional(Type.Object({ ...account.properties, state: Type.String() })),
    }),
    { maxItems: ACCOUNT_PROPOSALS_MAX },
  ),
});
type Proposal = Static<typeof Told>['proposals'][number];
type Standing = {
  proposal_id: string;
  received_at: string;
  state: (typeof PROPOSAL_STANDINGS)[number];
  since: string;
  reason: string | null;
};

/**
 * Asks settlement what became of the accounts that we asked for. What it no longer tells of, it has lost in a restore. A job.
 * Returns how many have changed.
 */
export async function followAccountProposals(context: ShopContext): Promise<number> {
  if (!context.parties.some(({ role }) => role === 'settlement')) return 0;
  const { db, clock, log } = context;
  const askedAt = clock();
  const answer = await askSettlement(context, ACCOUNT_PROPOSALS_PATH, refusals(), 'service_unavailable');
  if (!answer.ok) return 0;
  if (!Value.Check(Told, answer.value)) throw new Error('Settlement’s list of our requests is malformed.');
  const { proposals } = answer.value;
  const standings = proposals.flatMap(standingOf);
  const each = <T>(of: (standing: Standing) => T) => standings.map(of);
  const changed = await sql`
    update account_proposals a set state = t.state, since = t.since, reason = t.reason, account_sealed = null,
      sent_at = coalesce(a.sent_at, t.received_at)
    from unnest(${each(({ proposal_id }) => proposal_id)}::uuid[], ${each(({ state }) => state)}::text[],
      ${each(({ since }) => since)}::timestamptz[], ${each(({ reason }) => reason)}::text[],
      ${each(({ received_at }) => received_at)}::timestamptz[]) as t(proposal_id, state, since, reason, received_at)
    where a.proposal_id = t.proposal_id and a.confirmed_by is not null
      and (a.state, a.since, a.reason) is distinct from (t.state, t.since, t.reason)
    returning 1`.execute(db);
  const told = proposals.map(({ proposal_id }) => proposal_id);
  const known = await sql<{ proposal_id: string }>`
    select proposal_id from account_proposals where proposal_id = any(${told}::uuid[])`.execute(db);
  if (known.rows.length < told.length)
    log.warn(
      { count: told.length - known.rows.length },
      'settlement was asked to pay us to an account that this server does not know of',
    );
  // What is older than all that it tells is not among it, either.
  if (told.length === ACCOUNT_PROPOSALS_MAX) return changed.rows.length;
  const forgotten = await sql`
    update account_proposals set state = 'forgotten', since = ${askedAt}, reason = null
    where state in ('sent', 'taken_over', 'in_force') and sent_at < ${askedAt}
      and proposal_id <> all(${told}::uuid[]) returning 1`.execute(db);
  return changed.rows.length + forgotten.rows.length;
}

/** What is shown of it; nothing if it is in a state of a newer version. */
function standingOf({ proposal_id, state, received_at, decided_at, reason, account }: Proposal): Standing[] {
  const standing = (is: Standing['state'], since = received_at, why: string | null = null) => [
    { proposal_id, received_at, state: is, since, reason: why },
  ];
  if (state === 'waiting') return standing('sent');
  if (state === 'refused') return standing('refused', decided_at, reason ?? null);
  if (state === 'replaced') return standing('replaced', decided_at);
  if (state === 'outdated') return standing('forgotten');
  if (state !== 'taken_over') return [];
  if (account?.state === 'confirmed') return standing('in_force', account.decided_at);
  if (account?.state === 'refused') return standing('refused', account.decided_at, reason ?? null);
  if (account?.state === 'ended') return standing('ended', account.ended_at);
  return standing('taken_over', decided_at);
}
