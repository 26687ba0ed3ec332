import { beforeEach, describe, expect, test } from 'vitest';
import { expectAnswer, textOf } from '../../../bin/walkthrough/doors.ts';
import { answer, press, titled, touch } from '../actions.ts';
import { PHONE, type Visitor, viewsOf, WAIT } from '../browser.ts';
import { aStage } from '../stage.ts';
import { terminalsOf } from './terminals.ts';

const MEMBER = {
  number: '7389649236',
  phonePin: '816305',
  email: 'john@example.com',
  password: 'rain-in-itaewon-7',
};
const CARD = { number: '4242424242424242', expiry: '1290', code: '123' };
const IN_TAB = 'JSON.stringify(sessionStorage)';

/** A shop that takes no cash. */
const stage = aStage({ CASH_MAX: '0' });
const { anEnrolled } = terminalsOf(stage);

/** Each walk begins without a card. */
beforeEach(async () => {
  const { management } = stage.system.world;
  const { email, password } = MEMBER;
  const session = expectAnswer('log-in', await management.post('/v1/sessions', { email, password }), 201);
  const door = management.with(textOf(session.body, 'session_token'));
  const { body } = await door.get('/v1/payment-methods');
  for (const { payment_method_id } of body.payment_methods as { payment_method_id: string }[])
    await door.call('DELETE', `/v1/payment-methods/${payment_method_id}`);
});

/** A member logs in at a terminal and is on the payment provider's page, which on a busy machine may take its time. */
async function atCardPage(visitor: Visitor): Promise<void> {
  const { page, says, context, look } = visitor;
  await context.route('**/v1/card-entries/**', async (route) => {
    const response = await route.fetch();
    const { refresh, ...headers } = response.headers();
    expect(refresh).toMatch(/^180; url=.*\/terminal\?timed_out=yes$/);
    await route.fulfill({ response, headers });
  });
  await press(visitor, '선물 보내기', 'Send a gift');
  await answer(visitor, MEMBER.number);
  await answer(visitor, MEMBER.phonePin);
  await page.getByRole('button', { name: says('10,000원', '₩10,000'), exact: true }).click();
  await titled(visitor, '등록된 카드가 없어요', 'No cards on your account');
  await look('terminal-card-none');
  await press(visitor, '카드 등록하기', 'Add a card');
  await titled(visitor, '카드 등록', 'Add a card');
}

describe.each(viewsOf(PHONE))('a member at a terminal, on a $size in $locale', (view) => {
  test('adds a card that nobody there sees, and pays with it in the same session', async () => {
    const visitor = await anEnrolled(view);
    const { page, says, look } = visitor;
    await atCardPage(visitor);
    await look('terminal-card-page');
    await touch(page, CARD.number);
    await page.getByLabel(says('유효기간', 'Expiry date')).click();
    await touch(page, CARD.expiry);
    await page.getByLabel(says('보안 코드(CVC)', 'Security code')).click();
    await touch(page, CARD.code);
    await look('terminal-card-typed');
    const types = await page
      .locator('.field input')
      .evaluateAll((fields) => fields.map((field) => field.getAttribute('type')));
    expect(types).toEqual(['password', 'password', 'password']);
    await press(visitor, '카드 등록하기', 'Add card');

    await titled(visitor, '어느 카드로 결제하시겠어요?', 'Which card do you want to use?');
    expect(new URL(page.url()).search).toBe('');
    expect(await page.evaluate(IN_TAB)).toBe('{}');
    await look('terminal-card-added');
    await page.getByRole('button', { name: /4242/ }).click();
    await titled(visitor, '누구에게 보내시겠어요?', 'Who is it for?');
    await press(visitor, '처음으로', 'Start over');
    await titled(visitor, '무엇을 도와드릴까요?', 'What would you like to do?');
    await visitor.leave();
  });
});

describe('a member who adds no card', () => {
  test('is back at the same question, in the same session', async () => {
    const visitor = await anEnrolled(PHONE);
    await atCardPage(visitor);
    await visitor.page.getByRole('link', { name: '돌아가기' }).click();
    await titled(visitor, '등록된 카드가 없어요', '');
    expect(await visitor.page.evaluate(IN_TAB)).toBe('{}');
    await visitor.leave();
  });

  test('and has gone away is logged out when the page goes back by itself', async () => {
    const visitor = await anEnrolled(PHONE);
    const { page, context } = visitor;
    await atCardPage(visitor);
    const ended: number[] = [];
    context.on('response', (response) => {
      if (response.request().method() === 'DELETE' && response.url().endsWith('/v1/sessions/current'))
        ended.push(response.status());
    });
    await page.goto('/terminal?timed_out=yes');
    await titled(visitor, '무엇을 도와드릴까요?', '');
    await expect.poll(() => ended, WAIT).toEqual([204]);
    expect(await page.evaluate(IN_TAB)).toBe('{}');
    await page.reload();
    await titled(visitor, '무엇을 도와드릴까요?', '');
    await visitor.leave();
  });
});
