import {
  NOTICE_BATCH_BYTES_MAX,
  NOTICE_BATCHES_PATH,
  NOTICES_IN_BATCH_MAX,
} from '../../contracts/notices.ts';
import type { Executor } from '../../kit/db/transaction.ts';
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

/** What sends its ranges, those of another process unless `fresh` says otherwise. */
export function rangeSenderOf(
  context: JournalContext,
  refused: SenderContext['refused'],
  fresh = new FreshRanges(),
): RangeSender {
  return new RangeSender({ ...context, path: NOTICE_BATCHES_PATH, refused, fresh });
}

/** A fact for the sequencer: the n-th about its subject. */
export function tellOf(
  tx: Executor,
  n: number,
  { party = 'management', subject = newId(), at = new Date() } = {},
) {
  return writeFact(tx, {
    party,
    kind: 'something_happened',
    fact_id: newId(),
    subject_id: subject,
    entry: { entry_no: BigInt(n), before_minor: 0n, delta_minor: 0n, after_minor: 0n },
    content: { n },
    at,
  });
}
