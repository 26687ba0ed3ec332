import { Value } from 'typebox/value';
import { PAYMENT_METHOD_PATHS, PaymentMethodUses } from '../../../../contracts/settlement-payment-methods.ts';
import { SECOND_MS } from '../../../../kit/clock.ts';
import { sql } from '../../../../kit/db/sql.ts';
import { type Party, signedFetch } from '../../../../kit/signing/index.ts';
import { currentTraceparent } from '../../../../kit/trace.ts';
import { type ManagementContext, settlementName, settlementsOf } from '../../context.ts';
import { listPaymentMethods, type StoredPaymentMethod } from './payment-methods.ts';

/** Nobody waits longer for a hint: settlement says for certain when the card is to be charged. */
const TIMEOUT_MS = 3 * SECOND_MS;

type Shop = { shop_id: string; party: string; currency: string; settlement: string | null };
type Uses = PaymentMethodUses['payment_methods'][number];

export type UsableMethod = StoredPaymentMethod & {
  /** The payment provider, as its settlement server calls it; missing if that did not say. */
  provider?: string;
  /** The shops on sale at which it can be used, as far as is known. */
  shops: string[];
};

/**
 * A member's payment methods, and at which shops each can be used, which their settlement servers are asked. One that
 * doesn't answer, or is of the version before, leaves its methods good for all of its shops.
 */
export async function listUsableMethods(
  context: ManagementContext,
  memberId: string,
): Promise<UsableMethod[]> {
  const methods = await listPaymentMethods(context, memberId);
  if (methods.length === 0) return [];
  const found = await sql<Shop>`
    select shop_id, party, currency, settlement from shops where active order by shop_id`.execute(context.db);
  const shops = found.rows.map((shop) => ({ ...shop, settlement: settlementName(context, shop) }));
  const asked = await Promise.all(
    settlementsOf(context).map((party) => askUses(context, party, methods, shops)),
  );
  const uses = new Map(asked.flat().map((use) => [use.payment_method_id, use]));
  return methods.map((method) => {
    const use = uses.get(method.payment_method_id);
    const taking = shops.filter(
      (shop) => shop.settlement === method.settlement && (use === undefined || takes(use, shop)),
    );
    return {
      ...method,
      ...(use?.acquirer === undefined ? {} : { provider: use.acquirer }),
      shops: taking.map(({ shop_id }) => shop_id),
    };
  });
}

function takes({ payees, currencies }: Uses, { party, currency }: Shop): boolean {
  return currencies.includes(currency) && (payees === undefined || payees.includes(party));
}

async function askUses(
  { signingKey, clock }: ManagementContext,
  party: Party,
  methods: readonly StoredPaymentMethod[],
  shops: readonly Shop[],
): Promise<Uses[]> {
  const ids = methods.filter(({ settlement }) => settlement === party.party).map((m) => m.payment_method_id);
  const currencies = new Set(
    shops.filter(({ settlement }) => settlement === party.party).map(({ currency }) => currency),
  );
  if (ids.length === 0 || currencies.size === 0) return [];
  const query = new URLSearchParams({ ids: ids.join(','), currencies: [...currencies].join(',') });
  const answer = await signedFetch({
    ...{ key: signingKey, party, clock, method: 'GET', path: `${PAYMENT_METHOD_PATHS.methods}?${query}` },
    ...{ timeout_ms: TIMEOUT_MS, traceparent: currentTraceparent() },
  });
  const isUses = answer.kind !== 'unknown' && answer.status === 200;
  return isUses && Value.Check(PaymentMethodUses, answer.json) ? answer.json.payment_methods : [];
}
