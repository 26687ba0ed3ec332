import { acceptByLink, buy } from '../walkthrough/gift.ts';
import { addCard, CARDS, CAST, logIn, Phone, type World } from '../walkthrough/people.ts';
import { PIN, type Templates } from './gifts.ts';

/** Two gifts, bought through the doors: the recipient accepts the first. */
export async function buyTemplates(world: World): Promise<Templates> {
  const buyer = await logIn(world);
  const card = await addCard(buyer, CARDS.approved);
  const recipient = { phone: CAST.memberOfShop.phone };
  const phone = new Phone(world.sandbox, recipient.phone);
  const accepted = await buy(buyer, card, recipient);
  await acceptByLink(world, phone, PIN);
  return { accepted, offered: await buy(buyer, card, recipient) };
}
