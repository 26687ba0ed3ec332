import { aPin, type People } from './people.ts';

/** Tries so many wrong PINs at the victim's phone, at a till and from afar, as fast as they are answered. */
export async function guess({ guessers, victim }: People, tries: number): Promise<void> {
  const { till, afar } = guessers;
  const { phone } = victim;
  for (let n = 0; n < tries; n++) {
    const pin = aPin(till.random, phone);
    if (pin === victim.pin) continue;
    await till.guess({ at: 'till' }, { method: 'POST', path: '/v1/verifications', body: { phone, pin } });
    await afar.guess({ at: 'afar' }, { method: 'POST', path: '/v1/balances', body: { phone, pin } });
  }
}
