/**
 * How long a table's rows are kept, and why: as long as `forgetJob` says (`N days: …`, `N hours: …`), as long as what they are about
 * (`while …`), or `for good: …`. One entry a table; `test/forgotten.test.ts` compares them with the databases.
 */
export type Kept = `for good: ${string}` | `while ${string}` | `${number} ${'days' | 'hours'}: ${string}`;
export type Retention = Readonly<Record<string, Kept>>;

/**
 * What a table says of people: its columns, and until when. Rows that are deleted take it with them; where rows stay, it is
 * erased (`erase.ts`), or stays for a reason. docs/retention.md tells privacy officers the same.
 */
export type Personal = Readonly<Record<string, { columns: string; until: string }>>;

/** The tables that every server has. */
export const KIT_RETENTION: Retention = {
  acknowledged_findings: 'for good: what staff said of what a restore left open',
  alarms: 'while something is wrong that staff are mailed about',
  audit_trail: 'for good: what staff did',
  book_checks: 'for good: one row for each check of the books',
  backup_outcomes: 'for good: one row for each kind of outcome',
  business_details: 'for good: what a business said of itself, and when',
  calls: 'for good: what another server was asked to do, and answered',
  dismissed_breaks: 'for good: what staff decided, and why',
  dismissed_notices: 'for good: what staff decided, and why',
  epochs: 'for good: when the database was restored',
  failing_work: 'while a job fails at it',
  idempotency_keys: "7 days: keys of strangers; others' for good, so that nothing is done twice",
  inbox: 'for good: what another server told, which money follows from',
  inbox_batches: 'for good: which of its batches were taken, so that none is taken twice',
  inbox_breaks: 'for good: where what a sender told does not follow what it told before',
  inbox_epochs: 'for good: which epochs each sender has named',
  inbox_positions: 'for good: how far each sender has come',
  inbox_senders: 'for good: how far each sender is applied',
  job_claims: '1 days: of rounds whose process died; others end with their round',
  journal:
    'for good: money, and what others were told; `JOURNAL_KEPT_DAYS` ends months that nothing needs any more',
  journal_carried: 'for good: what the facts of months that were dropped add up to',
  journal_dropped_months: 'for good: which months were dropped',
  journal_ids: 'for good: each fact once',
  journal_parties: 'for good: how far each party has come',
  journal_ranges: 'for good: what each party was told',
  journal_sequencer: 'for good: one row',
  least_kept: 'for good: one row',
  leases: 'for good: one row for each thing that one process does at a time',
  ledger_accounts: 'for good: money',
  ledger_balances: 'for good: money',
  ledger_entries: 'for good: money',
  ledger_transfers: 'for good: money',
  notice_batches: 'for good: what others were told before the journal',
  notice_queue: 'while it is on its way into the journal',
  notice_recipients: 'for good: how far each party had come before the journal',
  party_keys: 'for good: they prove what was signed',
  peer_nonces:
    '3 hours: after a request with that nonce would be refused for its age, in case a process’s clock is wrong',
  rate_limits: 'while not all uses are there again (`deleteEmptyCounters`)',
  pictures: 'for good: what was published',
  published_documents: 'for good: what people agreed to, in its versions',
  restore_findings: 'for good: what could not be had again after a restore',
  schema_migrations: 'for good: what was applied',
  schema_needs: 'for good: what a version must know to run',
  service_accounts: 'for good: whose tokens did what',
  service_tokens: 'for good: what staff gave to programs; digests only',
  signed_messages: 'for good: they prove what was agreed about money; their texts until they are erased',
  silent_parties: 'while a party does not answer',
  staff: 'for good: who did what; they leave with a date',
  staff_authenticators: 'for good: which second factor was there when',
  staff_known_browsers: '0 days: after they have expired',
  staff_notes: 'for good: what staff did about a gift, and why; the words until they are erased',
  staff_passkey_challenges: '0 days: after they have expired',
  staff_passkeys: 'for good: which second factor was there when',
  staff_recovery_codes: 'for good: which were used when; digests only',
  staff_resets: 'for good: what staff did to each other; digests only',
  staff_sessions: '30 days: so that their owners see them for a while after they end',
  staff_views: 'while its owner keeps it: filters of a list under a name',
  text_opt_outs: 'for good: who does not want texts from whom',
  text_submissions: '30 days: whether a provider had a text; no text',
  texts_heard: '7 days: so that a text from a phone that a provider repeats is read once',
  unapplied_notices: 'while they wait to be applied',
};

/** What every server's tables say of people. */
export const KIT_PERSONAL: Personal = {
  alarms: { columns: 'subject', until: 'until it is over: of a party, a job or a limit' },
  audit_trail: { columns: 'subject', until: 'for good: what staff looked at or did, by ids' },
  book_checks: { columns: 'check_name', until: 'for good: of a comparison of books' },
  business_details: { columns: 'name_ko name_en email', until: 'for good: of a business' },
  calls: { columns: 'body answer', until: 'EVIDENCE_KEPT_DAYS after its outcome was known' },
  idempotency_keys: { columns: 'body', until: 'PEOPLE_KEPT_DAYS after it was answered' },
  inbox: { columns: 'content', until: 'for good: what happened to a certificate; it names nobody' },
  journal: { columns: 'body reference', until: 'for good: what happened to a certificate; it names nobody' },
  leases: { columns: 'name', until: 'for good: of what one process does at a time' },
  notice_batches: { columns: 'body', until: 'for good: as the journal, before there was one' },
  notice_queue: { columns: 'content', until: 'for good: as the journal, before there was one' },
  schema_migrations: { columns: 'name', until: 'for good: of a file' },
  schema_needs: { columns: 'migration needs', until: 'for good: of files' },
  service_accounts: { columns: 'addresses', until: 'for good: from where programs of the owner call' },
  signed_messages: { columns: 'body', until: 'EVIDENCE_KEPT_DAYS after it arrived' },
  staff: { columns: 'name', until: 'for good: people who work here, and did what the audit trail says' },
  staff_notes: { columns: 'text', until: 'EVIDENCE_KEPT_DAYS after it was written' },
  staff_passkeys: { columns: 'name', until: 'for good: of a device of people who work here' },
  staff_sessions: { columns: 'address browser', until: '30 days after they ended' },
  staff_views: { columns: 'name', until: 'its owner deletes it: of a list; filters hold no phone numbers' },
  text_opt_outs: { columns: 'phone', until: 'for good: so that nobody who wants no texts gets any' },
  text_submissions: { columns: 'phone', until: '30 days after the text was begun' },
};
