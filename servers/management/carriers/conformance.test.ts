import { afterEach, describe, expect, test } from 'vitest';
import { hasCamara } from '../../../test/builders/camara-documents.ts';
import { aCamaraOperator, type OperatorStandIn } from '../../../test/builders/operator-stand-in.ts';

/** Every adapter, with an operator as it meets it over HTTP. A new adapter adds a line. */
const ADAPTERS: [string, (options?: { timeoutMs: number }) => Promise<OperatorStandIn>][] = [
  ['camara', (options) => aCamaraOperator('kt', options)],
];
if (!hasCamara())
  console.log('not run: comparison with CAMARA’s documents, because STANDARDS_DIR names no folder with them');

const OURS = '+821031234567';
const SINCE = new Date('2026-01-31T00:00:00Z');
const THEIRS = '+821099990000';

let operator: OperatorStandIn;
afterEach(() => operator.close());

describe.each(ADAPTERS)('the adapter %s', (_name, open) => {
  test('tells name, recycling and SIM swap of a number', async () => {
    operator = await open();
    operator.numbers.set(OURS, { name: ' 박서연 ', recycled: true, swapped: true });
    const { carrier } = operator;
    expect(await carrier.lookUpName(OURS)).toEqual({ kind: 'answered', value: '박서연' });
    expect(await carrier.wasRecycledSince(OURS, SINCE)).toEqual({ kind: 'answered', value: true });
    expect(await carrier.wasSimSwapped(OURS, 72)).toEqual({ kind: 'answered', value: true });
    operator.numbers.set(OURS, { name: '박서연' });
    expect(await carrier.wasRecycledSince(OURS, SINCE)).toEqual({ kind: 'answered', value: false });
    expect(await carrier.wasSimSwapped(OURS, 72)).toEqual({ kind: 'answered', value: false });
    expect([operator.undocumented, operator.tokens]).toEqual([[], 1]);
  });

  test.each([404, 422] as const)(
    'understands with %i that a number is another operator’s',
    async (status) => {
      operator = await open();
      operator.elsewhere = status;
      expect(await operator.carrier.lookUpName(THEIRS)).toEqual({ kind: 'not_theirs' });
      expect(await operator.carrier.wasRecycledSince(THEIRS, SINCE)).toEqual({ kind: 'not_theirs' });
      expect(await operator.carrier.wasSimSwapped(THEIRS, 72)).toEqual({ kind: 'not_theirs' });
      expect(operator.undocumented).toEqual([]);
    },
  );

  test('takes a subscriber without a name, or with one that is none, for nobody', async () => {
    operator = await open();
    for (const name of [undefined, '', 'http://evil.example/x']) {
      operator.numbers.set(OURS, name === undefined ? {} : { name });
      expect(await operator.carrier.lookUpName(OURS)).toEqual({ kind: 'not_theirs' });
    }
  });

  test.each<[string, { status: number; body: string }]>([
    ['500', { status: 500, body: '{"status":500,"code":"INTERNAL","message":"x"}' }],
    ['503 in HTML', { status: 503, body: '<html>' }],
    ['404 of something in front of it', { status: 404, body: '<html>not found</html>' }],
    ['404 of an unknown path', { status: 404, body: '{"status":404,"code":"NOT_FOUND","message":"x"}' }],
    [
      '422 for another reason',
      { status: 422, body: '{"status":422,"code":"MISSING_IDENTIFIER","message":"x"}' },
    ],
    ['403', { status: 403, body: '{"status":403,"code":"PERMISSION_DENIED","message":"x"}' }],
    ['429', { status: 429, body: '{"status":429,"code":"TOO_MANY_REQUESTS","message":"x"}' }],
    ['200 that is not JSON', { status: 200, body: 'ok' }],
    ['200 with something else', { status: 200, body: '{"name":7,"swapped":"no","phoneNumberRecycled":1}' }],
  ])('does not know after %s, and has been kept waiting by nobody', async (_what, fault) => {
    operator = await open();
    operator.numbers.set(OURS, { name: '박서연' });
    operator.faults.push(fault, fault, fault);
    const unknown = { kind: 'unknown', silent: false };
    expect(await operator.carrier.lookUpName(OURS)).toMatchObject(unknown);
    expect(await operator.carrier.wasRecycledSince(OURS, SINCE)).toMatchObject(unknown);
    expect(await operator.carrier.wasSimSwapped(OURS, 72)).toMatchObject(unknown);
  });

  test.each(['hangs', 'drops'] as const)(
    'says that it was kept waiting if the operator %s',
    async (fault) => {
      operator = await open({ timeoutMs: 300 });
      operator.faults.push(fault);
      expect(await operator.carrier.lookUpName(OURS)).toMatchObject({ kind: 'unknown', silent: true });
    },
  );

  test('gets new credentials once the operator no longer takes the old ones', async () => {
    operator = await open();
    operator.numbers.set(OURS, { name: '박서연' });
    await operator.carrier.lookUpName(OURS);
    operator.faults.push('token_ended');
    expect(await operator.carrier.lookUpName(OURS)).toMatchObject({ kind: 'unknown', silent: false });
    expect(await operator.carrier.lookUpName(OURS)).toMatchObject({ kind: 'answered' });
    expect(operator.tokens).toBe(2);
  });
});
