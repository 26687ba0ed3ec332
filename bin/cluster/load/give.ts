import { recipientPhone } from '../../bench/people.ts';
import type { Settings } from './record.ts';
import { look, type Requests } from './requests.ts';

const AMOUNT = 10_000;
const PIN = '739258';
const LOOKS_MAX = 200;
const PAUSE_MS = 100;

type Buyer = Settings['buyers'][number];

/** A buyer who buys one gift after the other, whose recipients accept by the link in the text message. */
export async function give(
  requests: Requests,
  settings: Settings,
  buyer: Buyer,
  number: number,
): Promise<void> {
  for (let n = 1; !requests.isEnding; n++) await giveOne(requests, settings, buyer, number, n);
}

async function giveOne(
  requests: Requests,
  { urls, run, firstRecipient, buyers }: Settings,
  { token, card }: Buyer,
  number: number,
  n: number,
): Promise<void> {
  const phone = recipientPhone(firstRecipient + n * buyers.length + number);
  const key = (what: string) => `${run}-${what}-${number}-${n}`;
  const orders = `${urls.management}/v1/orders`;
  const body = {
    shop_id: 'haneul',
    amount_minor: AMOUNT,
    currency: 'KRW',
    payment_method_id: card,
    message: key('order'),
  };
  const ordered = await requests.ask({ kind: 'order', key: key('order'), url: orders, token, body }, true);
  const id = ordered.body.order_id;
  if (typeof id !== 'string') return;
  const recipient = { method: 'PUT' as const, url: `${orders}/${id}/recipient`, body: { phone } };
  const named = await requests.ask(
    { kind: 'order', key: key('recipient'), token, subject: id, ...recipient },
    true,
  );
  const { read_back_id } = Object(named.body.recipient) as { read_back_id?: string };
  if (read_back_id === undefined) return;
  const confirmation = {
    url: `${orders}/${id}/confirmation`,
    body: { read_back_id },
    subject: id,
    doneIn: 'offered',
  };
  const confirmed = await requests.ask(
    { kind: 'confirmation', key: key('confirmation'), token, ...confirmation },
    true,
  );
  if (!confirmed.isClear || confirmed.outcome === 'refused') return;
  const link = await linkTo(requests, urls.sandbox, phone);
  if (link === undefined) return;
  const url = `${urls.management}/v1/offers/${link}/acceptance`;
  await requests.ask(
    { kind: 'acceptance', key: key('acceptance'), url, body: { pin: PIN }, subject: id, doneIn: 'accepted' },
    true,
  );
}

/** What the recipient's phone was sent; undefined if nothing comes before the end. */
async function linkTo(requests: Requests, sandbox: string, phone: string): Promise<string | undefined> {
  for (let looks = 0; looks < LOOKS_MAX && !requests.isEnding; looks++) {
    const found = await look(`${sandbox}/v1/phones/${encodeURIComponent(phone)}/messages`);
    const texts = ((found?.messages ?? []) as { text: string }[]).map(({ text }) => text);
    const link = texts
      .map((text) => /\/g\/(offer_[\w-]+)/.exec(text)?.[1])
      .find((token) => token !== undefined);
    if (link !== undefined) return link;
    await new Promise((done) => setTimeout(done, PAUSE_MS));
  }
  return undefined;
}
