import type { Settings } from './record.ts';
import type { Asked, Requests } from './requests.ts';

const PAUSE_MS = 40;
const REVERSED_EACH = 5;

type Till = Settings['tills'][number];

/** A till that sells one won of its certificate again and again, and reverses some of these sales. */
export async function sell(
  requests: Requests,
  { urls, run }: Settings,
  till: Till,
  number: number,
): Promise<void> {
  // Every other till asks again until it knows; the others leave it at an unknown outcome.
  const patiently = number % 2 === 0;
  let opened: string | undefined;
  for (let n = 1; !requests.isEnding; n++) {
    opened ??= await openCertificate(urls.shop, till);
    if (opened === undefined) {
      await new Promise((done) => setTimeout(done, PAUSE_MS * 10));
      continue;
    }
    const key = `${run}-sale-${number}-${n}`;
    const lines = [{ certificate_id: till.certificate_id, amount_minor: 1 }];
    const body = { verification_token: opened, sale_reference: key, lines };
    const asked: Asked = { kind: 'sale', key, url: `${urls.shop}/v1/redemptions`, token: till.token, body };
    const sold = await requests.ask(asked, patiently);
    if (sold.outcome === 'refused') opened = undefined;
    const [line] = (sold.body.lines ?? []) as { redemption_id: string }[];
    if (n % REVERSED_EACH === 0 && line !== undefined)
      await requests.ask(
        {
          ...{ kind: 'reversal', key: `${run}-reversal-${number}-${n}`, token: till.token, body: {} },
          url: `${urls.shop}/v1/redemptions/${line.redemption_id}/reversal`,
          subject: line.redemption_id,
        },
        patiently,
      );
    await new Promise((done) => setTimeout(done, PAUSE_MS));
  }
}

/** By phone number and PIN; undefined while the shop doesn't answer. */
async function openCertificate(shop: string, { token, phone, pin }: Till): Promise<string | undefined> {
  try {
    const response = await fetch(`${shop}/v1/verifications`, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', authorization: `Bearer ${token}` },
        'idempotency-key': crypto.randomUUID(),
      },
      body: JSON.stringify({ phone, pin }),
      signal: AbortSignal.timeout(60_000),
    });
    const { verification_token } = Object(await response.json()) as { verification_token?: string };
    return verification_token;
  } catch {
    return undefined;
  }
}
