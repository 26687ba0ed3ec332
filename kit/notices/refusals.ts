import { Counter, type Registry } from 'prom-client';
import type { Logger } from '../log.ts';

/** `party` is the other side: who sent the batch, or who refused it. */
export type RefusedBatch = {
  party: string;
  batch_no: number | bigint;
  problem: string;
  /** The other members of the refusal, such as the number expected. */
  more?: Readonly<Record<string, unknown>> | undefined;
};

/**
 * How a server tells its operator that a batch was refused, on either side: in its log, and at `/metrics`. Until the
 * cause is gone, all notices of that sender wait behind the batch.
 */
export function refusedBatchReporter(registry: Registry, log: Logger): (refused: RefusedBatch) => void {
  const counter = new Counter({
    name: 'notice_batches_refused_total',
    help: 'Refused batches of notices, by the server at the other side and the problem.',
    labelNames: ['party', 'problem'],
    registers: [registry],
  });
  return ({ party, batch_no, problem, more }) => {
    counter.inc({ party, problem });
    log.error({ party, batch_no: String(batch_no), problem, ...more }, 'a batch of notices was refused');
  };
}
