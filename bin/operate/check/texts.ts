import { setTimeout as sleep } from 'node:timers/promises';
import { type Clock, SECOND_MS } from '../../../kit/clock.ts';
import { createLogger } from '../../../kit/log.ts';
import type { TextBooks } from '../../../kit/texts/ask.ts';
import type { NamedProvider } from '../../../kit/texts/providers.ts';
import { openProviders } from '../../../kit/texts/settings.ts';
import { type Finding, fine, wrong } from './findings.ts';

const PATIENCE_MS = 10 * SECOND_MS;
const POLL_MS = 100;
/** A text that was never sent. */
const NONE = 'seonmul-check';

type Base = { publicUrl: string; clock: Clock; random: (bytes: number) => Buffer };

/** What a provider tells us meanwhile is for the server: refused here, it comes again. */
const refused = async () => {
  throw new Error('Only a check.');
};
const NO_BOOKS: TextBooks = { onReceipt: refused, onFound: refused, onLost: refused, onMessage: refused };

/** Whether each text message provider lets us in. No text is sent. */
export async function checkTexts(base: Base, file: string): Promise<Finding[]> {
  const log = createLogger('check', 'silent');
  const providers = openProviders({ ...base, log }, file, NO_BOOKS);
  try {
    return await Promise.all(providers.map((provider) => checkProvider(provider, base.clock)));
  } finally {
    await Promise.all(providers.map(({ provider }) => provider.close()));
  }
}

async function checkProvider({ terms, provider }: NamedProvider, clock: Clock): Promise<Finding> {
  const about = `texts by ${terms.name}`;
  if (!(await becomesReady(provider.isReady)))
    return wrong(about, 'it can’t be reached, or refuses our credentials.');
  if (provider.ask === undefined) return fine(about);
  const now = clock();
  const asked = await provider.ask({
    ...{ reference: NONE, provider_message_id: NONE, to: '+821000000000', sender: '' },
    ...{ begun_at: now, now, others: new Set<string>() },
  });
  if (asked.kind !== 'no_answer') return fine(about);
  if (asked.reason === 'no_look_up') return fine(`${about} (can’t be tried without sending)`);
  const isLogIn = /^http_40[13]$/.test(asked.reason);
  return wrong(
    about,
    isLogIn ? `it refuses our credentials (${asked.reason}).` : `it does not answer (${asked.reason}).`,
  );
}

/** A provider with a lasting connection is ready once that stands. */
async function becomesReady(isReady: () => boolean): Promise<boolean> {
  const until = performance.now() + PATIENCE_MS;
  while (!isReady()) {
    if (performance.now() > until) return false;
    await sleep(POLL_MS);
  }
  return true;
}
