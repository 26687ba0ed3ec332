import Type from 'typebox';
import { Id } from '../../../contracts/common.ts';
import { PAYMENT_STATUSES } from '../../../contracts/settlement-payments.ts';
import { PAYOUT_STATES } from '../../../contracts/settlement-payouts.ts';
import { Day } from '../../../kit/http/shapes.ts';
import { STAFF_WAITS } from '../payouts/list.ts';
import { Payee } from './shapes.ts';

export const paymentFilters = {
  order_id: Type.Optional(Id),
  status: Type.Optional(Type.Enum([...PAYMENT_STATUSES])),
  day: Type.Optional(Day),
};

export const payoutFilters = {
  payee: Type.Optional(Payee),
  state: Type.Optional(Type.Enum([...PAYOUT_STATES])),
  waits_for: Type.Optional(Type.Enum([...STAFF_WAITS])),
  day: Type.Optional(Day),
};
