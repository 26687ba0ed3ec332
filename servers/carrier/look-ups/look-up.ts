import type { ErrorInfo } from '../../../contracts/carrier-camara.ts';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import { rangeMatch } from '../../../kit/number-ranges.ts';
import { currentTraceId } from '../../../kit/trace.ts';
import type { CarrierContext } from '../context.ts';

export type Subscriber = {
  phone_number: string;
  name: string;
  given_name: string | null;
  family_name: string | null;
  birthdate: string | null;
  gender: string | null;
  email: string | null;
  address: string | null;
  postal_code: string | null;
  locality: string | null;
  country: string | null;
  activated_on: string;
  latest_sim_change: Date | null;
};

/** The client, its token's scopes, and the number that the token is bound to, if any. */
export type Caller = {
  client_id: string;
  ground: string;
  scopes: ReadonlySet<string>;
  phone: string | undefined;
  correlator: string | undefined;
};

type Request = {
  scopes: readonly string[];
  phoneNumber: string | undefined;
  /** Whether the request may repeat the number of the token. */
  mayRepeatNumber?: boolean;
  /** The error in the request itself, if any. */
  invalid?: ErrorInfo;
  /** The error for a number of another operator, where an API's document has one of its own. */
  elsewhere?: ErrorInfo;
};

export type LookUp<T> = { ok: true; value: T } | { ok: false; error: ErrorInfo };

/**
 * Finds the subscriber that a request is about and logs the look-up, whatever the result. Errors in order, with CAMARA's
 * codes: PERMISSION_DENIED (the token has no scope for it), `invalid`, the number in both token and request (see
 * `numberConflict`), MISSING_IDENTIFIER, IDENTIFIER_NOT_FOUND (a number of ours that nobody has), SERVICE_NOT_APPLICABLE (a
 * number of another operator), then those of `answer`.
 */
export async function lookUp<T>(
  context: CarrierContext,
  caller: Caller,
  request: Request & { api: string; attributes: readonly string[] },
  answer: (subscriber: Subscriber) => LookUp<T>,
): Promise<LookUp<T>> {
  const phone = caller.phone ?? request.phoneNumber;
  const result = await find(context, caller, request, phone, answer);
  await sql`
    insert into lookups (lookup_id, client_id, ground, api, phone_number, attributes, status, code, correlator, trace_id, at)
    values (${newId()}, ${caller.client_id}, ${caller.ground}, ${request.api}, ${phone ?? null}, ${[...request.attributes]},
      ${result.ok ? 200 : result.error.status}, ${result.ok ? 'OK' : result.error.code}, ${caller.correlator ?? null},
      ${currentTraceId()}, ${context.clock()})`.execute(context.db);
  return result;
}

async function find<T>(
  context: CarrierContext,
  caller: Caller,
  request: Request,
  phone: string | undefined,
  answer: (subscriber: Subscriber) => LookUp<T>,
): Promise<LookUp<T>> {
  if (!request.scopes.some((scope) => caller.scopes.has(scope))) {
    return refused(403, 'PERMISSION_DENIED', 'The token has no scope for this.');
  }
  if (request.invalid !== undefined) return { ok: false, error: request.invalid };
  const conflict = numberConflict(caller.phone, request);
  if (conflict !== undefined) return { ok: false, error: conflict };
  if (phone === undefined)
    return refused(422, 'MISSING_IDENTIFIER', 'The phone number cannot be identified.');
  const found = await sql<Subscriber>`
    select phone_number, name, given_name, family_name, birthdate, gender, email, address, postal_code, locality, country,
      activated_on, latest_sim_change
    from subscribers where phone_number = ${phone}`.execute(context.db);
  const subscriber = found.rows[0];
  if (subscriber !== undefined) return answer(subscriber);
  const isOurs = rangeMatch(phone, context.settings.numberRanges) > 0;
  return { ok: false, error: isOurs ? NOT_FOUND : (request.elsewhere ?? NOT_APPLICABLE) };
}

export const NOT_FOUND = problem(404, 'IDENTIFIER_NOT_FOUND', 'No subscriber has this phone number.');
const NOT_APPLICABLE = problem(
  422,
  'SERVICE_NOT_APPLICABLE',
  'The service is not available for this phone number: it is of another operator.',
);

/** KYC Match compares the two numbers; the other APIs refuse a second number, even the same one. */
function numberConflict(
  tokenNumber: string | undefined,
  { phoneNumber, mayRepeatNumber = false }: Request,
): ErrorInfo | undefined {
  if (tokenNumber === undefined || phoneNumber === undefined) return undefined;
  if (!mayRepeatNumber)
    return problem(
      422,
      'UNNECESSARY_IDENTIFIER',
      'The phone number is already identified by the access token.',
    );
  return phoneNumber === tokenNumber
    ? undefined
    : problem(403, 'INVALID_TOKEN_CONTEXT', 'phoneNumber is not consistent with the access token.');
}

export function problem(status: number, code: string, message: string): ErrorInfo {
  return { status, code, message };
}

export function refused(status: number, code: string, message: string): { ok: false; error: ErrorInfo } {
  return { ok: false, error: problem(status, code, message) };
}
