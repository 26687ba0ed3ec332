import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { Sealer } from '../../../kit/sealed-text.ts';
import { digestOf, openFile, sealFile } from '../banks/file/bank-files.ts';
import type { FiledReport } from '../banks/port.ts';
import type { SettlementContext } from '../context.ts';

export const BANK_FILE_REFUSALS = refusals('bank_file_not_found');
export const PUT_BANK_FILE_REFUSALS = refusals('bank_not_found', 'bank_file_unreadable');

type Direction = 'to_bank' | 'from_bank';

/** Files for banks and from them, newest first; with `before`, only those from before that one. */
export async function listBankFiles(
  executor: Executor,
  { direction, before, limit }: { direction: Direction; before?: string; limit: number },
) {
  const found = await sql<{
    file_id: string;
    bank: string;
    name: string;
    created_at: Date;
    taken_at: Date | null;
  }>`
    select file_id, bank, name, created_at, taken_at from bank_files
    where direction = ${direction} and ${before === undefined ? sql`true` : sql`file_id < ${before}`}
    order by file_id desc limit ${limit}`.execute(executor);
  return found.rows.map((file) => ({
    ...file,
    created_at: file.created_at.toISOString(),
    taken_at: file.taken_at?.toISOString() ?? null,
  }));
}

/** What a file for a bank says. */
export async function readBankFile(
  executor: Executor,
  sealer: Pick<Sealer, 'secrets'>,
  fileId: string,
): Promise<Result<{ name: string; body: string }, RefusalOf<typeof BANK_FILE_REFUSALS>>> {
  const found = await sql<{ name: string; body_sealed: Buffer }>`
    select name, body_sealed from bank_files where file_id = ${fileId} and direction = 'to_bank'`.execute(
    executor,
  );
  const [file] = found.rows;
  if (file === undefined) return refuse('bank_file_not_found');
  return done({ name: file.name, body: openFile(sealer, fileId, file.body_sealed) });
}

/** A file is on its way to the bank, and with it all payouts in it. Saying so twice changes nothing. */
export async function takeBankFile(
  { clock }: Pick<SettlementContext, 'clock'>,
  tx: Tx,
  staffId: string,
  fileId: string,
): Promise<Result<{ file_id: string; taken_at: string }, RefusalOf<typeof BANK_FILE_REFUSALS>>> {
  const now = clock();
  await sql`
    update bank_files set taken_at = ${now}, taken_by = ${staffId}
    where file_id = ${fileId} and direction = 'to_bank' and taken_at is null`.execute(tx);
  const found = await sql<{ taken_at: Date }>`
    select taken_at from bank_files
    where file_id = ${fileId} and direction = 'to_bank' and taken_at is not null`.execute(tx);
  const [file] = found.rows;
  if (file === undefined) return refuse('bank_file_not_found');
  // The job need not wait to see it.
  await sql`
    update payout_batches set due_at = ${now} where batch_id = ${fileId} and due_at is not null`.execute(tx);
  return done({ file_id: fileId, taken_at: file.taken_at.toISOString() });
}

/** Takes what a bank reports in a file, once. The job books it. */
export async function putBankFile(
  context: Pick<SettlementContext, 'clock' | 'banks' | 'secrets' | 'random'>,
  tx: Tx,
  staffId: string,
  { bank: name, body }: { bank: string; body: Buffer },
): Promise<Result<{ file_id: string; reports: number }, RefusalOf<typeof PUT_BANK_FILE_REFUSALS>>> {
  const bank = context.banks.find(name);
  if (bank?.read === undefined) return refuse('bank_not_found');
  const reports = bank.read(body);
  if (reports === undefined) return refuse('bank_file_unreadable');
  const [file_id, digest, now] = [newId(), digestOf(body), context.clock()];
  const put = await sql`
    insert into bank_files (file_id, bank, direction, name, digest, body_sealed, created_at, staff_id)
    values (${file_id}, ${name}, 'from_bank', ${`${name}-${file_id}.xml`}, ${digest}, ${sealFile(context, file_id, body)}, ${now},
      ${staffId})
    on conflict (bank, direction, digest) do nothing returning 1`.execute(tx);
  if (put.rows.length > 0) await writeReports(tx, { file_id, bank: name, now }, reports);
  return done({
    file_id: put.rows.length > 0 ? file_id : await fileOf(tx, name, digest),
    reports: reports.length,
  });
}

async function fileOf(executor: Executor, bank: string, digest: Buffer): Promise<string> {
  const found = await sql<{ file_id: string }>`
    select file_id from bank_files where bank = ${bank} and direction = 'from_bank' and digest = ${digest}`.execute(
    executor,
  );
  const [file] = found.rows;
  if (file === undefined) throw new Error('A file that is there can’t be found.');
  return file.file_id;
}

async function writeReports(
  tx: Tx,
  { file_id, bank, now }: { file_id: string; bank: string; now: Date },
  reports: readonly FiledReport[],
): Promise<void> {
  const each = <T>(of: (report: FiledReport) => T) => reports.map(of);
  await sql`
    insert into bank_reports (report_id, file_id, bank, reference, of_batch, kind, amount_minor, currency, reason, due_at)
    select report_id, ${file_id}, ${bank}, reference, of_batch, kind, amount_minor, currency, reason, ${now}::timestamptz
    from unnest(${each(() => newId())}::uuid[], ${each(({ id }) => id)}::uuid[],
      ${each(({ of }) => of === 'batch')}::boolean[], ${each(({ kind }) => kind)}::text[],
      ${each(({ money }) => money?.amount_minor ?? null)}::bigint[], ${each(({ money }) => money?.currency ?? null)}::char(3)[],
      ${each(({ reason }) => reason ?? null)}::text[])
      as r(report_id, reference, of_batch, kind, amount_minor, currency, reason)`.execute(tx);
}
