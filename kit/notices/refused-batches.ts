import type { Registry } from 'prom-client';
import type { Logger } from '../log.ts';
import { counter } from '../metrics/definition.ts';
import { counterOf } from '../metrics/measure.ts';

export const BATCHES_REFUSED = counter(
  'seonmul_notice_batches_refused_total',
  'Refused batches of notices, by the server at the other side and the problem.',
  ['party', 'problem'],
);

/** `party` is the other side: the batch's sender, or the receiver that refused it. */
export type RefusedBatch = {
  party: string;
  batch_no: number | bigint;
  problem: string;
  /** Other members of the refusal, such as the expected number. */
  more?: Readonly<Record<string, unknown>> | undefined;
};

/**
 * Reports batches refused by either side to the server's operator: in the log, and at `/metrics`. Until the cause is
 * fixed, all later notices of that sender wait behind the batch.
 */
export function refusedBatchReporter(registry: Registry, log: Logger): (refused: RefusedBatch) => void {
  const refused = counterOf(registry, BATCHES_REFUSED);
  return ({ party, batch_no, problem, more }) => {
    refused.inc({ party, problem });
    log.error({ party, batch_no: String(batch_no), problem, ...more }, 'a batch of notices was refused');
  };
}
