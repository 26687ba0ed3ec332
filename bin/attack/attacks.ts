import type { Door, Reply } from '../walkthrough/doors.ts';
import { addCard, CARDS, logIn, type World } from '../walkthrough/people.ts';
import { aRegistration, askAs, summary } from './stranger.ts';

export type Target = { world: World; management: string; shop: string; sandbox: string };
export type Outcome = { spent: string; effect: string };
/** What a stranger does, and what came of it. */
export type Attack = { name: string; watched: 'management' | 'shop'; play(target: Target): Promise<Outcome> };

const times = <T>(count: number, make: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => make(n)));

async function textsTo({ sandbox }: Target, phone: string): Promise<number> {
  const reply = await fetch(`${sandbox}/v1/phones/${encodeURIComponent(phone)}/messages`);
  const { messages } = (await reply.json()) as { messages: unknown[] };
  return messages.length;
}

/** Texts leave through a queue. */
const SETTLED_MS = 5_000;
const LOOKS_MAX = 20;
const settled = () => new Promise((resolve) => setTimeout(resolve, SETTLED_MS));

/** How many texts a phone got, once no more come. */
async function textsInTheEnd(target: Target, phone: string): Promise<number> {
  let before = -1;
  for (let look = 0; look < LOOKS_MAX; look++) {
    const now = await textsTo(target, phone);
    if (now === before && now > 0) return now;
    before = now;
    await settled();
  }
  return before;
}

const registrations: Attack = {
  name: '60 registrations at once, each from its own address',
  watched: 'management',
  async play({ management }) {
    const answers = await times(60, (n) =>
      askAs(`10.9.0.${n}`, 'POST', `${management}/v1/members`, aRegistration()),
    );
    return { spent: '60 requests, 60 addresses', effect: summary(answers) };
  },
};

const fromOneAddress: Attack = {
  name: '60 registrations at once from one address',
  watched: 'management',
  async play({ management }) {
    const answers = await times(60, () =>
      askAs('10.9.1.1', 'POST', `${management}/v1/members`, aRegistration()),
    );
    return { spent: '60 requests', effect: summary(answers) };
  },
};

const textsToOnePhone: Attack = {
  name: '60 registrations of one phone, each from its own address',
  watched: 'management',
  async play(target) {
    const mobile = '010-5799-9990';
    const answers = await times(60, (n) =>
      askAs(`10.9.2.${n}`, 'POST', `${target.management}/v1/members`, aRegistration({ mobile })),
    );
    const effect = `${await textsInTheEnd(target, mobile)} texts to the phone (${summary(answers)})`;
    return { spent: '60 requests, 60 addresses', effect };
  },
};

const logIns: Attack = {
  name: '300 log-ins at once, each from its own address',
  watched: 'management',
  async play({ management }) {
    const answers = await times(300, (n) =>
      askAs(`10.9.${10 + (n % 3)}.${n % 250}`, 'POST', `${management}/v1/sessions`, {
        email: `nobody-${n}@example.com`,
        password: 'winter-fog-lantern-2026',
      }),
    );
    return { spent: '300 requests, 300 addresses', effect: summary(answers) };
  },
};

const unsignedBodies: Attack = {
  name: '24 unsigned bodies of 1 MB to the shop at once, ten times',
  watched: 'shop',
  async play({ shop }) {
    const body = `{"text":"${'x'.repeat(1_000_000)}"}`;
    const answers = [];
    for (let round = 0; round < 10; round++)
      answers.push(
        ...(await times(24, (n) => askAs(`10.9.4.${n}`, 'POST', `${shop}/v1/peer/certificates`, body))),
      );
    return { spent: '240 requests, 240 MB', effect: summary(answers) };
  },
};

const AMOUNT = 10_000;

async function placed(buyer: Door, card: string, emails: string[]): Promise<Reply> {
  return buyer.post('/v1/order-groups', {
    shop_id: 'haneul',
    currency: 'KRW',
    payment_method_id: card,
    recipients: emails.map((email) => ({ email, name: '아무개', amount_minor: AMOUNT })),
  });
}

/** Sends gifts to so many strangers, and returns their orders if they went out. */
async function sent(buyer: Door, card: string, count: number, round: string): Promise<string[]> {
  const emails = Array.from({ length: count }, (_, n) => `reached-${round}-${n}@example.com`);
  const url = `/v1/order-groups/${(await placed(buyer, card, emails)).body.group_id}`;
  type Line = { order: { order_id: string; recipient?: { read_back_id: string } } };
  for (;;) {
    const lines = (await buyer.get(url)).body.lines as Line[];
    const named = lines.flatMap(({ order: { order_id, recipient } }) =>
      recipient === undefined ? [] : [{ order_id, read_back_id: recipient.read_back_id }],
    );
    if (named.length === count) {
      const { status } = await buyer.post(`${url}/confirmation`, { confirmed: named });
      return status === 200 ? named.map(({ order_id }) => order_id) : [];
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const strangersMailed: Attack = {
  name: '200 strangers mailed by one buyer, who cancels',
  watched: 'management',
  async play({ world }) {
    const { door } = await logIn(world);
    const card = await addCard({ door }, CARDS.approved);
    let reached = 0;
    for (const [round, count] of [200, 60, 60, 20].entries()) {
      const orders = await sent(door, card, count, String(round));
      reached += orders.length;
      await settled();
      for (const orderId of orders) await door.post(`/v1/orders/${orderId}/cancellation`);
    }
    const won = (reached * AMOUNT).toLocaleString('en');
    return {
      spent: `340 gifts ordered, ${won} won paid and refunded`,
      effect: `${reached} strangers reached`,
    };
  },
};

const KNOWN = ['010-9876-5432', '010-3333-4444', '010-4444-5555', '010-6666-7777', '010-1111-2222'];

const namesRead: Attack = {
  name: '50 names read on one order, and 100 on more, all abandoned',
  watched: 'management',
  async play({ world }) {
    const { door } = await logIn(world);
    const card = await addCard({ door }, CARDS.approved);
    const read = [];
    for (const looks of [50, 20, 20, 20, 20, 20]) {
      const order = await door.post('/v1/orders', {
        shop_id: 'haneul',
        amount_minor: AMOUNT,
        currency: 'KRW',
        payment_method_id: card,
      });
      let names = 0;
      for (let n = 0; n < looks; n++) {
        const phone = KNOWN[n % KNOWN.length];
        const { status } = await door.put(`/v1/orders/${order.body.order_id}/recipient`, { phone });
        if (status === 200) names++;
      }
      read.push(names);
      await door.post(`/v1/orders/${order.body.order_id}/abandonment`);
    }
    const sum = read.reduce((total, names) => total + names, 0);
    return {
      spent: '150 requests, 6 authorisations, 0 won',
      effect: `${read[0]} names on the first, ${sum} in all`,
    };
  },
};

export const ATTACKS: readonly Attack[] = [
  registrations,
  fromOneAddress,
  textsToOnePhone,
  logIns,
  unsignedBodies,
  strangersMailed,
  namesRead,
];
