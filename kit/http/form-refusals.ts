import type { Words } from '../words/index.ts';
import { type Answer, type ProblemDocument, ProblemError } from './problem.ts';
import { isProblemCode } from './statuses.ts';

export type Refused = { code: string; extra?: Readonly<Record<string, unknown>> | undefined };

/** Why the operation behind a form was refused, or null if it succeeded. A duplicate that is still running is a refusal, too. */
export async function refusalOf(act: () => Promise<Answer>): Promise<Refused | null> {
  try {
    const { status, body } = await act();
    if (status < 300) return null;
    const problem: ProblemDocument = JSON.parse(body);
    return { code: problem.code, extra: problem };
  } catch (error) {
    if (error instanceof ProblemError) return { code: error.code, extra: error.extra };
    throw error;
  }
}

/** What a page says about a refusal. */
export function problemText(w: Words, code: string, extra: Readonly<Record<string, unknown>> = {}): string {
  // An outdated page was submitted again with other values.
  if (code === 'idempotency_key_reused') return w.t('page.send_again');
  return w.problem(isProblemCode(code) ? code : 'service_unavailable', extra).detail;
}
