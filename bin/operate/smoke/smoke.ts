import { randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { ConfigError } from '../../../kit/config.ts';
import { writeKeyFile } from '../../../kit/key-file.ts';
import { checkPin } from '../../../kit/pin-policy.ts';
import { Door, expectAnswer, textOf, Unexpected } from '../../walkthrough/doors.ts';
import {
  confirm,
  nameRecipient,
  offerToken,
  open,
  order,
  redeem,
  waitForState,
} from '../../walkthrough/gift.ts';
import type { Buyer } from '../../walkthrough/people.ts';
import { enrolTill, openTill, type Terminal, type TillKey } from '../../walkthrough/till.ts';
import type { SmokeSettings } from './settings.ts';

/** Reads the text message that tells of a gift. */
export type ReadText = () => Promise<string>;

/** Called when a step is done, with what it was; what is thrown says at which step it ended. */
export type Report = (step: string) => void;

/**
 * Buys two gifts of the amount through the public doors: the first is accepted, and used at the till; the second is accepted,
 * and refunded, which one that was used can't be.
 */
export async function smoke(settings: SmokeSettings, readText: ReadText, report: Report): Promise<void> {
  const [management, shop] = [new Door(settings.management), new Door(settings.shop)];
  const buyer = await logIn(management, settings);
  report('the member logs in');
  const till = await tillOf(shop, settings.till);
  report(`the till opens, in ${till.storeName}`);
  const card = settings.payment_method_id ?? (await firstPaymentMethod(buyer));

  const used = await giveAndAccept('first gift', settings, { management, buyer, card, readText, report });
  await use(till, settings, used.pin);
  report('first gift: used at the till');

  const second = await giveAndAccept('second gift', settings, { management, buyer, card, readText, report });
  const refund = await buyer.door.post(`/v1/orders/${second.orderId}/refund`);
  expectAnswer('the refund', refund, 200, { state: 'refunded' });
  report('second gift: refunded');
}

type Stage = {
  management: Door;
  buyer: Pick<Buyer, 'door'>;
  card: string;
  readText: ReadText;
  report: Report;
};

async function giveAndAccept(
  gift: string,
  { shop_id, amount_minor, currency, recipient }: SmokeSettings,
  { management, buyer, card, readText, report }: Stage,
): Promise<{ orderId: string; pin: string }> {
  const placed = await order(buyer, card, { shop_id, amount_minor, currency, message: '' });
  const orderId = textOf(placed.body, 'order_id');
  if (placed.body.state === 'requires_action') {
    report(`${gift}: the card's bank asks for a second step: ${textOf(placed.body, 'action_url')}`);
    await waitForState(buyer, orderId, 'authorised');
  } else expectAnswer('an order', placed, 201, { state: 'authorised' });
  report(`${gift}: ordered as ${orderId}, payment authorised`);
  const named = await nameRecipient(buyer, orderId, recipient);
  expectAnswer('the read-back', named, 200, { state: 'awaiting_confirmation' });
  const { masked_name } = named.body.recipient as { masked_name: string };
  report(`${gift}: the name behind the number is ${masked_name}`);
  expectAnswer('the confirmation', await confirm(buyer, named), 200, { state: 'offered' });
  report(`${gift}: payment captured, registered at the shop`);
  const token = offerToken(await readText());
  const pin = newPin();
  const accepted = await management.post(`/v1/offers/${token}/acceptance`, { pin });
  expectAnswer('the acceptance', accepted, 200, { state: 'accepted' });
  await waitForState(buyer, orderId, 'accepted');
  report(`${gift}: the recipient's text arrived, and they accepted`);
  return { orderId, pin };
}

async function logIn(management: Door, { member }: SmokeSettings): Promise<Pick<Buyer, 'door'>> {
  const { body } = expectAnswer('the log-in', await management.post('/v1/sessions', member), 201);
  return { door: management.with(textOf(body, 'session_token')) };
}

async function firstPaymentMethod({ door }: Pick<Buyer, 'door'>): Promise<string> {
  const { body } = expectAnswer('the payment methods', await door.get('/v1/payment-methods'), 200);
  const [first] = body.payment_methods as Record<string, unknown>[];
  if (first === undefined) throw new Unexpected('the member has no payment method');
  return textOf(first, 'payment_method_id');
}

/** Enrols at the first run, and keeps the key for those that follow. */
async function tillOf(shop: Door, { key_file, enrolment_code }: SmokeSettings['till']): Promise<Terminal> {
  if (!existsSync(key_file)) {
    if (enrolment_code === undefined)
      throw new ConfigError(
        `${key_file} is not there: make a code for a terminal in the office, and put it in as till.enrolment_code.`,
      );
    writeKeyFile(key_file, await enrolTill(shop, enrolment_code));
  }
  return openTill(shop, JSON.parse(readFileSync(key_file, 'utf8')) as TillKey);
}

async function use(till: Terminal, { recipient, amount_minor }: SmokeSettings, pin: string): Promise<void> {
  const opened = await open(till, recipient.phone, pin);
  expectAnswer('the use', await redeem(till, opened, amount_minor), 201);
}

/** One that opens nothing but this gift, and that no policy refuses. */
function newPin(): string {
  for (;;) {
    const pin = String(randomInt(1_000_000)).padStart(6, '0');
    if (checkPin(pin, { phone: null }) === null) return pin;
  }
}
