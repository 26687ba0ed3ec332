import { ask, forAll } from './ask.ts';
import { certificateId, phoneOf, pinOf } from './gifts.ts';
import type { Asked } from './load.ts';
import type { Till } from './people.ts';

const AT_ONCE = 32;

/** Phone number and PIN at the tills, each certificate at one of them, and the sale of one won that this permits. */
export async function openAtTills(
  shop: string,
  tills: readonly Till[],
  numbers: readonly number[],
): Promise<Asked[]> {
  return forAll(numbers, Math.min(AT_ONCE, tills.length), (number, index) =>
    openOne(shop, tills[index % tills.length] ?? { token: '' }, number),
  );
}

/** One certificate at many tills: one after the other, since attempts at one phone are counted before they are compared. */
export async function openAtEach(shop: string, tills: readonly Till[], number: number): Promise<Asked[]> {
  return forAll(tills, 1, (till) => openOne(shop, till, number));
}

async function openOne(shop: string, { token }: Till, number: number): Promise<Asked> {
  const opened = await ask('POST', `${shop}/v1/verifications`, {
    token,
    body: { phone: phoneOf(number), pin: pinOf(number) },
  });
  return aSale(token, String(opened.verification_token), certificateId(number));
}

function aSale(token: string, verification_token: string, certificate_id: string): Asked {
  const lines = [{ certificate_id, amount_minor: 1 }];
  return [token, '/v1/redemptions', { verification_token, sale_reference: 'bench', lines }];
}

/** Phone number and PIN, of many certificates at many tills. */
export function verifications(tills: readonly Till[], numbers: readonly number[]): Asked[] {
  return numbers.map((number, index) => {
    const body = { phone: phoneOf(number), pin: pinOf(number) };
    return [tills[index % tills.length]?.token ?? '', '/v1/verifications', body];
  });
}
