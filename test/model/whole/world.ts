import { randomUUID } from 'node:crypto';
import { DAY_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { seed as seedCarrier } from '../../../servers/carrier/seed.ts';
import { seed as seedManagement } from '../../../servers/management/seed.ts';
import { seed as seedSettlement } from '../../../servers/settlement/seed.ts';
import { seed as seedShop } from '../../../servers/shop/seed.ts';
import { START } from '../../builders/base.ts';
import { aDoor, type Door, type Said } from '../../builders/door.ts';
import { aMemberSession, aStaffSession, aTerminalSession } from '../../builders/sessions.ts';
import { randomFrom } from '../random.ts';
import { aModel, type CardName } from './model.ts';
import { startServers } from './servers.ts';
import { aWire } from './wire.ts';

/** The demo's buyer, and its two terminals, which stand in two stores. */
const BUYER_ID = '01980000-0000-7000-8000-000000000401';
const TERMINAL_IDS = ['01980000-0000-7000-8000-000000000201', '01980000-0000-7000-8000-000000000202'];
/** Sessions outlast the whole run: how they end is tested elsewhere. */
const FOR_GOOD_MS = 36_500 * DAY_MS;

const CARD_NUMBERS: Record<CardName, string> = {
  approved: '4242424242424242',
  declined: '4000000000009995',
  secondStep: '4000002500003155',
  late: '4000000000000077',
  never: '4000000000000341',
};

type Request = Parameters<Door>;
type Remembered = { door: Door; request: Request; said: Said };

export type World = Awaited<ReturnType<typeof aWorld>>;

/** The four servers with their books, the people who use them, and the model of what they should do. */
export async function aWorld(seed: number) {
  const random = randomFrom(seed);
  const bytes = randomFrom(seed + 1);
  const time = { now: START };
  const wire = aWire();
  const servers = await startServers({
    time,
    wire,
    random: (count) => Buffer.from(Array.from({ length: count }, () => bytes.upTo(256))),
  });
  const { running } = servers;
  await Promise.all([
    seedManagement(running.management.context),
    seedSettlement(running.settlement.context),
    seedCarrier(running.carrier.context),
    seedShop(running.shop.context),
  ]);
  // Short enough that certificates expire within the run.
  await sql`update shops set validity_months = case shop_id when 'haneul' then 12 else 36 end`.execute(
    running.management.context.db,
  );

  const at = (role: keyof typeof running, token?: string): Door => {
    // Looked up each time: the server may have been restarted.
    return (...request) => aDoor(running[role].app, token)(...request);
  };
  const buyer = at('management', await aMemberSession(running.management, BUYER_ID, FOR_GOOD_MS));
  const tills = await Promise.all(
    TERMINAL_IDS.map(async (id) => at('shop', await aTerminalSession(running.shop, id, FOR_GOOD_MS))),
  );
  const doors = {
    buyer,
    tills,
    recipient: at('management'),
    operator: at('management', await aStaffSession(running.management, 'operator', FOR_GOOD_MS)),
    payer: at('settlement'),
    holder: (token?: string) => at('shop', token),
    owner: at('shop', await aStaffSession(running.shop, 'owner', FOR_GOOD_MS)),
    webShop: at('shop', running.shop.context.webShopKey),
  };
  const cards = new Map<CardName, string>();
  for (const [name, number] of Object.entries(CARD_NUMBERS) as [CardName, string][])
    cards.set(name, await aCard(doors, number));

  const remembered: Remembered[] = [];
  const counts = new Map<string, number>();

  return {
    ...servers,
    model: aModel(),
    random,
    time,
    wire,
    doors,
    cards,
    counts,
    count: (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1),
    chance: (percent: number) => random.upTo(100) < percent,
    nowMs: () => time.now.getTime(),
    pass(ms: number) {
      time.now = new Date(time.now.getTime() + ms);
    },
    /** Sends once, or twice at the same time with one key. A request with a lasting answer may be repeated later. */
    async ask(door: Door, ...[method, url, body]: Request): Promise<Said> {
      const request: Request = [method, url, body, randomUUID()];
      const said =
        random.upTo(25) === 0 && !wire.isArmed() ? await both(door, request) : await door(...request);
      if (said.status < 500 && said.status !== 429) {
        remembered.push({ door, request, said });
        if (remembered.length > 200) remembered.shift();
      }
      return said;
    },
    remembered: () => random.pick(remembered),
    async close() {
      await servers.close();
    },
  };
}

async function both(door: Door, request: Request): Promise<Said> {
  const said = await Promise.all([door(...request), door(...request)]);
  const [answered, other = answered] = said.sort((a, b) => Number(isBusy(a)) - Number(isBusy(b)));
  if (answered === undefined || isBusy(answered))
    throw new Error('Of two simultaneous requests neither was served.');
  if (other !== undefined && !isBusy(other) && other.text !== answered.text)
    throw new Error(`Two simultaneous requests got different answers: ${answered.text} and ${other.text}`);
  return answered;
}

function isBusy({ body }: Said): boolean {
  return body.code === 'request_in_progress';
}

async function aCard(doors: { buyer: Door; payer: Door }, number: string): Promise<string> {
  const { body: setUp } = await doors.buyer('POST', '/v1/payment-method-setups');
  const card = { card_number: number, expiry_month: 12, expiry_year: 2090, security_code: '123' };
  const { body: entered } = await doors.payer('POST', new URL(String(setUp.card_entry_url)).pathname, card);
  const { payment_method_id } = entered;
  const kept = await doors.buyer('POST', '/v1/payment-methods', { payment_method_id });
  if (kept.status !== 201) throw new Error(kept.text);
  return String(payment_method_id);
}
