import { SECOND_MS } from '../../../kit/clock.ts';
import { ProblemError } from '../../../kit/http/problem.ts';
import type { ProblemCode } from '../../../kit/http/statuses.ts';
import { done, knownRefusal, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import { type Party, signedFetch } from '../../../kit/signing/index.ts';
import { currentTraceparent } from '../../../kit/trace.ts';
import type { ShopContext } from '../context.ts';

/** Of calls that ask settlement to pay this shop to another account; the job `account_proposals` repeats them. */
export const PROPOSED = 'propose_account';

/** The settlement server that this shop may call. Throws `service_unavailable` if none is configured. */
export function settlementOf(context: ShopContext): Party {
  const settlement = context.parties.find(({ role }) => role === 'settlement');
  if (settlement === undefined) throw new ProblemError('service_unavailable');
  return settlement;
}

/**
 * Reads from settlement under the shop's own signature. Refusals named in its contract are passed on; any other, and no
 * response, is `unknown`.
 */
export async function askSettlement<Codes extends readonly ProblemCode[], Unknown extends ProblemCode>(
  context: ShopContext,
  path: string,
  codes: Codes,
  unknown: Unknown,
): Promise<Result<unknown, RefusalOf<Codes> | Unknown>> {
  const answer = await signedFetch({
    key: context.signingKey,
    party: settlementOf(context),
    method: 'GET',
    path,
    clock: context.clock,
    timeout_ms: 10 * SECOND_MS,
    traceparent: currentTraceparent(),
  });
  if (answer.kind === 'unknown') return refuse(unknown);
  if (answer.status === 200) return done(answer.json);
  const { json } = answer;
  const code = typeof json === 'object' && json !== null && 'code' in json ? String(json.code) : '';
  return refuse(answer.status < 500 ? knownRefusal(codes, code, unknown) : unknown);
}
