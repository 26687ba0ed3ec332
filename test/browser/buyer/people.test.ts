import { describe, test } from 'vitest';
import { buy } from '../../../bin/walkthrough/gift.ts';
import { addCard, CARDS, CAST, logIn } from '../../../bin/walkthrough/people.ts';
import { press, titled } from '../actions.ts';
import { PHONE, viewsOf } from '../browser.ts';
import { aStage } from '../stage.ts';
import { enterAsBuyer, go } from './actions.ts';

const stage = aStage();

describe.each([...viewsOf(PHONE)])('on a $size in $locale', (view) => {
  test('a buyer marks a favourite, notes a birthday, follows the reminder’s link, and reads the receipt', async () => {
    const buyer = await logIn(stage.system.world);
    const card = await addCard(buyer, CARDS.approved);
    const orderId = await buy(buyer, card, { phone: CAST.atCarrierOnly.phone });
    const visitor = await stage.visitor(view, 'management');
    const { page, says, look, leave } = visitor;
    await enterAsBuyer(visitor);
    await page
      .getByRole('button', { name: says('박*연 님 즐겨찾기·생일', 'Favourite and birthday: 박*연') })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('switch', { name: says('즐겨찾기', 'Favourite') }).check();
    await dialog.getByLabel(says('생일 (월)', 'Birthday: month')).selectOption('2');
    await dialog.getByLabel(says('일', 'Day'), { exact: true }).selectOption('29');
    await dialog.getByLabel(says('생일 7일 전에 알림 받기', 'Remind me 7 days before')).check();
    await look('buyer-person');
    await press(visitor, '저장', 'Save');
    await page.getByText(says('생일 2월 29일', 'Birthday: 29 Feb')).waitFor();
    await look('buyer-home-favourite');

    await page.goto(`/give/to/${orderId}`);
    await titled(visitor, '어느 상점의 상품권을 선물할까요?', 'Choose a shop');

    await page.goto(`/gifts/${orderId}`);
    await go(visitor, '영수증', 'Receipt');
    await titled(visitor, '영수증', 'Receipt');
    await page.getByText('000-00-00001').first().waitFor();
    await look('buyer-receipt');
    // Loaded anew, so that nothing moves that a printer's page never showed.
    await page.emulateMedia({ media: 'print' });
    await page.reload();
    await page.getByText('000-00-00001').first().waitFor();
    await page.getByRole('button', { name: says('인쇄하기', 'Print') }).waitFor({ state: 'hidden' });
    await look('buyer-receipt-printed');
    await leave();
  });
});
