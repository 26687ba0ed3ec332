import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { aBase } from '../../test/builders/base.ts';
import { addMs, DAY_MS, MINUTE_MS } from '../clock.ts';
import { sql } from '../db/sql.ts';
import type { Job } from '../jobs.ts';
import type { Mail } from '../mail/smtp.ts';
import { METRICS_UNREAD } from '../metrics/measure.ts';
import type { SendOutcome } from '../texts/port.ts';
import type { Locale } from '../words/index.ts';
import { ALARMS } from './every-server.ts';
import type { Look } from './holding.ts';
import { alarmJob } from './tell.ts';

const base = await aBase('shop');
afterAll(() => base.drop());

const DEAD = 'seonmul_dead_letters';
const SENT: SendOutcome = { kind: 'submitted', provider_message_ids: [] };
let mails: Mail[];
let outcome: SendOutcome;
/** What the metrics say. */
let values: Look['values'];

beforeEach(async () => {
  [mails, outcome, values] = [[], SENT, new Map()];
  await sql`delete from alarms`.execute(base.db);
  // Whoever had it is gone.
  pass(DAY_MS);
});

function pass(ms: number): void {
  base.time.now = addMs(base.time.now, ms);
}

/** A process of the server. */
function aProcess(locale: Locale = 'en'): Job {
  return alarmJob(base, ALARMS, async (now) => ({ at_ms: now.getTime(), values }), {
    ...{ server: 'shop:haneul', to: ['a@example.com', 'b@example.com'], locale },
    mailer: {
      async send(mail) {
        if (outcome.kind === 'submitted') mails.push(mail);
        return outcome;
      },
    },
  });
}

function deadLetters(...jobs: string[]): void {
  values = new Map([[DEAD, jobs.map((job_name) => ({ labels: { job_name }, value: 1 }))]]);
}

const to = () => mails.map((mail) => mail.to);

describe('mails to staff', () => {
  test('come when something begins, daily while it is so, and when it is over, once each', async () => {
    const [one, other] = [aProcess(), aProcess()];
    const rounds = async () => {
      await one.round();
      await other.round();
    };
    await rounds();
    expect(mails).toEqual([]);
    deadLetters('texts');
    await rounds();
    await rounds();
    expect(to()).toEqual(['a@example.com', 'b@example.com']);
    expect(mails[0]?.subject).toBe('shop:haneul: A job gave up on something and needs staff');
    expect(mails[0]?.text).toContain('(SeonmulDeadLetters: job_name=texts)');
    expect(mails[0]?.text).toContain('docs/production/runbooks/SeonmulDeadLetters.md');
    mails = [];
    for (let passed = 0; passed < DAY_MS; passed += 4 * MINUTE_MS) {
      pass(4 * MINUTE_MS);
      await rounds();
    }
    expect(mails.map(({ subject }) => subject)).toEqual(Array(2).fill('shop:haneul: still open: 1'));
    mails = [];
    deadLetters();
    await rounds();
    expect(mails).toEqual([]);
    pass(6 * MINUTE_MS);
    await rounds();
    await rounds();
    expect(mails[0]?.subject).toBe('shop:haneul: resolved: A job gave up on something and needs staff');
    expect(mails).toHaveLength(2);
    expect((await sql`select 1 from alarms`.execute(base.db)).rows).toEqual([]);
  });

  test('are sent by another process when the one that sent them is gone', async () => {
    const [one, other] = [aProcess(), aProcess()];
    deadLetters('texts');
    await one.round();
    mails = [];
    deadLetters('texts', 'payouts');
    await other.round();
    expect(mails).toEqual([]);
    pass(2 * MINUTE_MS);
    await other.round();
    expect(mails).toHaveLength(2);
    expect(mails[0]?.text).toContain('job_name=payouts');
    expect(mails[0]?.text).not.toContain('job_name=texts');
  });

  test('wait until a condition has held for its time; what ends before that is never told', async () => {
    const job = aProcess();
    const silent = (value: number) => {
      values = new Map([
        ['seonmul_silent_parties', value === 0 ? [] : [{ labels: { party: 'management' }, value }]],
      ]);
    };
    silent(3);
    await job.round();
    pass(6 * MINUTE_MS);
    silent(0);
    await job.round();
    silent(3);
    await job.round();
    pass(4 * MINUTE_MS);
    await job.round();
    expect(mails).toEqual([]);
    for (let i = 0; i < 3; i++) {
      pass(3 * MINUTE_MS);
      await job.round();
    }
    expect(mails[0]?.text).toContain('SeonmulPartySilent: party=management');
  });

  test('that can’t be sent hold up nothing and are tried again, later and later', async () => {
    const job = aProcess();
    deadLetters('texts');
    outcome = { kind: 'not_sent', reason: 'ECONNREFUSED' };
    await job.round();
    outcome = SENT;
    await job.round();
    expect(mails).toEqual([]);
    pass(2 * MINUTE_MS);
    await job.round();
    expect(mails).toHaveLength(2);
  });

  test('say nothing is over while it can’t be read', async () => {
    const job = aProcess();
    deadLetters('texts');
    await job.round();
    mails = [];
    values = new Map([[METRICS_UNREAD.name, [{ labels: { metric: 'seonmul_failing_work' }, value: 1 }]]]);
    for (let i = 0; i < 4; i++) {
      pass(4 * MINUTE_MS);
      await job.round();
    }
    expect(mails.filter(({ subject }) => subject.includes('over'))).toEqual([]);
    deadLetters();
    pass(MINUTE_MS);
    await job.round();
    pass(6 * MINUTE_MS);
    await job.round();
    expect(mails.some(({ text }) => text.includes('Resolved:'))).toBe(true);
  });

  test('are one for all, in the language that was chosen, and bounded however much is wrong', async () => {
    const job = aProcess('ko');
    deadLetters(...Array.from({ length: 500 }, (_, i) => `job_${i}`));
    await job.round();
    expect(mails).toHaveLength(2);
    expect(mails[0]?.subject).toBe('shop:haneul: 작업이 포기한 일이 담당자를 기다려요 외 19건');
    expect(mails[0]?.html).toContain('<html lang="ko">');
    const rows = await sql<{ n: bigint }>`select count(*) as n from alarms`.execute(base.db);
    expect(rows.rows[0]?.n).toBe(20n);
  });
});
