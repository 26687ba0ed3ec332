import { eventually, expectAnswer, textOf, Unexpected } from './doors.ts';
import { confirm, nameRecipient, offerToken, open, redeem } from './gift.ts';
import { addCard, type Buyer, CARDS, CAST, logIn, Phone, type Terminal, type World } from './people.ts';

/** Reports a step, with what was sent and answered. */
export type Report = (step: string, what: string, sent?: unknown, answered?: unknown) => void;

/** The main job, with the step numbers of the patent application's flow charts: Purchase 1-13, then Receipt 1-10. */
export async function playMainJob(
  world: World,
  terminal: Terminal,
  report: Report,
): Promise<{ buyer: Buyer; card: string }> {
  const { buyer, card, orderId } = await playPurchase(world, report);
  await playReceipt(world, terminal, buyer, orderId, report);
  return { buyer, card };
}

async function playPurchase(
  world: World,
  report: Report,
): Promise<{ buyer: Buyer; card: string; orderId: string }> {
  const buyer = await logIn(world);
  report('Purchase 1', 'the buyer connects by the web and logs in', 'e-mail address and password');
  const card = await addCard(buyer, CARDS.approved);
  const methods = await buyer.door.get('/v1/payment-methods');
  report('Purchase 2', 'management answers with name and masked payment account', undefined, {
    member: buyer.session.body.member,
    ...methods.body,
  });

  const order = {
    shop_id: 'haneul',
    amount_minor: 50_000,
    currency: 'KRW',
    payment_method_id: card,
    message: '생일 축하해요',
  };
  const placed = expectAnswer('Purchase 3-5', await buyer.door.post('/v1/orders', order), 201, {
    state: 'authorised',
  });
  const orderId = textOf(placed.body, 'order_id');
  report('Purchase 3', 'the buyer gives shop and amount', order);
  const timeline = (await buyer.door.get(`/v1/orders/${orderId}/timeline`)).body.events as { kind: string }[];
  report(
    'Purchase 4',
    'management asks settlement to authorise',
    timeline.find(({ kind }) => kind === 'ordered'),
  );
  report(
    'Purchase 5',
    'settlement answers',
    undefined,
    timeline.find(({ kind }) => kind === 'payment_authorised'),
  );

  report('Purchase 6', 'management asks for the recipient', undefined, { state: placed.body.state });
  const recipient = { phone: CAST.memberOfShop.phone };
  report('Purchase 7', "the buyer gives the recipient's number", recipient);
  const named = expectAnswer('Purchase 8-10', await nameRecipient(buyer, orderId, recipient), 200, {
    state: 'awaiting_confirmation',
  });
  const { masked_name } = named.body.recipient as { masked_name: string };
  if (masked_name !== CAST.memberOfShop.masked) throw new Unexpected(`the name read back is ${masked_name}`);
  const lookedUp = (await buyer.door.get(`/v1/orders/${orderId}/timeline`)).body.events as { kind: string }[];
  const readBack = lookedUp.find(({ kind }) => kind === 'name_read_back');
  report('Purchase 8', "management asks the shop's members first, then the carrier", {
    phone: '010-****-5432',
  });
  report('Purchase 9', 'the shop server knows the name', undefined, readBack);
  report('Purchase 10', 'the masked name is read back', undefined, named.body.recipient);

  await buyer.phone.glance();
  const confirmed = expectAnswer('Purchase 11-13', await confirm(buyer, named), 200, { state: 'offered' });
  const { read_back_id } = named.body.recipient as { read_back_id: string };
  report('Purchase 11', 'the buyer confirms', { read_back_id });
  const complete = await buyer.phone.waitFor(/50,000원/);
  report('Purchase 12', 'the payment is captured and the buyer is told', undefined, complete);
  report('Purchase 13', 'the certificate is registered at the shop server', undefined, {
    state: confirmed.body.state,
  });
  return { buyer, card, orderId };
}

async function playReceipt(
  world: World,
  terminal: Terminal,
  buyer: Buyer,
  orderId: string,
  report: Report,
): Promise<void> {
  const { phone: number } = CAST.memberOfShop;
  const phone = new Phone(world.sandbox, number);
  const arrived = await phone.waitFor(/\/g\/offer_/);
  report(
    'Receipt 1',
    'the recipient is told by text message',
    undefined,
    arrived.replace(/offer_[\w-]+/, 'offer_…'),
  );
  const token = offerToken(arrived);
  const offer = expectAnswer('the offer', await world.management.get(`/v1/offers/${token}`), 200, {
    state: 'waiting',
  });
  await buyer.phone.glance();
  const accepted = expectAnswer(
    'Receipt 2',
    await world.management.post(`/v1/offers/${token}/acceptance`, { pin: '739258' }),
    200,
    { state: 'accepted' },
  );
  report(
    'Receipt 2',
    'the recipient accepts and chooses a PIN',
    { offer: offer.body.sender_name, pin: '******' },
    { state: accepted.body.state },
  );
  report(
    'Receipt 3',
    'management gives the shop server number and PIN, sealed for it alone',
    { sealed_pin: 'JWE' },
    await buyer.phone.waitFor(/받|accepted/),
  );

  const opened = await open(terminal, number, '739258');
  report('Receipt 4', 'phone number and PIN are keyed into the terminal', { phone: number, pin: '******' });
  report('Receipt 5', 'the terminal asks the shop server', undefined);
  report(
    'Receipt 6',
    'which checks and answers with buyer, recipient and amount',
    undefined,
    opened.certificates,
  );
  const [certificate] = opened.certificates;
  const issued = await terminal.door.post('/v1/issues', {
    verification_token: opened.token,
    certificate_id: certificate?.certificate_id,
  });
  expectAnswer('Receipt 7', issued, 201, { print_no: 1 });
  const print = expectAnswer(
    'the print',
    await terminal.door.get(`/v1/issues/${textOf(issued.body, 'issue_id')}/print`),
    200,
  );
  report('Receipt 7', 'the terminal issues the certificate', undefined, {
    ...print.body,
    certificate_number: `**** **** **** ${textOf(print.body, 'certificate_number').slice(-4)}`,
  });
  report(
    'Receipt 8',
    'the shop server tells management, and the buyer hears of it',
    undefined,
    await buyer.phone.waitFor(/발급/),
  );

  const used = expectAnswer('Receipt 9', await redeem(terminal, opened, 30_000), 201);
  report('Receipt 9', 'it is used in part in the store', { amount_minor: 30_000 }, used.body);
  report('Receipt 10', 'the shop server tells management, and management buyer and recipient', undefined, {
    buyer: await buyer.phone.waitFor(/30,000원/),
    recipient: await phone.waitFor(/30,000원/),
  });
  await eventually('the use in the timeline', async () => {
    const { body } = await buyer.door.get(`/v1/orders/${orderId}/timeline`);
    return (body.events as { kind: string }[]).some(({ kind }) => kind === 'used') || undefined;
  });
}
