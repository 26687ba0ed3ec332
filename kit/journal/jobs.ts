import type { Job } from '../jobs.ts';
import { type DropContext, dropMonthsJob } from './drop-months.ts';
import { journalMonthsJob } from './months.ts';
import { Sequencer, type SequencerContext } from './sequencer.ts';

/** The most that is in a range, where nobody is sent any and so no contract says it. */
const ENTRIES_MAX = 500;
const BYTES_MAX = 1024 * 1024;

/** How often what was written is put in order: others wait for it, or nobody does, and then ranges are fewer and larger. */
const ORDER_MS = 100;
const OWN_ORDER_MS = 1_000;

type JournalContext = DropContext &
  Pick<SequencerContext, 'party'> &
  Partial<Pick<SequencerContext, 'entriesMax' | 'bytesMax' | 'fresh'>>;

/** What every server does for its journal: it makes months ahead of time, puts what was written in order, and drops old months. */
export function journalJobs(context: JournalContext): Job[] {
  const sequencer = new Sequencer({ entriesMax: ENTRIES_MAX, bytesMax: BYTES_MAX, ...context });
  const every_ms = context.entriesMax === undefined ? OWN_ORDER_MS : ORDER_MS;
  return [
    journalMonthsJob(context),
    dropMonthsJob(context),
    { name: 'journal_order', every_ms, round: () => sequencer.round() },
  ];
}
