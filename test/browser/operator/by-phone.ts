import type { Client } from 'pg';
import { expect } from 'vitest';
import { newId } from '../../../kit/ids.ts';
import type { Visitor } from '../browser.ts';
import { wordsOfPdf } from '../pdf.ts';
import { heading } from './actions.ts';

/** Has the buyer told of their purchase by a second call, and the recipient not reached by any. */
export async function toldByPhone(database: Client, orderId: string): Promise<void> {
  const [busy, answered, dial] = [newId(), newId(), newId()];
  const told = await database.query<{ message_id: string; address: string }>(
    `update messages set channel = 'voice', state = 'delivered', delivered_at = created_at + interval '9 minutes'
     where subject_id = $1 and kind = 'buyer.purchase_complete' returning message_id, address`,
    [orderId],
  );
  const { message_id, address } = told.rows[0] ?? {};
  await database.query(
    `insert into voice_dials (dial_id, purpose, phone, state, asked_for, due_at, created_at)
     values ($1, 'news', $2, 'done', false, now(), now())`,
    [dial, address],
  );
  for (const [call, outcome, minutes] of [
    [busy, 'busy', 3],
    [answered, 'answered', 8],
  ] as const) {
    await database.query(
      `insert into voice_calls (call_id, line, direction, external_id, phone, dial_id, state, turn, turn_no, turn_at,
         started_at, ended_at)
       select $1, 'sandbox', 'out', $2, $3, $4, '{}', '{"say":[]}', 0, at, at, at
       from (select now() + $5 * interval '1 minute' as at) t`,
      [call, call, address, dial, minutes],
    );
    await database.query(
      'insert into voice_dial_outcomes (call_id, dial_id, outcome, at) values ($1, $2, $3, now())',
      [call, dial, outcome],
    );
    await database.query('insert into voice_call_messages (call_id, message_id) values ($1, $2)', [
      call,
      message_id,
    ]);
  }
  await database.query(
    `insert into voice_tellings (call_id, message_id, begun_at, heard_at)
     values ($1, $2, now() + interval '8 minutes', now() + interval '9 minutes')`,
    [answered, message_id],
  );
}

/** Nobody answered the calls about a gift, and its recipient takes no texts. */
async function giveUpCalls(database: Client, orderId: string): Promise<void> {
  // The walk of another view may have printed a letter.
  await database.query(`delete from journal where subject_id = $1 and kind = 'order_letter_printed'`, [
    orderId,
  ]);
  await database.query(`update orders set recipient_channel = 'voice' where order_id = $1`, [orderId]);
  await database.query(
    `insert into journal (at, party, kind, fact_id, subject_id, trace_id, body)
     select now(), 'management', 'order_calls_given_up', $2, order_id, repeat('0', 32), jsonb_build_object(
       'order_id', order_id, 'state_before', state, 'state_after', state, 'detail', '{"told_by_text": false}'::jsonb)
     from orders where order_id = $1`,
    [orderId, newId()],
  );
}

export async function seeCallsAndPrintLetter(
  { page, says, look }: Visitor,
  database: Client,
  orderId: string,
): Promise<void> {
  await page.goto(`/console/gifts/${orderId}`);
  const told = says('구매자에게: 구매 완료', 'To buyer: purchase complete');
  await page.getByRole('button', { name: told }).click();
  await page.getByText(says('통화 중 · 데모 전화', 'busy · demo phones')).waitFor();
  await page
    .getByText(says('통화됨 · 끝까지 들음 · 데모 전화', 'answered · heard to the end · demo phones'))
    .waitFor();
  await look('console-gift-calls');

  await giveUpCalls(database, orderId);
  await page.goto('/console/stuck');
  await page.getByText(says('우편 안내문을 보내 주세요.', 'Send a letter.')).first().waitFor();
  await page.goto(`/console/gifts/${orderId}`);
  await page.getByText(says('멈춘 주문이에요', 'This order is stuck')).waitFor();
  await look('console-gift-letter');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: says('우편 안내문 저장 (PDF)', 'Save letter (PDF)') }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await saved).createReadStream()) chunks.push(chunk);
  const letter = await wordsOfPdf(Buffer.concat(chunks));
  expect(letter).toContain(orderId);
  // In full, which the page never shows.
  expect(letter).toContain('최지우');
  const printed = page.getByRole('button', { name: says('우편 안내문 출력', 'Letter printed') });
  await printed.first().click();
  // To print it again.
  await page.getByRole('button', { name: says('우편 안내문 저장 (PDF)', 'Save letter (PDF)') }).waitFor();
  expect(await page.getByText(says('멈춘 주문이에요', 'This order is stuck')).count()).toBe(0);
}

/** Has somebody called who wants to join by telephone. */
export async function registerByTelephone({ page, says, look, view }: Visitor): Promise<void> {
  await page.goto('/console/telephone');
  await heading(page, says('전화 회원 만들기', 'Register by telephone'));
  const call = page.getByRole('button', { name: says('지금 전화 걸기', 'Call now') });
  await call.click();
  await page.getByText(says('필수 항목이에요.', 'Fill in this field.')).first().waitFor();
  await page.getByLabel(says('이름', 'Name'), { exact: true }).fill('박영희');
  const phone = page.getByLabel(says('전화번호', 'Phone number'), { exact: true });
  await phone.fill('010-1234-5678');
  await call.click();
  await page.getByText(says('가입한 회원이 이미 있어요.', 'already exists.')).waitFor();
  expect(await phone.inputValue()).toBe('010-1234-5678');
  await look('console-telephone-wrong');
  // A number of its own in each view, since a number is called so often only.
  await phone.fill(`02-555-${view.size === 'phone' ? 8 : 7}${view.locale === 'ko' ? 1 : 2}00`);
  await call.click();
  await page.getByText(says('전화를 걸고 있어요', 'Calling 02-***-')).waitFor();
  expect(await phone.inputValue()).toBe('');
  await look('console-telephone');
}
