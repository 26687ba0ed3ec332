import {
  NOTICE_BATCH_BYTES_MAX,
  NOTICE_BATCHES_PATH,
  NOTICES_IN_BATCH_MAX,
} from '../../contracts/notices.ts';
import { RangeSender, type SenderContext } from '../../kit/journal/send.ts';
import { Sequencer, type SequencerContext } from '../../kit/journal/sequencer.ts';

type JournalContext = Pick<SenderContext, 'db' | 'clock' | 'signingKey' | 'parties'>;

/** A server's sequencer; a test may want smaller ranges. */
export function sequencerOf(
  { db, clock, signingKey }: JournalContext,
  limits: Partial<Pick<SequencerContext, 'entriesMax' | 'bytesMax'>> = {},
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

/** What sends its ranges. */
export function rangeSenderOf(context: JournalContext, refused: SenderContext['refused']): RangeSender {
  return new RangeSender({ ...context, path: NOTICE_BATCHES_PATH, refused });
}
