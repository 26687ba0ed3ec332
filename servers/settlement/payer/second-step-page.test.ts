import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../kit/db/sql.ts';
import type { App } from '../../../kit/http/app.ts';
import { anEvidence } from '../../../test/builders/base.ts';
import { aSettlement, PAYEE, PAYER } from '../../../test/builders/settlement.ts';
import { createSettlementApp } from '../app.ts';
import { authorise } from '../payments/authorise.ts';

const BACK = 'http://management.test/give/order';

let settlement: Awaited<ReturnType<typeof aSettlement>>;
let app: App;
beforeAll(async () => {
  settlement = await aSettlement();
  app = await createSettlementApp(settlement.context);
});
afterAll(async () => {
  await app?.close();
  await settlement?.base.drop();
});

/** The path of the page at which the payer enters the code that their bank sent. */
async function aStep(return_url?: string): Promise<string> {
  const found = await sql<{ payment_method_id: string }>`
    select payment_method_id from payment_methods where last4 = '3155'`.execute(settlement.base.db);
  const asked = await authorise(settlement.context, {
    ...{ paymentId: randomUUID(), payerParty: 'management', evidence: anEvidence() },
    input: {
      ...{ order_id: randomUUID(), payer_reference: PAYER, payee: PAYEE, amount_minor: 10_000 },
      ...{ currency: 'KRW', payment_method_id: found.rows[0]?.payment_method_id ?? '' },
      ...(return_url === undefined ? {} : { return_url }),
    },
  });
  if (!asked.ok) throw new Error(asked.code);
  return new URL(asked.value.action_url ?? '').pathname;
}
const open = (path: string) => app.inject({ method: 'GET', url: path });
const submit = (path: string) =>
  app.inject({
    method: 'POST',
    url: path.replace('/v1', ''),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: settlement.context.publicUrl,
      'sec-fetch-site': 'same-origin',
    },
    payload: new URLSearchParams({ key: randomUUID(), code: '123 456' }).toString(),
  });

test('the page of a second step can be left, and opened again when it is done', async () => {
  const step = await aStep(BACK);
  const page = await open(step);
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain(`href="${BACK}"`);
  const answers = [await submit(step), await open(step)];
  for (const { statusCode, headers } of answers) expect([statusCode, headers.location]).toEqual([303, BACK]);
});

test('the page of a payer whom nobody waits for is closed when the step is done', async () => {
  const step = await aStep();
  expect((await open(step)).body).not.toContain('class="button quiet"');
  expect((await submit(step)).statusCode).toBe(200);
  expect((await open(step)).statusCode).toBe(404);
});
