import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { urlOf } from '../stack/environment.ts';
import { Door, eventually, expectAnswer, type Reply, textOf } from './doors.ts';
import { enrolTill, openTill, type Terminal } from './till.ts';

export type { Terminal } from './till.ts';

export type World = { management: Door; shop: Door; sandbox: Door; webShop: Door };

/** The doors of a system on this machine: ports follow from the base. */
export function worldAt(portBase: number, dir: string): World {
  return worldOf((part) => urlOf(portBase, part), dir);
}

/** The doors of a running system; the web shop's key is in its data folder. */
export function worldOf(
  urlOf: (part: 'management' | 'shop' | 'sandbox') => string,
  dir: string,
  patience_ms = 0,
): World {
  const door = (part: 'management' | 'shop' | 'sandbox') => new Door(urlOf(part), { patience_ms });
  const key = readFileSync(join(dir, 'keys', 'shop.web-shop-key.txt'), 'utf8').trim();
  return {
    management: door('management'),
    shop: door('shop'),
    sandbox: door('sandbox'),
    webShop: door('shop').with(key),
  };
}

type Message = { text: string; from: string; direction: string };

export const CARDS = {
  approved: '4242424242424242',
  declined: '4000000000009995',
  secondStep: '4000002500003155',
  late: '4000000000000077',
};

/** The demo's people. Their numbers are invented. */
export const CAST = {
  memberOfShop: { phone: '010-9876-5432', masked: '홍*동' },
  atCarrierOnly: { phone: '+82 10 3333 4444', masked: '박*연' },
  another: { phone: '０１０ー４４４４ー５５５５', masked: '최*우' },
  landline: { phone: '021234567' },
  secondLandline: { phone: '0313334444' },
  nobody: { phone: '010-1010-2020' },
  byMail: { email: 'minsu@example.com', name: '남궁민수', masked: '남**수' },
} as const;

export class Phone {
  readonly #sandbox: Door;
  readonly #number: string;
  #seen = 0;

  constructor(sandbox: Door, number: string) {
    this.#sandbox = sandbox;
    this.#number = encodeURIComponent(number.normalize('NFKC').replace(/ー/g, '-'));
  }

  async #received(): Promise<Message[]> {
    const { body } = await this.#sandbox.get(`/v1/phones/${this.#number}/messages`);
    return (body.messages as Message[]).filter(({ direction }) => direction === 'received');
  }

  /** Marks everything received so far as read, so that `waitFor` finds only newer messages. */
  async glance(): Promise<void> {
    this.#seen = (await this.#received()).length;
  }

  waitFor(pattern: RegExp): Promise<string> {
    return eventually(`a text message like ${pattern}`, async () => {
      const received = await this.#received();
      const found = received.slice(this.#seen).find(({ text }) => pattern.test(text));
      if (found !== undefined) this.#seen = received.indexOf(found) + 1;
      return found?.text;
    });
  }

  async write(text: string, to?: string): Promise<void> {
    const reply = await this.#sandbox.post(`/v1/phones/${this.#number}/messages`, {
      text,
      ...(to === undefined ? {} : { to }),
    });
    expectAnswer('a text message from a phone', reply, 202);
  }
}

export class Mailbox {
  readonly #sandbox: Door;
  readonly #address: string;

  constructor(sandbox: Door, address: string) {
    this.#sandbox = sandbox;
    this.#address = encodeURIComponent(address);
  }

  waitFor(pattern: RegExp): Promise<string> {
    return eventually(`a mail like ${pattern}`, async () => {
      const { body } = await this.#sandbox.get(`/v1/mailboxes/${this.#address}/messages`);
      return (body.messages as { subject: string; text: string }[])
        .map(({ subject, text }) => `${subject}\n${text}`)
        .findLast((mail) => pattern.test(mail));
    });
  }
}

export type Buyer = { door: Door; phone: Phone; session: Reply; name: string };

/** The demo's buyer logs in on the web. */
export async function logIn(world: World): Promise<Buyer> {
  const demo = JSON.parse(
    readFileSync(new URL('../../sandbox/demo/management.json', import.meta.url), 'utf8'),
  );
  const [member] = demo.members;
  const reply = await world.management.post('/v1/sessions', {
    email: member.email,
    password: member.password,
  });
  const session = expectAnswer('log-in', reply, 201);
  return {
    door: world.management.with(textOf(session.body, 'session_token')),
    phone: new Phone(world.sandbox, member.mobile),
    session,
    name: member.name,
  };
}

/** The buyer enters a card at the settlement server itself; management only gets its token. */
export async function addCard(buyer: Pick<Buyer, 'door'>, cardNumber: string): Promise<string> {
  const setup = expectAnswer('a place for the card', await buyer.door.post('/v1/payment-method-setups'), 201);
  const card = { card_number: cardNumber, expiry_month: 12, expiry_year: 2090, security_code: '123' };
  const given = expectAnswer(
    'the card',
    await new Door('').post(textOf(setup.body, 'card_entry_url'), card),
    201,
  );
  const id = textOf(given.body, 'payment_method_id');
  expectAnswer(
    'the card as payment method',
    await buyer.door.post('/v1/payment-methods', { payment_method_id: id }),
    201,
  );
  return id;
}

/** The office adds a terminal to its first store: the demo's own enrolment codes may be used up. */
export async function addTerminal(world: World): Promise<string> {
  const [owner] = demoShop().staff;
  const session = await world.shop.post('/v1/office/sessions', {
    login: owner?.login,
    password: owner?.password,
  });
  const office = world.shop.with(textOf(expectAnswer('office log-in', session, 201).body, 'session_token'));
  const { body } = expectAnswer('the stores', await office.get('/v1/office/stores'), 200);
  const [store] = body.stores as Reply['body'][];
  const added = await office.post('/v1/office/terminals', {
    store_id: textOf(store ?? {}, 'store_id'),
    name: '둘러보기 단말기',
  });
  const id = textOf(expectAnswer('a terminal', added, 201).body, 'terminal_id');
  const code = await office.post(`/v1/office/terminals/${id}/enrolment-codes`);
  return textOf(expectAnswer('its code', code, 201).body, 'enrolment_code');
}

/** A device generates its key, enrols as a terminal by the one-time code, and opens a session by a signature. */
export async function enrolTerminal(world: World, code: string): Promise<Terminal> {
  return openTill(world.shop, await enrolTill(world.shop, code));
}

/** The first of the demo's clerks signs in at the terminal. */
export async function signInClerk({ door }: Terminal): Promise<void> {
  const [clerk] = demoShop().clerks;
  const { clerk_number, pin } = clerk ?? {};
  expectAnswer('a clerk', await door.post('/v1/terminal/clerk-sessions', { clerk_number, pin }), 201);
}

type DemoShop = {
  staff: { login: string; password: string }[];
  clerks: { clerk_number: number; pin: string }[];
};

function demoShop(): DemoShop {
  return JSON.parse(readFileSync(new URL('../../sandbox/demo/shop.json', import.meta.url), 'utf8'));
}
