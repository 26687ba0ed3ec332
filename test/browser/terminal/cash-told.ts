import type { BrowserContextOptions } from 'playwright-core';
import type { View, Visitor } from '../browser.ts';
import { enterAsBuyer } from '../buyer/actions.ts';
import { enterConsole } from '../operator/actions.ts';
import { enter, OWNER } from '../staff-door.ts';
import type { Stage } from '../stage.ts';

/** What buyer, owner and operator see of a gift that was paid in cash, cancelled, and given back. */
export async function seeCashTold(
  stage: Stage,
  view: View,
  orderId: string,
  more: BrowserContextOptions,
): Promise<void> {
  const buyer = await stage.visitor(view, 'management', more);
  await enterAsBuyer(buyer);
  await buyer.page.goto(`/gifts/${orderId}`);
  await told(buyer, 'buyer-gift-cash');
  await buyer.page.goto(`/gifts/${orderId}/receipt`);
  await told(buyer, 'buyer-receipt-cash');
  await buyer.leave();

  // Staff's pages are made for 390 pixels and more.
  const office = await stage.visitor(view, 'shop');
  const { page, says } = office;
  await page.goto('/office/cash');
  await enter(office, OWNER);
  // In a table's cell, or on a phone beside a label.
  await page
    .getByText(says('돌려드림', 'Returned'), { exact: true })
    .and(page.locator('td, dd'))
    .first()
    .waitFor();
  await told(office, 'office-cash');
  await office.leave();

  const operator = await stage.visitor(view, 'management');
  await operator.page.goto('/console');
  await enterConsole(operator, 'operator');
  await operator.page.goto(`/console/gifts/${orderId}`);
  await told(operator, 'console-gift-cash');
  await operator.leave();
}

async function told({ page, says, look }: Visitor, name: string): Promise<void> {
  await page.getByText(says('현금', 'cash')).and(page.locator(':visible')).first().waitFor();
  await look(name);
}
