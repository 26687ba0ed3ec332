import { type Answer, type ProblemDocument, ProblemError } from '../../../kit/http/problem.ts';
import { isProblemCode } from '../../../kit/http/statuses.ts';
import type { Words } from '../../../kit/messages/index.ts';
import type { Wrong } from './gift-page.ts';

export type Refused = { code: string; extra: Readonly<Record<string, unknown>> };

/** Why an operation refused, or null when it is done. The same form at work elsewhere is a refusal, too. */
export async function refusalOf(act: () => Promise<Answer>): Promise<Refused | null> {
  try {
    const { status, body } = await act();
    if (status === 200) return null;
    const problem: ProblemDocument = JSON.parse(body);
    return { code: problem.code, extra: problem };
  } catch (error) {
    if (error instanceof ProblemError) return { code: error.code, extra: error.extra };
    throw error;
  }
}

/** The refusal in words, and the field that it is about. */
export function wrongOf({ code, extra }: Refused, w: Words): Wrong {
  // A form of before, filled in otherwise: its page had grown old.
  if (code === 'idempotency_key_reused') return { field: null, text: w.t('page.send_again') };
  const field = code.startsWith('pin_') ? 'pin' : code === 'phone_number_invalid' ? 'phone' : null;
  return { field, text: problemText(w, code, extra) };
}

export function problemText(w: Words, code: string, extra: Readonly<Record<string, unknown>> = {}): string {
  return w.problem(isProblemCode(code) ? code : 'service_unavailable', extra).detail;
}
