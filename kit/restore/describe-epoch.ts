import type { Executor } from '../db/transaction.ts';
import { readEpoch } from '../journal/epoch.ts';
import { listFindings } from './findings.ts';

const FINDINGS_MAX = 1_000;

/** For whoever restored it, in the terminal. */
export async function describeEpoch(executor: Executor): Promise<string> {
  const { epoch_no, reason, party, began_at, reconciled_at } = await readEpoch(executor);
  const findings = await listFindings(executor, epoch_no, { limit: FINDINGS_MAX });
  const why = {
    made: 'the database was made',
    restored: 'the database was restored, as it was told',
    held_by_party: `the database was restored: ${party} holds what it had told`,
  }[reason];
  return [
    `Epoch ${epoch_no} began at ${began_at.toISOString()}: ${why}.`,
    reconciled_at === null
      ? 'The server does no business yet: it lacks what other servers hold, and fetches it as soon as it runs.'
      : `Everything that other servers hold is here since ${reconciled_at.toISOString()}.`,
    ...findings.map(({ kind, subject_id, about, reason: said }) =>
      ['  ', kind, subject_id ?? '', about, said === null ? '' : `(looked at: ${said})`]
        .filter((part) => part !== '')
        .join(' '),
    ),
  ].join('\n');
}
