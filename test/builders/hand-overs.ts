import type { Reply, TestShop } from './shop-server.ts';

type Begun = { token: string; certificate_id: string; from: string; to: string };

/** The code that a holder's own phone was texted, to hand over. */
export async function holderCode(shop: TestShop, phone: string): Promise<string> {
  return /양도할 인증번호 (\d{6})/.exec(await shop.lastText(phone))?.[1] ?? '000000';
}

/** A holder hands a certificate over, with the code that their own phone is told; the other phone is told one, too. */
export async function handOver(shop: TestShop, { token, certificate_id, from, to }: Begun): Promise<Reply> {
  const path = `/v1/holder/certificates/${certificate_id}/hand-overs`;
  const begun = await shop.call('POST', path, { token, body: { phone: to, locale: 'ko' } });
  if (begun.status !== 201) return begun;
  const body = { code: await holderCode(shop, from), locale: 'ko' };
  return shop.call('POST', `${path}/confirmation`, { token, body });
}
