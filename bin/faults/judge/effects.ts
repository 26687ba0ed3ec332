import type { Finding } from '../record/checks.ts';
import type { Op, RecordReader } from '../record/record.ts';
import type { Books, Row } from './books.ts';

/** Money was taken for it. */
const TAKEN = [
  'capturing',
  'registering',
  'scheduled',
  'offered',
  'correcting',
  'accepting',
  'accepted',
  'issued',
];
const GIVEN_BACK = ['cancelling', 'refunding', 'refunded', 'refund_failed'];
const ACCEPTED = ['accepted', 'issued'];

/** What there is, found by what the clients wrote into their requests or were told. */
export type Effects = {
  orders: ReadonlyMap<string, Row>;
  ordersBy: ReadonlyMap<string, Row[]>;
  usesBy: ReadonlyMap<string, Row[]>;
  reversalsOf: ReadonlyMap<string, Row[]>;
  holdsBy: ReadonlyMap<string, Row[]>;
  issues: ReadonlyMap<string, Row>;
  issuesOf: ReadonlyMap<string, Row[]>;
};

/** The sale that each use was seen to belong to: a restored shop has its uses again, and not what tills called their sales. */
export type SalesOfUses = Map<string, string>;
const RESTORED = 'restored';

export async function readEffects({ management, shop }: Books, sales: SalesOfUses): Promise<Effects> {
  const orders = await management.rows(
    'select order_id::text, message, state, end_reason, amount_minor from orders',
  );
  const uses = await shop.rows(
    'select redemption_id::text, certificate_id::text, amount_minor, sale_reference from redemptions',
  );
  for (const use of uses) {
    const id = String(use.redemption_id);
    if (use.sale_reference === RESTORED) use.sale_reference = sales.get(id) ?? RESTORED;
    else sales.set(id, String(use.sale_reference));
  }
  const reversals = await shop.rows(
    'select reversal_id::text, redemption_id::text, amount_minor from reversals',
  );
  const holds = await shop.rows('select hold_id::text, state, amount_minor, sale_reference from holds');
  const issues = await shop.rows('select issue_id::text, certificate_id::text from issues');
  return {
    orders: new Map(orders.map((row) => [String(row.order_id), row])),
    ordersBy: by(orders, 'message'),
    usesBy: by(uses, 'sale_reference'),
    reversalsOf: by(reversals, 'redemption_id'),
    holdsBy: by(holds, 'sale_reference'),
    issues: new Map(issues.map((row) => [String(row.issue_id), row])),
    issuesOf: by(issues, 'certificate_id'),
  };
}

const by = (rows: readonly Row[], column: string) => Map.groupBy(rows, (row) => String(row[column]));

/** Every acknowledged effect is there, every refused one is not, and none is there twice. */
export function judgeEffects(record: RecordReader, effects: Effects): Finding[] {
  const found: Finding[] = [];
  for (const op of record.ops.values()) judgeOp(op, effects, found);
  judgeEndings(record, effects, found);
  judgeIssues(record, effects, found);
  return found;
}

type Wanted = { certificate_id?: string; amount: number };

function judgeOp(op: Op, effects: Effects, found: Finding[]): void {
  const { id, kind, about } = op;
  const one: Wanted[] = [{ amount: Number(about.amount) }];
  switch (kind) {
    case 'order':
      judgeRows(op, effects.ordersBy.get(id) ?? [], one, found);
      break;
    case 'sale': {
      const lines = about.lines as { certificate_id: string; amount_minor: number }[];
      const wanted = lines.map(({ certificate_id, amount_minor: amount }) => ({ certificate_id, amount }));
      judgeRows(op, effects.usesBy.get(id) ?? [], wanted, found);
      break;
    }
    case 'hold':
      judgeRows(op, effects.holdsBy.get(id) ?? [], one, found);
      break;
    case 'capture_hold':
      judgeRows(op, effects.usesBy.get(String(about.sale)) ?? [], one, found);
      break;
    case 'reverse':
      judgeRows(op, effects.reversalsOf.get(String(about.redemption_id)) ?? [], one, found);
      break;
    case 'release_hold':
      judgeRelease(op, effects, found);
      break;
    case 'confirm':
      judgeState(op, effects, [...TAKEN, ...GIVEN_BACK], found);
      break;
    case 'accept':
      judgeState(op, effects, ACCEPTED, found);
      break;
  }
}

