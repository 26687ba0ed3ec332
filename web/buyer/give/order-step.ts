import type { Order } from '../api.ts';

/** The props of each step after the amount is authorised. */
export type OrderStepProps = { order: Order; onChange: (order: Order) => void };
