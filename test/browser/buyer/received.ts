import { buy, waitForState } from '../../../bin/walkthrough/gift.ts';
import type { World } from '../../../bin/walkthrough/people.ts';
import { press, titled, touch } from '../actions.ts';
import type { Visitor } from '../browser.ts';
import { buyerOf, type Person } from './account.ts';
import { go } from './actions.ts';

const PIN = '918264';

/** A gift to the member's own number waits in their account, is accepted from there, and can be used. */
export async function acceptReceived(
  world: World,
  visitor: Visitor,
  person: Person,
  card: string,
): Promise<void> {
  const { page, says, look } = visitor;
  const list = () => page.getByRole('navigation', { name: says('선물', 'Gifts'), exact: true });
  await page.goto('/gifts');
  await list()
    .getByRole('link', { name: says('받은 선물', 'Received') })
    .click();
  await page.getByText(says('아직 받은 선물이 없어요', 'No gifts yet')).waitFor();
  await look('buyer-received-none');

  const buyer = await buyerOf(world, person);
  const id = await buy(buyer, card, { self: true }, { amount_minor: 10_000 });
  await page.reload();
  await page.getByText(says(`${person.name} 님이 보낸 선물`, `From ${person.name}`)).waitFor();
  await page.getByText(says('수락 대기 중', 'Pending acceptance')).waitFor();
  await look('buyer-received');
  await press(visitor, '선물 확인하고 받기', 'View and accept');
  await titled(visitor, '선물이 도착했어요', 'A gift for you');
  await go(visitor, '선물 받기', 'Accept gift');
  await titled(visitor, '비밀번호를 정해 주세요', 'Choose a PIN');
  await touch(page, PIN + PIN);
  await press(visitor, '이 비밀번호로 받기', 'Accept with this PIN');
  await titled(visitor, '선물을 받았어요', 'Gift accepted');
  await waitForState(buyer, id, 'accepted');

  await page.goto('/gifts/received');
  await page.getByText(says('사용 가능', 'Ready to use')).waitFor();
  await page.getByRole('link', { name: says('잔액과 쓸 수 있는 곳', 'Balance and stores') }).waitFor();
  await look('buyer-received-accepted');
}
