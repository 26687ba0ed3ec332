import { CASH_METHODS } from '../../../contracts/cash.ts';
import { sql } from '../../../kit/db/sql.ts';

/** Whether an order `o` was paid for in cash, which its shop keeps. */
export const PAID_IN_CASH = sql`starts_with(o.payment_method_id, ${CASH_METHODS})`;

/**
 * In place of a payout's id, with uses of what was paid for in cash: their shop has the money already, and is paid nothing for
 * them.
 */
export const KEPT_BY_SHOP = 'ca5ca5ca-5ca5-4ca5-8ca5-ca5ca5ca5ca5';
