-- An entry takes its account from the balance row that it changes in the same statement, and that row refers to the account;
-- its transfer is read or written in the statement, too. Nobody may delete any of them, so a second look at both for each
-- entry finds nothing that could be missing (ADR 40).
alter table ledger_entries
  drop constraint ledger_entries_account_id_fkey,
  drop constraint ledger_entries_transfer_id_fkey;
