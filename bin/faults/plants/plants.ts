import { withBooks } from '../judge/books.ts';
import type { Judge } from '../judge/judge.ts';
import type { People } from '../load/people.ts';
import type { Finding } from '../record/checks.ts';
import type { RecordReader } from '../record/record.ts';
import type { FaultSystem } from '../system/system.ts';
import { ACTING_PLANTS, LIMIT_IGNORED } from './acting-plants.ts';
import type { Plant } from './plant.ts';
import { ROW_PLANTS } from './row-plants.ts';

/** The first need what was sent just now; what was guessed stays in the record. */
export const PLANTS: readonly Plant[] = [...ACTING_PLANTS, ...ROW_PLANTS, LIMIT_IGNORED];

type Running = { system: FaultSystem; people: People; judge: Judge; record: RecordReader };

/** What a plant was found by; undefined if there was nothing to plant it in. */
export async function plant(
  { edit, act }: Plant,
  { system, people, judge, record }: Running,
): Promise<Finding[] | undefined> {
  await act?.({ system, people });
  return withBooks(system.connect, async (books) => {
    const seen = record.read();
    const edited = edit === undefined ? seen : await edit({ books, record: seen });
    return edited && judge.judge(books, { all: true, record: edited });
  });
}

/** Whether exactly the check that it was meant for has found it. */
export function isFoundBy({ check }: Plant, findings: readonly Finding[]): boolean {
  return findings.length > 0 && findings.every((finding) => finding.check === check);
}
