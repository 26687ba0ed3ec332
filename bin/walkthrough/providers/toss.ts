import { aToss } from '../../../test/stand-ins/acquirers/toss.ts';
import { elementBehind, sentOnFrom } from './follow.ts';
import type { Provider } from './provider.ts';

/** Cards are entered at Toss Payments' element in settlement's page, and charged at capture. */
export async function aTossProvider(): Promise<Provider> {
  const standIn = await aToss();
  const { url, name, secret_key, client_key } = standIn;
  return {
    name: 'Toss Payments',
    entry: { kind: 'toss', name, url, secret_key, client_key },
    async enterCard(link) {
      const { parameters, comeBack } = await elementBehind(link);
      return sentOnFrom(comeBack(standIn.enterCard(parameters.customer_key ?? '')));
    },
    moved() {
      const payments = [...standIn.payments.values()];
      const captured = payments.reduce((sum, { totalAmount }) => sum + totalAmount, 0);
      const left = payments.reduce((sum, { balanceAmount }) => sum + balanceAmount, 0);
      return { captured, refunded: captured - left };
    },
    close: () => standIn.close(),
  };
}
