import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK, type Visitor, viewsOf } from './browser.ts';
import { atOperator, atSettlement, enter, OWNER } from './staff-door.ts';
import { aStage, type Part } from './stage.ts';

const stage = aStage();

type Server = {
  part: Extract<Part, 'management' | 'settlement' | 'shop'>;
  page: string;
  login: string;
  password: string;
  /** Two findings of the first kind, and one of the second. */
  kinds: readonly [string, string];
  titles: readonly [ko: string, en: string];
  /** To how many subjects of these three there is a link, and to what kind of page. */
  links: number;
  leadsTo: string;
};

const SERVERS: readonly Server[] = [
  {
    ...{ part: 'management', page: '/console/restore', ...atOperator('operator') },
    kinds: ['message_not_restored', 'member_not_restored'],
    titles: ['메시지가 사라진 선물', 'Gifts without their message'],
    ...{ links: 2, leadsTo: 'gifts' },
  },
  {
    ...{
      part: 'settlement',
      page: '/console/restore',
      ...atSettlement('treasurer'),
    },
    kinds: ['payout_maybe_sent', 'acquirer_reference_not_restored'],
    titles: ['은행이 이미 보냈을 수 있는 지급', 'Payouts the bank may already have made'],
    ...{ links: 1, leadsTo: 'payments' },
  },
  {
    ...{ part: 'shop', page: '/office/restore', ...OWNER },
    kinds: ['entry_not_restored', 'hand_over_not_restored'],
    titles: ['알린 적이 없는 상품권 내역', 'Certificate entries that were never reported'],
    ...{ links: 3, leadsTo: 'certificates' },
  },
];

const databases = new Map<string, Client>();
beforeAll(async () => {
  for (const { part } of SERVERS) {
    const client = new Client({
      connectionString: stage.system.stack.databases.get(part)?.ownerDatabaseUrl,
    });
    await client.connect();
    databases.set(part, client);
  }
});
afterAll(async () => {
  for (const client of databases.values()) await client.end();
});

/** A restore that is over, with what it left open. */
async function restored({ part, kinds: [many, one] }: Server): Promise<void> {
  const database = databases.get(part);
  await database?.query(
    `insert into epochs (epoch_no, epoch_id, began_at, reason, reconciled_at, lost_since)
     select max(epoch_no) + 1, gen_random_uuid(), now() - interval '10 minutes', 'restored', now() - interval '9 minutes',
       now() - interval '2 hours' from epochs`,
  );
  await database?.query(
    `insert into restore_findings (epoch_no, kind, party, subject_id, about, found_at)
     select (select max(epoch_no) from epochs), kind, 'shop:haneul', gen_random_uuid(), about, now()
     from unnest($1::text[], $2::text[]) as f(kind, about)`,
    [
      [many, many, one],
      ['', '', 'member number 1234567890'],
    ],
  );
}

async function settle({ page, says }: Visitor, reason: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(says('사유', 'Reason')).fill(reason);
  await dialog.getByRole('button', { name: says('처리', 'Settle') }).click();
  await dialog.waitFor({ state: 'hidden' });
}

describe.each(viewsOf(DESK))('on a $size in $locale,', (view) => {
  test.each(SERVERS)('staff of $part see what a restore left open, and settle it', async (server) => {
    await restored(server);
    const visitor = await stage.visitor(view, server.part);
    const { page, says, look } = visitor;
    await page.goto(server.page);
    await enter(visitor, server);
    const title = says(...server.titles);
    await page.getByRole('heading', { name: title }).waitFor();
    const links = page.locator(`main a[href*="/${server.leadsTo}/"]`);
    expect(await links.count()).toBe(server.links);
    await look(`restore-${server.part}`);

    await page.getByRole('button', { name: says('모두 처리', 'Settle all') }).click();
    await look(`restore-${server.part}-settle`);
    await settle(visitor, 'looked at both');
    await page.getByText('looked at both').first().waitFor();
    await page.getByRole('button', { name: view.locale === 'ko' ? /항목 처리$/ : /^Settle finding/ }).click();
    await settle(visitor, 'done by hand');
    await page.getByText('done by hand').waitFor();
    expect(await page.getByRole('button', { name: says('처리', 'Settle') }).count()).toBe(0);
    const left = await databases.get(server.part)?.query(
      `select 1 from restore_findings f where epoch_no = (select max(epoch_no) from epochs) and not exists (
         select from acknowledged_findings a where a.finding_no = f.finding_no)`,
    );
    expect(left?.rowCount).toBe(0);
    await look(`restore-${server.part}-settled`);
  });
});
