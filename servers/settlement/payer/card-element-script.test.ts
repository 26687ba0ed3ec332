import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { readWebFile } from '../../../kit/http/web-files.ts';

const RETURN_URL = 'https://settlement.example/v1/card-entries/setup_1';

/** Runs the script in a page with one button, which is pressed, before a provider's script as its pages describe it. */
async function press(provider: string, parameters: object, globals: object): Promise<string[]> {
  const left: string[] = [];
  let pressed = async (): Promise<void> => {};
  const button = {
    dataset: {
      cardElement: provider,
      parameters: JSON.stringify({ return_url: RETURN_URL, ...parameters }),
    },
    disabled: false,
    addEventListener(_event: string, listener: () => Promise<void>) {
      pressed = listener;
    },
  };
  runInNewContext(readWebFile('recipient/card-element.js'), {
    ...{ URL, JSON, Object, String, addEventListener: () => {} },
    document: { querySelector: () => button },
    location: { assign: (url: string) => left.push(url) },
    window: globals,
  });
  await pressed();
  return left;
}

test('Toss Payments’ window is opened for the session, and brings the browser back by itself', async () => {
  const asked: unknown[] = [];
  const open = (client_key: string) => ({
    payment: (customer: object) => ({
      requestBillingAuth: async (request: object) => void asked.push({ client_key, ...customer, ...request }),
    }),
  });
  const parameters = { client_key: 'live_ck_1', customer_key: 'session-1' };
  expect(await press('toss', parameters, { TossPayments: open })).toEqual([]);
  expect(asked).toEqual([
    {
      ...{ client_key: 'live_ck_1', customerKey: 'session-1', method: 'CARD', windowTarget: 'self' },
      ...{ successUrl: RETURN_URL, failUrl: RETURN_URL },
    },
  ]);
});

test('a window that the payer closes brings them back with its error', async () => {
  const closed = Promise.reject(Object.assign(new Error('Closed.'), { code: 'USER_CANCEL' }));
  const open = () => ({ payment: () => ({ requestBillingAuth: () => closed }) });
  expect(await press('toss', {}, { TossPayments: open })).toEqual([`${RETURN_URL}?code=USER_CANCEL`]);
});

test.each([
  [{ billingKey: 'billing-key-1' }, [`${RETURN_URL}?billingKey=billing-key-1`]],
  [{ code: 'FAILURE_TYPE_PG', message: 'No.' }, [`${RETURN_URL}?code=FAILURE_TYPE_PG`]],
  // The browser is being sent elsewhere.
  [undefined, []],
])('PortOne’s answer %o brings the browser back as it should', async (answer, left) => {
  const asked: object[] = [];
  const requestIssueBillingKey = async (request: object) => {
    asked.push(request);
    return answer;
  };
  const parameters = { store_id: 'store-1', channel_key: 'channel-1', issue_id: 's-1', customer_id: 's-1' };
  expect(await press('portone', parameters, { PortOne: { requestIssueBillingKey } })).toEqual(left);
  expect(asked).toMatchObject([
    {
      ...{ storeId: 'store-1', channelKey: 'channel-1', billingKeyMethod: 'CARD', issueId: 's-1' },
      ...{ customer: { customerId: 's-1' }, redirectUrl: RETURN_URL },
    },
  ]);
});

test('a provider’s script that did not load is said, too', async () => {
  expect(await press('toss', {}, {})).toEqual([`${RETURN_URL}?code=NOT_LOADED`]);
});
