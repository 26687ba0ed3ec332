import Type, { type Static } from 'typebox';
import { refusals } from '../kit/result.ts';
import { Currency, closed, Id, Timestamp } from './common.ts';

/** The bank accounts that settlement pays to. */

/** Entered by one person; confirmed or refused by another; ended once it is no longer paid to. */
export const ACCOUNT_STATES = ['entered', 'confirmed', 'refused', 'ended'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

/** GET payee-accounts (callers: a shop for itself): those that changed last, the latest first. */
export const PAYEE_ACCOUNTS_PATH = '/v1/peer/payee-accounts';
export const PAYEE_ACCOUNTS_MAX = 200;
export const PayeeAccount = closed({
  account_id: Id,
  currency: Currency,
  /** Of a Korean account; an IBAN names its bank itself. */
  bank_code: Type.Optional(Type.String({ maxLength: 10 })),
  last4: Type.String({ maxLength: 4 }),
  state: Type.Enum([...ACCOUNT_STATES]),
  entered_at: Timestamp,
  /** When it was confirmed or refused. */
  decided_at: Type.Optional(Timestamp),
  ended_at: Type.Optional(Timestamp),
});
export const PayeeAccounts = closed({ accounts: Type.Array(PayeeAccount) });

/**
 * POST account-proposals (callers: a shop for itself): an account that two people of the shop want it to be paid to. It moves
 * nothing: settlement's staff take it over or refuse it. One that still waits, of the same currency, is replaced. The account
 * is sealed for settlement (`kit/sealed-account.ts`). GET: those that changed last, the latest first.
 */
export const ACCOUNT_PROPOSALS_PATH = '/v1/peer/account-proposals';
export const ACCOUNT_PROPOSALS_MAX = 200;

export const ProposeAccount = closed({
  proposal_id: Id,
  currency: Currency,
  sealed_account: Type.String({ minLength: 1, maxLength: 4_096 }),
});
export type ProposeAccount = Static<typeof ProposeAccount>;

export const PROPOSE_ACCOUNT_REFUSALS = refusals(
  'sealed_account_unreadable',
  'bank_account_invalid',
  'name_invalid',
  'wrong_state', // another shop's proposal has this id
);

/**
 * `taken_over`: entered as an account, whose own state says whether it is paid to. `replaced`: by a later one of the same
 * currency. `outdated`: it waited when settlement was restored from a backup, and is taken over no more.
 */
export const PROPOSAL_STATES = ['waiting', 'taken_over', 'refused', 'replaced', 'outdated'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export const AccountProposal = closed({
  proposal_id: Id,
  state: Type.Enum([...PROPOSAL_STATES]),
  received_at: Timestamp,
  decided_at: Type.Optional(Timestamp),
  /** Why staff refused it, or the account that was made of it; or why that is no longer paid to. */
  reason: Type.Optional(Type.String({ maxLength: 200 })),
  /** Of the account that was made of it. */
  account: Type.Optional(
    closed({
      account_id: Id,
      state: Type.Enum([...ACCOUNT_STATES]),
      decided_at: Type.Optional(Timestamp),
      ended_at: Type.Optional(Timestamp),
    }),
  ),
});
export type AccountProposal = Static<typeof AccountProposal>;
export const AccountProposals = closed({ proposals: Type.Array(AccountProposal) });

/**
 * GET ended-accounts at a shop (callers: settlement, after a restore): the accounts of which settlement has told the shop that
 * they are no longer paid to, those that ended last first.
 */
export const ENDED_ACCOUNTS_PATH = '/v1/peer/ended-accounts';
export const EndedAccounts = closed({
  accounts: Type.Array(closed({ account_id: Id, ended_at: Timestamp }), { maxItems: PAYEE_ACCOUNTS_MAX }),
});
