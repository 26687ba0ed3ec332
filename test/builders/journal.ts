import {
  NOTICE_BATCH_BYTES_MAX,
  NOTICE_BATCHES_PATH,
  NOTICES_IN_BATCH_MAX,
} from '../../contracts/notices.ts';
import type { Executor, Tx } from '../../kit/db/transaction.ts';
import { newId } from '../../kit/ids.ts';
import { FreshRanges } from '../../kit/journal/fresh-ranges.ts';
import { RangeSender, type SenderContext } from '../../kit/journal/send.ts';
import { Sequencer, type SequencerContext } from '../../kit/journal/sequencer.ts';
import { writeFact } from '../../kit/journal/write.ts';

type JournalContext = Pick<SenderContext, 'db' | 'clock' | 'signingKey' | 'parties'>;

/** A server's sequencer; a test may want smaller ranges. */
export function sequencerOf(
  { db, clock, signingKey }: JournalContext,
  limits: Partial<Pick<SequencerContext, 'entriesMax' | 'bytesMax' | 'fresh'>> = {},
): Sequencer {
  return new Sequencer({
    db,
    clock,
    party: signingKey.party,
    entriesMax: NOTICES_IN_BATCH_MAX,
    bytesMax: NOTICE_BATCH_BYTES_MAX,
    ...limits,
  });
}

/** What sends its ranges, those of another process, to parties that were compared. */
export function rangeSenderOf(
  context: JournalContext,
  refused: SenderContext['refused'],
  isCompared: SenderContext['isCompared'] = () => true,
): RangeSender {
  return new RangeSender({
    ...context,
    path: NOTICE_BATCHES_PATH,
    refused,
    fresh: new FreshRanges(),
    isCompared,
  });
}

/** A fact for the sequencer: the n-th about its subject, after others that changed its value by as much. */
export function tellOf(
  executor: Executor,
  n: number,
  { party = 'management', subject = newId(), at = new Date(), delta_minor = 0n } = {},
) {
  const before_minor = delta_minor * BigInt(n - 1);
  // A statement alone is a transaction, too.
  return writeFact(executor as Tx, {
    party,
    kind: 'something_happened',
    fact_id: newId(),
    subject_id: subject,
    entry: { entry_no: BigInt(n), before_minor, delta_minor, after_minor: before_minor + delta_minor },
    content: { n },
    at,
  });
}
