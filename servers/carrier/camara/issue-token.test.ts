import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CAMARA_PATHS, CLIENT_ASSERTION_TYPE } from '../../../contracts/carrier-camara.ts';
import { aCarrier } from '../../../test/builders/carrier.ts';
import { importSubscribers } from '../subscribers/import.ts';

const KNOWN = '+821098765432';

let carrier: Awaited<ReturnType<typeof aCarrier>>;
beforeAll(async () => {
  carrier = await aCarrier();
  const csv = readFileSync('sandbox/demo/subscribers.csv', 'utf8');
  await importSubscribers(carrier.context, carrier.base.db, csv);
});
afterAll(() => carrier?.close());

describe('a token', () => {
  test('discloses the attributes of its scopes, and no others', async () => {
    const answer = await carrier.post(
      CAMARA_PATHS.fillIn,
      { phoneNumber: KNOWN },
      await carrier.aToken('kyc-fill-in:name'),
    );
    expect(answer.json()).toEqual({ name: '홍길동' });
  });

  test('is issued once per assertion, for permitted scopes only, to the client’s own key only', async () => {
    const used = await carrier.anAssertion();
    const form = {
      grant_type: 'client_credentials',
      scope: 'kyc-fill-in:name',
      client_assertion_type: CLIENT_ASSERTION_TYPE,
    };
    expect((await carrier.requestToken({ ...form, client_assertion: used })).statusCode).toBe(200);
    expect((await carrier.requestToken({ ...form, client_assertion: used })).json()).toMatchObject({
      error: 'invalid_client',
    });
    expect(
      (
        await carrier.requestToken({
          ...form,
          scope: 'kyc-fill-in:address',
          client_assertion: await carrier.anAssertion(),
        })
      ).json(),
    ).toMatchObject({ error: 'invalid_scope' });
    expect(
      (
        await carrier.requestToken({
          ...form,
          client_assertion: await carrier.anAssertion({ aud: 'http://elsewhere' }),
        })
      ).json(),
    ).toMatchObject({ error: 'invalid_client' });
    expect(
      (
        await carrier.requestToken({
          ...form,
          client_assertion: await carrier.anAssertion({
            exp: Math.floor(carrier.base.time.now.getTime() / 1000) + 3_600,
          }),
        })
      ).statusCode,
    ).toBe(401);
    expect(
      (await carrier.requestToken({ ...form, grant_type: 'password', client_assertion: 'x' })).json(),
    ).toMatchObject({ error: 'unsupported_grant_type' });
    expect(
      (
        await carrier.requestToken({
          ...form,
          client_id: 'another',
          client_assertion: await carrier.anAssertion(),
        })
      ).json(),
    ).toMatchObject({ error: 'invalid_client' });
    expect(
      (
        await carrier.requestToken({
          ...form,
          client_id: 'shop-client',
          client_assertion: await carrier.anAssertion(),
        })
      ).statusCode,
    ).toBe(200);
  });
});
