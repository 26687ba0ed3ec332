type Exception = { tables: readonly string[]; why: string };

const BOOKS = 'Adds up all the books, which is the point; asked for by staff.';
const KEYS = 'Looks at every row under an old key, by --keys and --rekey.';
const RESTORES = 'One row each time that the database is restored.';
const OUTSTANDING = 'What is outstanding now, over all certificates, for the office.';

/** Statements that may read all of a table that grows, by file, and why. */
export const READ_WHOLE: Readonly<Record<string, Exception>> = {
  'kit/db/measure-database.ts': { tables: ['pg_authid'], why: 'The roles of the cluster, which are few.' },
  'servers/management/books/conservation.ts': { tables: ['ledger_transfers'], why: BOOKS },
  'servers/settlement/books/conservation.ts': { tables: ['payments', 'payouts'], why: BOOKS },
  'servers/settlement/books/read-books.ts': {
    tables: ['ledger_accounts', 'ledger_balances', 'ledger_transfers'],
    why: BOOKS,
  },
  'servers/shop/books/conservation.ts': {
    tables: [
      'certificates',
      'certificate_balances',
      'certificate_entries_before',
      'holds',
      'journal_carried',
      'ledger_accounts',
      'ledger_transfers',
      'redemptions_before',
      'reversals_before',
    ],
    why: BOOKS,
  },
  'servers/management/groups/due-groups.ts': {
    tables: ['order_groups', 'group_lines'],
    why: 'Asks for which shops shares are due; the planner takes a third of those planned to be due, and few are.',
  },
  'servers/management/key-uses.ts': { tables: ['members', 'messages', 'closed_members'], why: KEYS },
  'servers/settlement/key-uses.ts': { tables: ['bank_files'], why: KEYS },
  'servers/shop/key-uses.ts': { tables: ['certificates', 'messages'], why: KEYS },
  'kit/ledger/prove-ledger.ts': {
    tables: ['ledger_accounts', 'ledger_balances', 'ledger_entries', 'ledger_transfers'],
    why: 'Proves the whole ledger, in a restored copy or when somebody asks for it.',
  },
  'kit/db/schema-state.ts': {
    tables: ['schema_needs'],
    why: 'One row for each migration that takes something away.',
  },
  'servers/settlement/restore/restore-references.ts': {
    tables: ['payments'],
    why: 'Once after a restore, while the server does no business.',
  },
  'servers/management/restore/finish-orders.ts': {
    tables: ['voice_dials', 'order_groups'],
    why: 'Once after a restore, while the server does no business.',
  },
  'servers/management/restore/restore-order.ts': {
    tables: ['orders'],
    why: 'Once after a restore, while the server does no business.',
  },
  'servers/management/restore/restore-members.ts': {
    tables: ['calls'],
    why: 'Once after a restore, while the server does no business.',
  },
  'servers/management/restore/restore-payouts.ts': {
    tables: ['certificate_uses'],
    why: 'Once for each payout that was asked for after the backup.',
  },
  'servers/carrier/restore/lost.ts': {
    tables: ['subscribers'],
    why: 'Once after a restore, while the server does no business.',
  },
  'servers/management/console/search-orders.ts': {
    tables: ['orders'],
    why: 'Staff filter the newest gifts, which are read backwards until a page is full; a rare filter reads further.',
  },
  'servers/management/console/list-messages.ts': {
    tables: ['messages'],
    why: 'Staff filter the newest messages, which are read backwards until a page is full; a rare filter reads further.',
  },
  'kit/staff/audit.ts': {
    tables: ['audit_trail'],
    why: 'Staff filter the newest lines, which are read backwards until a page is full; a rare filter reads further.',
  },
  'kit/business/documents.ts': {
    tables: ['published_documents'],
    why: 'One row each time that terms or another document is published.',
  },
  'kit/restore/reconcile.ts': { tables: ['epochs'], why: RESTORES },
  'servers/settlement/payee-accounts/decide-account.ts': {
    tables: ['epochs'],
    why: RESTORES,
  },
  'servers/settlement/payee-accounts/list-proposals.ts': {
    tables: ['epochs'],
    why: RESTORES,
  },
  'servers/settlement/payee-accounts/decide-proposal.ts': {
    tables: ['epochs'],
    why: RESTORES,
  },
  'kit/limits.ts': {
    tables: ['rate_limits'],
    why: 'Which counters are full again; an index on the time would be written at each use of a limit.',
  },
  'servers/management/console/person-limits.ts': {
    tables: ['rate_limits'],
    why: 'How many keys each limit blocks now; counters that block nobody are deleted.',
  },
  'servers/management/orders/uses/doubtful-notices.ts': {
    tables: ['doubtful_notices', 'doubtful_notices_taken'],
    why: 'What staff are to look at: few, unless a shop lies.',
  },
  'servers/management/disputes/list-disputes.ts': {
    tables: ['disputes'],
    why: 'Staff filter the newest disputes by how they stand; there are few.',
  },
  'servers/settlement/disputes/list-disputes.ts': {
    tables: ['disputes'],
    why: 'Staff filter the newest disputes by state, and the open ones are counted; there are few.',
  },
  'servers/settlement/reconciliation/list.ts': {
    tables: ['differences'],
    why: 'Staff filter the newest differences; there are few, unless an acquirer lies.',
  },
  'servers/settlement/console/attention.ts': {
    tables: ['differences', 'disputes'],
    why: 'Those that are open are counted for the staff; there are few.',
  },
  'servers/settlement/payouts/list.ts': {
    tables: ['payouts'],
    why: 'Staff filter the newest payouts by payee and state; there is one a shop and day.',
  },
  'servers/settlement/console/payments.ts': {
    tables: ['payments'],
    why: 'Staff filter the newest payments by status; nearly all have the same one.',
  },
  'servers/shop/members/members.ts': {
    tables: ['members'],
    why: "The office pages through its members, and searches by a name's beginning.",
  },
  'servers/shop/office/account-proposals.ts': {
    tables: ['epochs'],
    why: RESTORES,
  },
  'servers/shop/office/cash.ts': {
    tables: ['cash_payments'],
    why: 'The office pages through what was paid in cash, which is little beside cards.',
  },
  'servers/shop/office/clerk-openings.ts': {
    tables: ['clerk_openings'],
    why: 'The office pages through openings by clerks, which are few.',
  },
  'servers/shop/office/read-statement.ts': {
    tables: ['certificates', 'journal_carried', 'cash_payments'],
    why: OUTSTANDING,
  },
  'servers/shop/office/trends.ts': {
    tables: ['certificates', 'certificate_balances'],
    why: OUTSTANDING,
  },
};
