import type { Order } from '../api.ts';

/** What each step from the reserved amount on is given: the order as the server has it. */
export type OrderStepProps = { order: Order; onChange: (order: Order) => void };
