import { expect } from 'vitest';
import { newId } from '../../kit/ids.ts';
import { conservation } from '../../servers/management/books/conservation.ts';
import { driveDueShares } from '../../servers/management/groups/due-groups.ts';
import { type GroupView, groupView } from '../../servers/management/groups/group-view.ts';
import { type PlaceGroup, placeGroup } from '../../servers/management/groups/place-group.ts';
import type { ListRecipient } from '../../servers/management/groups/recipient-list.ts';
import { doneOf } from './gifts.ts';
import { CARD, MEMBER_ID, type TestManagement } from './management.ts';

/** Whom the shop knows, and whom only the carrier knows: 70,000 won in all. */
export const TWO: ListRecipient[] = [
  { phone: '010-9876-5432', name: '홍길동', amount_minor: 50_000n },
  { phone: '010 2222 3333', amount_minor: 20_000n },
];

/** Orders gifts for several; each name is looked up when the work that is due is done. */
export function placeSeveral(
  { context }: Pick<TestManagement, 'context'>,
  input: Partial<PlaceGroup> = {},
  groupId = newId(),
) {
  return placeGroup(context, groupId, MEMBER_ID, {
    shop_id: 'haneul',
    currency: 'KRW',
    payment_method_id: CARD,
    message: '함께해 주셔서 고맙습니다',
    recipients: TWO,
    ...input,
  });
}

/** The gifts of groups take every step that is due. */
export async function settleShares({ context }: Pick<TestManagement, 'context'>): Promise<void> {
  while ((await driveDueShares(context)) > 0);
}

/** Gifts for several with the payment as the test has said, and the names looked up if it is authorised. */
export async function aGroup(
  management: TestManagement,
  input: Partial<PlaceGroup> = {},
): Promise<GroupView> {
  const { group_id } = doneOf(await placeSeveral(management, input));
  await settleShares(management);
  return groupView(management.context.db, group_id, management.context.clock());
}

/** What a confirmation of these lines names; of all that have a name unless said otherwise. */
export function heard({ lines }: GroupView, ...chosen: number[]) {
  return lines.flatMap(({ line, order: { order_id, recipient } }) =>
    recipient?.read_back_id !== undefined && (chosen.length === 0 || chosen.includes(line))
      ? [{ order_id, read_back_id: recipient.read_back_id }]
      : [],
  );
}

/** At whatever point a test stops: the books hold, and settlement has taken at least what stands in them. */
export async function expectBooksToHold({ context, payments }: TestManagement): Promise<void> {
  const [books] = await conservation(context.db);
  expect(books?.holds ?? true).toBe(true);
  const captured = [...payments.values()].reduce((sum, { captured_minor }) => sum + captured_minor, 0);
  expect(captured).toBeGreaterThanOrEqual(Number(books?.issued_minor ?? 0n));
}
