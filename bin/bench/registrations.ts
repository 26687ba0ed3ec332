import { randomUUID } from 'node:crypto';
import { type RegisterCertificate, SHOP_PATHS } from '../../contracts/shop-certificates.ts';
import { addMs, DAY_MS } from '../../kit/clock.ts';
import { loadParties, loadSigningKey, signedFetch } from '../../kit/signing/index.ts';
import { currentTraceparent } from '../../kit/trace.ts';
import type { Stack } from '../stack/stack.ts';
import { Unexpected } from '../walkthrough/doors.ts';
import type { Load } from './load.ts';
import { repeated } from './repeated.ts';

const AT_ONCE = 32;
const clock = () => new Date();

/** Registers certificates at the shop, in management's name and with its key. */
export function registerMany({ environments }: Stack, seconds: number): Promise<Load> {
  const { SIGNING_KEY_FILE = '', PARTIES_FILE = '' } = environments.get('management') ?? {};
  const key = loadSigningKey(SIGNING_KEY_FILE);
  const party = loadParties(PARTIES_FILE).find(({ role }) => role === 'shop');
  if (party === undefined) throw new Error('Management knows no shop.');
  const expires_at = addMs(clock(), 365 * DAY_MS).toISOString();
  return repeated(AT_ONCE, seconds, async () => {
    const body: RegisterCertificate = {
      certificate_id: randomUUID(),
      order_id: randomUUID(),
      buyer_name: '김하늘',
      buyer_member_number: '1000000000',
      amount_minor: 50_000,
      currency: 'KRW',
      recipient_name: '박바다',
      recipient_phone: '+821098765432',
      expires_at,
    };
    const answer = await signedFetch({
      key,
      party,
      method: 'POST',
      path: SHOP_PATHS.certificates,
      body: Buffer.from(JSON.stringify(body)),
      idempotency_key: randomUUID(),
      clock,
      timeout_ms: 30_000,
      traceparent: currentTraceparent(),
    });
    if (answer.kind === 'unknown') throw new Unexpected(answer.reason);
    if (answer.status !== 201) throw new Unexpected(`${answer.status} ${answer.body}`);
  });
}
