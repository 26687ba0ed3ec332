import { answer, press, titled } from '../actions.ts';
import type { Visitor } from '../browser.ts';

const MEMBER = { number: '2985091195', phonePin: '739258' };

/** A member logs in and chooses an amount. */
export async function beginToBuy(visitor: Visitor): Promise<void> {
  const { page, says, look } = visitor;
  await press(visitor, '선물 보내기', 'Send a gift');
  await answer(visitor, MEMBER.number);
  await answer(visitor, MEMBER.phonePin);
  await titled(visitor, '얼마를 선물하시겠어요?', 'How much would you like to give?');
  await look('terminal-amount');
  await page.getByRole('button', { name: says('10,000원', '₩10,000'), exact: true }).click();
  await titled(visitor, '어떻게 결제하시겠어요?', 'How do you want to pay?');
  await look('terminal-pay-how');
}

/** Once it is paid for: a number that is nobody's first, and then the right one. */
export async function sayForWhom(visitor: Visitor): Promise<void> {
  const { page, look } = visitor;
  await titled(visitor, '누구에게 보내시겠어요?', 'Who is it for?');
  await answer(visitor, '01010102020');
  await page.locator('.refused').waitFor();
  for (let digit = 0; digit < 11; digit++) await page.keyboard.press('Backspace');
  await answer(visitor, '01077778888');
  await page.getByText('E*** C****').waitFor();
  await look('terminal-read-back');
  await press(visitor, '네, 맞아요', 'Yes, that’s right');
  await titled(visitor, '선물을 보냈어요', 'Your gift is on its way');
  await look('terminal-bought');
  await press(visitor, '확인', 'OK');
}

export async function buyAtTerminal(visitor: Visitor): Promise<void> {
  await beginToBuy(visitor);
  await visitor.page.getByRole('button', { name: /4242/ }).first().click();
  await sayForWhom(visitor);
}
