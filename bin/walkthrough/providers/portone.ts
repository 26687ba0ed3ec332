import { aPortOne } from '../../../test/stand-ins/acquirers/portone.ts';
import { elementBehind, sentOnFrom } from './follow.ts';
import type { Provider } from './provider.ts';

/** Cards are entered at PortOne's element in settlement's page, and charged at capture. */
export async function aPortOneProvider(): Promise<Provider> {
  const standIn = await aPortOne();
  const { url, name, api_secret, webhook_secret, store_id, channel_key, test } = standIn;
  return {
    name: 'PortOne',
    entry: { kind: 'portone', name, url, api_secret, webhook_secret, store_id, channel_key, test },
    async enterCard(link) {
      const { parameters, comeBack } = await elementBehind(link);
      return sentOnFrom(comeBack(standIn.enterCard(parameters.customer_id ?? '')));
    },
    moved() {
      const payments = [...standIn.payments.values()];
      return {
        captured: payments.reduce((sum, { total }) => sum + total, 0),
        refunded: payments.reduce((sum, { cancelled }) => sum + cancelled, 0),
      };
    },
    close: () => standIn.close(),
  };
}
