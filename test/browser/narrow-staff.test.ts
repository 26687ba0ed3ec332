import type { Locator } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { acceptByLink, buy, open, redeem, waitForState } from '../../bin/walkthrough/gift.ts';
import {
  addCard,
  addTerminal,
  CARDS,
  CAST,
  enrolTerminal,
  logIn,
  Phone,
} from '../../bin/walkthrough/people.ts';
import { NARROW, seenIn } from './narrow.ts';
import { atOperator, atSettlement, enter, OWNER } from './staff-door.ts';
import { aStage } from './stage.ts';

const PIN = '739258';
const DOORS = [
  ['management', '/console', atOperator('operator')],
  ['settlement', '/console', atSettlement('treasurer')],
  ['shop', '/office', OWNER],
] as const;

const stage = aStage();

/** A gift that is partly used, and one that was refunded. */
beforeAll(async () => {
  const { world } = stage.system;
  const buyer = await logIn(world);
  const card = await addCard(buyer, CARDS.approved);
  const { phone } = CAST.memberOfShop;
  await buy(buyer, card, { phone });
  await acceptByLink(world, new Phone(world.sandbox, phone), PIN);
  const terminal = await enrolTerminal(world, await addTerminal(world));
  await redeem(terminal, await open(terminal, phone, PIN), 20_000);
  const refunded = await buy(buyer, card, { phone: CAST.atCarrierOnly.phone });
  await buyer.door.post(`/v1/orders/${refunded}/cancellation`);
  await waitForState(buyer, refunded, 'refunded');
});

describe.each(['ko', 'en'] as const)('staff’s pages fit on 320 pixels: %s', (locale) => {
  test.each(DOORS)('%s', async (part, home, who) => {
    const tag = { ko: 'ko-KR', en: 'en-GB' }[locale];
    const visitor = await stage.visitor({ size: 'phone', locale }, part, { locale: tag, viewport: NARROW });
    const { page, look, says } = visitor;
    const seeAs = seenIn(locale, visitor);
    const see = (path: string) => seeAs(`${part}${path.replaceAll('/', '-')}`, path);
    await see(`${home}/account`);
    await enter(visitor, who);
    const links = page.locator('.mantine-AppShell-navbar a');
    await links.first().waitFor({ state: 'attached' });
    await page.getByRole('button', { name: says('메뉴', 'Menu'), exact: true }).click();
    await links.last().waitFor();
    await look(`narrow-${locale}-${part}-menu`);

    const places = await hrefsOf(links);
    expect(places.length).toBeGreaterThan(8);
    for (const place of [...places, `${home}/account`]) {
      await see(place);
      const [first] = await hrefsOf(page.locator('main .row-link'));
      if (first !== undefined) await seeAs(`${part}-one-of${place.replaceAll('/', '-')}`, first);
    }
    await visitor.leave();
  });
});

const hrefsOf = (links: Locator): Promise<string[]> =>
  links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
