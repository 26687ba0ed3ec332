import type { MadeCalls } from '../../../../contracts/made-calls.ts';
import { sql } from '../../../../kit/db/sql.ts';
import type { Executor } from '../../../../kit/db/transaction.ts';
import type { Purpose } from '../../peer-calls.ts';

/** What changes a certificate at its shop, or a payment through it. Looking up a member changes nothing. */
const MADE_CALLS: Purpose[] = [
  'register',
  'correct',
  'accept',
  'cancel',
  'freeze',
  'unfreeze',
  'charge_back',
  'authorise',
  'capture',
  'void',
  'refund',
  'authorise_group',
  'capture_group',
  'void_group',
  'refund_left',
];
const CALLS_MAX = 50;
const NO_CALL = '00000000-0000-0000-0000-000000000000';

type Row = {
  call_id: string;
  method: string;
  path: string;
  body: string;
  settled_at: Date | null;
  status: number | null;
  answer: string | null;
};

/** What management had done at a shop since then, in the order of the answers. What was forgotten is not among it. */
export async function listMadeCalls(
  executor: Executor,
  party: string,
  { since, after = NO_CALL }: { since: Date; after: string | undefined },
): Promise<MadeCalls> {
  const found = await sql<Row>`
    select call_id, method, path, body, settled_at, status, answer from calls
    where party = ${party} and state = 'done' and purpose = any(${MADE_CALLS}) and forgotten_at is null
      and settled_at >= ${since}::timestamptz and (settled_at, call_id) > (${since}::timestamptz, ${after}::uuid)
    order by settled_at, call_id limit ${CALLS_MAX}`.execute(executor);
  const calls = found.rows.flatMap(({ settled_at, status, answer, ...call }) =>
    settled_at === null || status === null || answer === null
      ? []
      : { ...call, settled_at: settled_at.toISOString(), status, answer },
  );
  return { calls };
}
