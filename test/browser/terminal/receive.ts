import { expect } from 'vitest';
import { Phone, type World } from '../../../bin/walkthrough/people.ts';
import { answer, press, titled, touch } from '../actions.ts';
import type { Visitor } from '../browser.ts';
import { codesIn, printsOf } from '../prints.ts';
import { digitsOf, PIN } from './actions.ts';

export async function receive(world: World, visitor: Visitor, phone: string): Promise<void> {
  const { page, says, look } = visitor;
  await press(visitor, '받은 선물 찾기', 'Find my gift');
  await touch(page, digitsOf(phone));
  await look('terminal-phone');
  await page.locator('.pad .key-done').click();
  await answer(visitor, '111222');
  await page.locator('.refused').waitFor();
  await touch(page, PIN);
  expect(await page.content()).not.toContain(PIN);
  await look('terminal-pin');
  await page.locator('.pad .key-done').click();
  await titled(visitor, '어느 상품권을 받으시겠어요?', 'Which one?');
  await look('terminal-found');
  await page
    .getByRole('button', { name: says('50,000원', '₩50,000') })
    .first()
    .click();
  await titled(visitor, '어떻게 받으시겠어요?', 'How would you like it?');
  await look('terminal-how');

  await press(visitor, '종이로 받기', 'On paper');
  await titled(visitor, '상품권을 가져가세요', 'Take your certificate');
  const [print] = await printsOf(page);
  const codes = await codesIn(print);
  expect(codes).toEqual([expect.stringMatching(/^[0-9]{16}$/), expect.stringMatching(/^[0-9]{16}$/)]);
  expect(codes[0]).toBe(codes[1]);
  await look('terminal-printed');

  await press(visitor, '다른 방법으로 받기', 'Another way');
  await press(visitor, '화면으로 보기', 'On this screen');
  await page.getByText(codes[0]?.replace(/(.{4})(?=.)/g, '$1 ') ?? '').waitFor();
  await look('terminal-shown');

  const handset = new Phone(world.sandbox, phone);
  await handset.glance();
  await press(visitor, '다른 방법으로 받기', 'Another way');
  await press(visitor, '휴대전화로 받기', 'On my phone');
  await titled(visitor, '휴대전화로 보냈어요', 'Sent to your phone');
  const text = await handset.waitFor(/\/certificate$/);
  expect(digitsOf(text)).not.toContain(codes[0]);
  await look('terminal-sent');
  await press(visitor, '완료', 'Done');
}
