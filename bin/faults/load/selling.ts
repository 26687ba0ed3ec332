import type { Gifts } from './buying.ts';
import type { Gate } from './gate.ts';
import { CLERK, type Till } from './people.ts';
import type { Body, Visitor } from './visitor.ts';

type Opened = { token: string; certificates: { certificate_id: string; left: number }[] };
/** What was used at this till and not reversed yet, and what it holds. */
type Drawer = {
  uses: { redemption_id: string; amount: number }[];
  holds: { hold_id: string; sale: string; amount: number }[];
};

const STEPS_MAX = 24;
const USES_KEPT = 40;
const SALE_MAX = 400;

/** Serves one customer after the other. */
export async function keepSelling(gate: Gate, { visitor }: Till, gifts: Gifts): Promise<void> {
  const drawer: Drawer = { uses: [], holds: [] };
  while (!gate.isOver) {
    const opened = await gate.through(() => open(visitor, gifts));
    if (opened === undefined) {
      await new Promise((wait) => setTimeout(wait, 100));
      continue;
    }
    const steps = 1 + visitor.random.upTo(STEPS_MAX);
    for (let step = 0; step < steps; step++) {
      const isOpen = await gate.through(() => serve(visitor, opened, drawer));
      if (isOpen !== true) break;
    }
  }
}

async function open(visitor: Visitor, gifts: Gifts): Promise<Opened | undefined> {
  const gift = visitor.random.pick(gifts);
  if (gift === undefined) return undefined;
  const { phone, pin } = gift.recipient;
  const seen = await visitor.look({ method: 'POST', path: '/v1/verifications', body: { phone, pin } });
  if (seen?.status !== 201) return undefined;
  const certificates = (seen.body.certificates as { certificate_id: string; balance_minor: number }[])
    .map(({ certificate_id, balance_minor }) => ({ certificate_id, left: balance_minor }))
    .filter(({ left }) => left > 0);
  // What is used up opens nothing worth the while.
  if (certificates.length === 0) gifts.splice(gifts.indexOf(gift), 1);
  return certificates.length === 0
    ? undefined
    : { token: String(seen.body.verification_token), certificates };
}

/** One thing for the customer. False once the certificates have to be opened again. */
async function serve(visitor: Visitor, opened: Opened, drawer: Drawer): Promise<boolean> {
  const draw = visitor.random.upTo(100);
  if (draw < 62) return sell(visitor, opened, drawer);
  if (draw < 72) return hold(visitor, opened, drawer);
  if (draw < 86) return endHold(visitor, drawer);
  if (draw < 94) return reverse(visitor, drawer);
  return issue(visitor, opened);
}

async function sell(visitor: Visitor, { token, certificates }: Opened, drawer: Drawer): Promise<boolean> {
  const { random } = visitor;
  const several = random.upTo(5) === 0 ? certificates.slice(0, 2 + random.upTo(2)) : [];
  const one = random.pick(certificates);
  const parts = several.length > 1 ? several : one === undefined ? [] : [one];
  const lines = parts.map(({ certificate_id, left }) => ({
    certificate_id,
    // Now and then more than there is.
    amount_minor: random.upTo(50) === 0 ? left + 1 : 1 + random.upTo(SALE_MAX),
  }));
  const { outcome, code, body } = await visitor.change('sale', { lines }, (id) => ({
    method: 'POST',
    path: '/v1/redemptions',
    body: { verification_token: token, sale_reference: id, lines },
  }));
  if (outcome === 'done') {
    for (const { redemption_id, amount_minor } of body.lines as {
      redemption_id: string;
      amount_minor: number;
    }[])
      drawer.uses.push({ redemption_id, amount: amount_minor });
    drawer.uses.splice(0, drawer.uses.length - USES_KEPT);
  }
  return code !== 'verification_expired' && code !== 'insufficient_balance';
}

async function hold(visitor: Visitor, { token, certificates }: Opened, { holds }: Drawer): Promise<boolean> {
  const { random } = visitor;
  const certificate_id = random.pick(certificates)?.certificate_id;
  const amount = 1 + random.upTo(SALE_MAX);
  const { id, outcome, code, body } = await visitor.change('hold', { certificate_id, amount }, (sale) => ({
    method: 'POST',
    path: '/v1/holds',
    body: { verification_token: token, certificate_id, amount_minor: amount, sale_reference: sale },
  }));
  if (outcome === 'done') holds.push({ hold_id: String(body.hold_id), sale: id, amount });
  return code !== 'verification_expired';
}

async function endHold(visitor: Visitor, { holds, uses }: Drawer): Promise<boolean> {
  const { random } = visitor;
  const [held] = holds.splice(random.upTo(Math.max(1, holds.length)), 1);
  if (held === undefined) return true;
  const { hold_id, sale, amount } = held;
  if (random.upTo(3) === 0) {
    const path = `/v1/holds/${hold_id}/release`;
    await visitor.change('release_hold', { hold_id, sale }, () => ({ method: 'POST', path }));
    return true;
  }
  const used = random.upTo(2) === 0 ? amount : 1 + random.upTo(amount);
  const { outcome, body } = await visitor.change('capture_hold', { hold_id, sale, amount: used }, () => ({
    method: 'POST',
    path: `/v1/holds/${hold_id}/confirmation`,
    body: { amount_minor: used },
  }));
  if (outcome === 'done') uses.push({ redemption_id: String(body.redemption_id), amount: used });
  return true;
}

async function reverse(visitor: Visitor, { uses }: Drawer): Promise<boolean> {
  const { random } = visitor;
  const [use] = uses.splice(random.upTo(Math.max(1, uses.length)), 1);
  if (use === undefined) return true;
  const { redemption_id, amount: used } = use;
  const amount = random.upTo(2) === 0 ? used : 1 + random.upTo(used);
  const { code } = await visitor.change('reverse', { redemption_id, amount }, () => ({
    method: 'POST',
    path: `/v1/redemptions/${redemption_id}/reversal`,
    body: { amount_minor: amount },
  }));
  if (code === 'clerk_required')
    await visitor.look({ method: 'POST', path: '/v1/terminal/clerk-sessions', body: clerk() });
  return true;
}

const clerk = (): Body => ({ clerk_number: CLERK.clerk_number, pin: CLERK.pin });

async function issue(visitor: Visitor, { token, certificates }: Opened): Promise<boolean> {
  const certificate_id = visitor.random.pick(certificates)?.certificate_id;
  const { code } = await visitor.change('issue', { certificate_id }, () => ({
    method: 'POST',
    path: '/v1/issues',
    body: { verification_token: token, certificate_id },
  }));
  return code !== 'verification_expired';
}
