import { addMs, DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../clock.ts';
import { sql } from '../db/sql.ts';
import { type Claim, claimDue } from '../due/claims.ts';
import { eachDue } from '../due/each-due.ts';
import type { DueContext } from '../due/failing-work.ts';
import type { Job } from '../jobs.ts';
import { type Asked, type DeliveryState, type IncomingText, idAt, type Receipt } from './port.ts';
import type { NamedProvider } from './providers.ts';
import { askAgainAt, dueToAsk, noteFound, otherIds, readSubmission, type Submission } from './submissions.ts';

/** What a server does with what it hears of its texts. All of it is safe to repeat. */
export type TextBooks = {
  /** Whether the receipt was taken; not while the text is not yet recorded as sent. */
  onReceipt(receipt: Receipt): Promise<boolean>;
  /** A provider has a text whose answer nobody heard. Not taken while its attempt still lasts. */
  onFound(messageId: string, providerMessageId: string): Promise<boolean>;
  /** A provider has no such text, so it can be sent again, or never said. Not taken while its attempt still lasts. */
  onLost(messageId: string, outcome: { kind: 'not_sent' | 'unknown'; reason: string }): Promise<boolean>;
  onMessage(message: IncomingText & { by: string }): Promise<void>;
};

/** Until then a request may still arrive at the provider. */
const MISSING_MS_MIN = 5 * MINUTE_MS;
const MISSING_AGAIN_MS = 30 * SECOND_MS;
/** While the server itself is about to record the outcome. */
const NOT_YET_MS = 10 * SECOND_MS;
const AGAIN_MS = [MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, HOUR_MS, 3 * HOUR_MS];
const AGAIN_MS_MAX = 12 * HOUR_MS;
/** How long a provider is asked whether it has a text, and what became of one that it has. */
const BEGUN_MS_MAX = HOUR_MS;
const SUBMITTED_MS_MAX = 3 * DAY_MS;

/**
 * Asks providers about texts: what became of those they have, and whether they have one whose answer nobody heard. A webhook
 * only makes it sooner.
 */
export function askJob(context: DueContext, providers: readonly NamedProvider[], books: TextBooks): Job {
  const round = () => askProviders(context, providers, books);
  return { name: 'ask_about_texts', every_ms: SECOND_MS, overlaps: true, round };
}

export function askProviders(
  context: DueContext,
  providers: readonly NamedProvider[],
  books: TextBooks,
): Promise<number> {
  const names = providers.map(({ terms }) => terms.name);
  const parties = sql`select party from unnest(${names}::text[]) providers (party)`;
  const find = (claim: Claim) => claimDue(claim, parties, dueToAsk(claim.now)).execute(context.db);
  return eachDue(context, 'ask_about_texts', find, async (_within, { subject_id }) => {
    const submission = await readSubmission(context.db, subject_id, context.clock());
    if (submission === undefined) return false;
    const asked = await ask(context, providers, submission);
    if (asked === undefined) return false;
    await askAgainAt(context.db, subject_id, await settle(context, books, submission, asked));
  });
}

async function ask(
  { db, clock }: DueContext,
  providers: readonly NamedProvider[],
  submission: Submission,
): Promise<Asked | undefined> {
  const { submission_id: reference, provider_message_id, phone: to, sender, begun_at } = submission;
  const provider = providers.find(({ terms }) => terms.name === submission.provider)?.provider;
  if (provider?.ask === undefined) return undefined;
  const others = await otherIds(db, submission);
  return provider.ask({ reference, provider_message_id, to, sender, begun_at, now: clock(), others });
}

/** Records an answer, and returns when the provider is to be asked again. */
async function settle(
  context: DueContext,
  books: TextBooks,
  submission: Submission,
  asked: Asked,
): Promise<Date | null> {
  const now = context.clock();
  const age = now.getTime() - submission.begun_at.getTime();
  const isBegun = submission.state === 'begun';
  const again = age < (isBegun ? BEGUN_MS_MAX : SUBMITTED_MS_MAX) ? addMs(now, waitAfter(submission)) : null;
  if (asked.kind === 'found') {
    if (!(await takeFound(context, books, submission, asked))) return addMs(now, NOT_YET_MS);
    return asked.state === null ? again : null;
  }
  if (!isBegun) return again;
  if (asked.kind === 'missing' && age < MISSING_MS_MIN) return addMs(now, MISSING_AGAIN_MS);
  if (asked.kind === 'no_answer' && again !== null) return again;
  const outcome =
    asked.kind === 'missing'
      ? ({ kind: 'not_sent', reason: 'not_at_provider' } as const)
      : ({ kind: 'unknown', reason: 'provider_never_answered' } as const);
  return (await books.onLost(submission.message_id, outcome)) ? null : addMs(now, NOT_YET_MS);
}

/** Records that the provider has a text, and what became of it. Whether that was taken. */
export async function takeFound(
  { db }: Pick<DueContext, 'db'>,
  books: TextBooks,
  { submission_id, message_id, provider, state: noted }: Submission,
  { provider_message_id: id, state }: { provider_message_id: string; state: DeliveryState | null },
): Promise<boolean> {
  const provider_message_id = idAt(provider, id);
  // Even of one that was noted as submitted: its process may have died before it told the server so.
  if (!(await books.onFound(message_id, provider_message_id))) return false;
  if (noted === 'begun') await noteFound(db, submission_id, id);
  return state === null || books.onReceipt({ provider_message_id, state });
}

function waitAfter({ asked }: Submission): number {
  return AGAIN_MS[asked] ?? AGAIN_MS_MAX;
}
