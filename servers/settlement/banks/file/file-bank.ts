import { isCurrency } from '../../../../kit/money.ts';
import type { Bank } from '../port.ts';
import type { BankFiles } from './bank-files.ts';
import { creditTransfers, type Debtor } from './credit-transfers.ts';
import { readReports } from './read-reports.ts';

/**
 * A bank that is reached by files of ISO 20022, which staff or a program of theirs carry to the bank and back. A batch is on
 * its way once its file was taken.
 */
export function fileBank({ name, debtor }: { name: string; debtor: Debtor }, files: BankFiles): Bank {
  return {
    name,
    is_test: false,
    takes: isCurrency,
    async send(batch) {
      const { batch_id: file_id, created_at } = batch;
      const file = { file_id, bank: name, name: `${name}-${file_id}.xml`, created_at };
      const isTaken = await files.offer({ ...file, body: creditTransfers(debtor, batch) });
      return { kind: isTaken ? 'done' : 'waiting' };
    },
    read: readReports,
  };
}
