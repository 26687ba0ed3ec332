import type { Client } from 'pg';
import { expect } from 'vitest';
import type { Visitor } from '../browser.ts';

/** The use that was reported last seems not to have been applied, and its batch seems to follow another one. */
async function spoil(database: Client, orderId: string): Promise<void> {
  await database.query(
    `insert into unapplied_notices (sender, batch_no, line_no, lines, notice_id, kind, subject_id, reason, problem, attempts,
       first_seen_at, next_attempt_at)
     select b.sender, b.batch_no, 1, 1, gen_random_uuid(), 'certificate_redeemed', $1, 'failed', 'SQLSTATE P0001', 4, now(),
       '2099-01-01'
     from certificate_uses u join inbox_batches b using (batch_no) where u.order_id = $1`,
    [orderId],
  );
  // A break is shown with the batch before it, of which this sender has none yet.
  await database.query(
    `insert into inbox_batches (sender, batch_no, digest, evidence_id, received_at, notice_count)
     select sender, batch_no - 1, digest, evidence_id, received_at, notice_count
     from inbox_batches order by batch_no limit 1`,
  );
  await database.query(
    `insert into inbox_breaks (sender, batch_no, held_digest, named_digest, expected_position, named_position, found_at)
     select sender, batch_no + 1, '\\x01', '\\x02', 1, 2, now() from inbox_batches order by batch_no limit 1`,
  );
}

/** What is booked already is not booked again by a replay. */
export async function replayAndDismiss(
  { page, says, look }: Visitor,
  database: Client,
  orderId: string,
): Promise<void> {
  await spoil(database, orderId);
  await page.goto('/console/notices');
  const replay = page.getByRole('button', { name: says('다시 반영', 'Replay') });
  await replay.waitFor();
  await page.getByRole('button', { name: says('종결', 'Dismiss') }).waitFor();
  await look('console-notices');
  await replay.click();
  await page.getByText(says('모두 반영했어요', 'Everything has been applied')).waitFor();
  const uses = await database.query('select 1 from certificate_uses where order_id = $1', [orderId]);
  expect(uses.rowCount).toBe(1);
}

/** A dead letter is tried again, and there is nothing left to do. */
export async function retryFailedWork(
  { page, says, look }: Visitor,
  database: Client,
  orderId: string,
): Promise<void> {
  await database.query(
    `insert into failing_work (job, subject_id, party, failures, first_failed_at, next_attempt_at, problem, dead_at)
     values ('unanswered', $1, 'haneul', 20, now(), now(), 'SQLSTATE P0001', now())`,
    [orderId],
  );
  await page.goto('/console/failed-work');
  await page.getByText(says('기한 안에 응답이 없는 선물', 'Gift not answered in time')).waitFor();
  await look('console-failed-work');
  await page.getByRole('button', { name: says('재시도', 'Retry') }).click();
  await page.getByText(says('실패한 작업이 없어요', 'Nothing has failed')).waitFor();
}
