import { createInterface } from 'node:readline';
import { Door, eventually, expectAnswer, textOf } from '../../bin/walkthrough/doors.ts';
import { totpOf } from '../../kit/staff/codes.ts';
import { aMailServer, anAcquirer, aTextProvider } from './providers.ts';

// The people and providers outside, on the guide's machine. A line of standard input asks for something; a line of output
// answers.

export type Asked = { hand: string; input: Record<string, unknown> };
export type Told = { value: Record<string, unknown> } | { problem: string };
type Input = Record<string, string>;

const PASSWORD = 'seven-lakes-under-snow';
const BUYER = { name: '이하늘', email: 'buyer@example.com', mobile: '010-2222-3333' };

const [acquirer, texts, mail] = await Promise.all([anAcquirer(), aTextProvider(), aMailServer()]);
/** Open sessions of staff, by server. */
const staff = new Map<string, Door>();
let buyer: Door | undefined;
let heard = 0;

function doorOf(server: string): Door {
  const door = staff.get(server);
  if (door === undefined) throw new Error(`Nobody is logged in at ${server}.`);
  return door;
}

const digits = (phone: string) => phone.replace(/\D/g, '').replace(/^82/, '0');

const HANDS: Readonly<Record<string, (input: Input) => Promise<Record<string, unknown>>>> = {
  providers: async () => ({ acquirers: acquirer.entries, texts: texts.entries }),

  /** Somebody chooses their password by the link, and sets up the second factor at the first log-in. */
  async firstLogIn({ link = '', prefix = '', login = '' }) {
    const url = new URL(link);
    const door = new Door(url.origin);
    const chosen = await door.post(`${prefix}/new-passwords`, {
      token: url.hash.slice(1),
      password: PASSWORD,
    });
    expectAnswer('the new password', chosen, 200, { login });
    const entered = await door.post(`${prefix}/sessions`, { login, password: PASSWORD });
    expectAnswer('the first log-in', entered, 201, { stage: 'enrolment' });
    const own = door.with(textOf(entered.body, 'session_token'));
    const begun = expectAnswer('an app', await own.post(`${prefix}/me/authenticators`), 201);
    const path = `${prefix}/me/authenticators/${textOf(begun.body, 'authenticator_id')}/confirmation`;
    const code = totpOf(textOf(begun.body, 'secret')).generate();
    expectAnswer('the app', await own.post(path, { code }), 200);
    staff.set(url.origin, own);
    return {};
  },

  async post({ server = '', path = '', body = '{}', status = '201' }) {
    const reply = await doorOf(server).post(path, JSON.parse(body));
    return expectAnswer(path, reply, Number(status)).body;
  },

  async get({ server = '', path = '' }) {
    return expectAnswer(path, await doorOf(server).get(path), 200).body;
  },

  /** A member registers at the buyers’ page and proves both contacts. */
  async register({ server = '', password = '' }) {
    const door = new Door(server);
    const given = { ...BUYER, password, phone_pin: '739258', locale: 'ko', preferred_channel: 'sms' };
    const registered = expectAnswer('the registration', await door.post('/v1/members', given), 202);
    const codes = {
      sms: await eventually('a text with a code', async () => codeIn(texts.sent, BUYER.mobile)),
      email: await eventually('a mail with a code', async () => codeIn(mail.sent, BUYER.email)),
    };
    for (const [channel, code] of Object.entries(codes)) {
      const path = `/v1/members/${textOf(registered.body, 'member_id')}/verifications`;
      expectAnswer('a code', await door.post(path, { channel, code }), 200);
    }
    const session = await door.post('/v1/sessions', { email: BUYER.email, password });
    buyer = door.with(textOf(expectAnswer('the log-in', session, 201).body, 'session_token'));
    return { email: BUYER.email };
  },

  /** The member enters a card at the acquirer. */
  async addCard({ shop = '' }) {
    if (buyer === undefined) throw new Error('Nobody is registered.');
    const setUp = await buyer.post(`/v1/payment-method-setups?shop_id=${shop}`);
    const link = textOf(expectAnswer('a card session', setUp, 201).body, 'card_entry_url');
    const back = new URL(await acquirer.provider.enterCard(link, 'plain'));
    const payment_method_id = back.searchParams.get('payment_method_id');
    expectAnswer('the card', await buyer.post('/v1/payment-methods', { payment_method_id }), 201);
    return {};
  },

  /** The link in the next text about a gift. */
  async nextLink() {
    const link = await eventually('a text about a gift', async () => {
      const links = texts.sent.flatMap(({ text }) => /https:\S+\/g\/offer_[\w-]+/.exec(text) ?? []);
      return links[heard];
    });
    heard += 1;
    return { link };
  },

  /** What moved at the acquirer. */
  moved: async () => acquirer.provider.moved(),
};

function codeIn(sent: readonly { to: string; text: string }[], to: string): string | undefined {
  const own = sent.filter((message) => message.to === to || digits(message.to) === digits(to));
  return /\b\d{6}\b/.exec(own.at(-1)?.text ?? '')?.[0];
}

for await (const line of createInterface(process.stdin)) {
  const { hand, input }: Asked = JSON.parse(line);
  const told: Told = await (HANDS[hand]?.(input as Input) ?? Promise.reject(new Error('unknown'))).then(
    (value) => ({ value }),
    (error: unknown) => ({ problem: String(error) }),
  );
  process.stdout.write(`${JSON.stringify(told)}\n`);
}
process.exit(0);