function judgeRelease({ id, about, outcome, said }: Op, { holdsBy }: Effects, found: Finding[]): void {
  const state = holdsBy.get(String(about.sale))?.[0]?.state;
  // One that has expired before is not released any more, and says so.
  if (outcome === 'done' && state !== said?.state)
    found.push({ check: 'acknowledged', about: `${id}: a hold that was ${said?.state} is ${state}` });
  if (outcome === 'refused' && state === 'released')
    found.push({ check: 'refused', about: `${id}: a hold was released although that was refused` });
}

/** The rows that an operation may have made: as many as it wanted, with its amounts, or none. */
function judgeRows(op: Op, rows: readonly Row[], wanted: readonly Wanted[], found: Finding[]): void {
  const about = `${op.kind} ${op.id} (${op.outcome}${op.code === undefined ? '' : ` ${op.code}`}) has ${rows.length}`;
  if (op.outcome === 'refused') {
    if (rows.length > 0) found.push({ check: 'refused', about });
    return;
  }
  if (rows.length > wanted.length) found.push({ check: 'once', about: `${about} of ${wanted.length}` });
  if (op.outcome === 'unknown' && rows.length === 0) return;
  const left = [...rows];
  for (const { certificate_id, amount } of wanted) {
    const at = left.findIndex(
      (row) =>
        Number(row.amount_minor) === amount &&
        (certificate_id === undefined || row.certificate_id === certificate_id),
    );
    if (at >= 0) left.splice(at, 1);
    else found.push({ check: 'acknowledged', about: `${about}; none is of ${amount}` });
  }
}

/** A gift's state after a step that was acknowledged, or refused; each step is taken at most once. */
function judgeState(op: Op, { orders }: Effects, after: readonly string[], found: Finding[]): void {
  const state = String(orders.get(String(op.about.order_id))?.state ?? 'gone');
  const about = `${op.kind} ${op.id} (${op.outcome} ${op.code ?? op.said?.state ?? ''}): the order is ${state}`;
  const isIn = after.includes(state) || (after === ACCEPTED && GIVEN_BACK.includes(state));
  const hadEffect = op.outcome === 'done' && isEnd(op);
  if (hadEffect && !isIn) found.push({ check: 'acknowledged', about });
  if (op.outcome === 'refused' && after.includes(state)) found.push({ check: 'refused', about });
}

/** Whether the answer says that the step is done, and not that it is on its way. */
function isEnd({ kind, said }: Op): boolean {
  const state = String(said?.state);
  if (kind === 'confirm') return state === 'offered' || state === 'scheduled';
  if (kind === 'accept') return ACCEPTED.includes(state);
  return state === 'refunded';
}

/** What a buyer cancelled or had refunded is; what only was refused is not, unless its time ran out. */
function judgeEndings(record: RecordReader, { orders }: Effects, found: Finding[]): void {
  const asked = new Set<string>();
  for (const kind of ['cancel', 'refund'] as const)
    for (const op of record.of(kind)) {
      const orderId = String(op.about.order_id);
      if (op.outcome !== 'refused') asked.add(orderId);
      const state = orders.get(orderId)?.state;
      if (op.outcome === 'done' && isEnd(op) && state !== 'refunded')
        found.push({ check: 'acknowledged', about: `${kind} ${op.id}: the order is ${state}` });
    }
  for (const kind of ['cancel', 'refund'] as const)
    for (const op of record.of(kind)) {
      const order = orders.get(String(op.about.order_id));
      if (op.outcome !== 'refused' || asked.has(String(op.about.order_id))) continue;
      if (order?.state === 'refunded' && String(order.end_reason).endsWith('_by_buyer'))
        found.push({ check: 'refused', about: `${kind} ${op.id} (${op.code}): the order is refunded` });
    }
}

/** Each print that was acknowledged is there, and there are no others than may have been. */
function judgeIssues(record: RecordReader, { issues, issuesOf }: Effects, found: Finding[]): void {
  const atMost = new Map<string, number>();
  for (const op of record.of('issue')) {
    if (op.outcome === 'refused') continue;
    const certificate = String(op.about.certificate_id);
    atMost.set(certificate, (atMost.get(certificate) ?? 0) + 1);
    if (op.outcome === 'done' && !issues.has(String(op.said?.issue_id)))
      found.push({ check: 'acknowledged', about: `issue ${op.id} is gone` });
  }
  for (const [certificate, rows] of issuesOf)
    if (rows.length > (atMost.get(certificate) ?? 0))
      found.push({ check: 'once', about: `certificate ${certificate} was issued ${rows.length} times` });
}
