import { createHash } from 'node:crypto';
import { sql } from '../../../../kit/db/sql.ts';
import type { Db } from '../../../../kit/db/transaction.ts';
import { openText, type Sealer, sealText } from '../../../../kit/sealed-text.ts';

export type FileToBank = { file_id: string; bank: string; name: string; body: Buffer; created_at: Date };

/** Where files for banks lie until staff take them there. */
export type BankFiles = {
  /** Puts a file there, once. Returns whether it is on its way to the bank. */
  offer(file: FileToBank): Promise<boolean>;
};

/** In the database, which every process can reach. */
export function bankFiles({ db, ...sealer }: Sealer & { db: Db }): BankFiles {
  return {
    async offer({ file_id, bank, name, body, created_at }) {
      await sql`
        insert into bank_files (file_id, bank, direction, name, digest, body_sealed, created_at)
        values (${file_id}, ${bank}, 'to_bank', ${name}, ${digestOf(body)}, ${sealFile(sealer, file_id, body)}, ${created_at})
        on conflict (file_id) do nothing`.execute(db);
      const found = await sql<{ is_taken: boolean }>`
        select taken_at is not null as is_taken from bank_files where file_id = ${file_id}`.execute(db);
      return found.rows[0]?.is_taken === true;
    },
  };
}

export function sealFile(sealer: Sealer, fileId: string, body: Buffer): Buffer {
  return sealText(sealer, `bank-file:${fileId}`, body.toString('utf8'));
}

export function openFile(sealer: Pick<Sealer, 'secrets'>, fileId: string, sealed: Buffer): string {
  return openText(sealer, `bank-file:${fileId}`, sealed);
}

export function digestOf(body: Buffer): Buffer {
  return createHash('sha256').update(body).digest();
}
