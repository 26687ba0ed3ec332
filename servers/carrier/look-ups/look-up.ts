import type { ErrorInfo } from '../../../contracts/carrier-camara.ts';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
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

/** Who asks: the client, the scopes of its token, and the number that the token is bound to, if it is. */
export type Asker = {
  client_id: string;
  ground: string;
  scopes: ReadonlySet<string>;
  phone: string | undefined;
  correlator: string | undefined;
};

type Request = {
  scopes: readonly string[];
  phoneNumber: string | undefined;
  /** Whether the API takes the number in the request beside that of the token when they are the same. */
  takesSameNumber?: boolean;
  /** What is wrong with the request itself, if anything is. */
  invalid?: ErrorInfo;
};

export type LookUp<T> = { ok: true; value: T } | { ok: false; error: ErrorInfo };

/**
 * Finds the subscriber that a request is about and writes the look-up into the book, whatever comes of it.
 * Refusals in order, with CAMARA's codes: PERMISSION_DENIED (no scope for it), `invalid`, the number named by token and
 * request both (see `numberTwice`), MISSING_IDENTIFIER, IDENTIFIER_NOT_FOUND, then what `answer` refuses.
 */
export async function lookUp<T>(
  context: CarrierContext,
  asker: Asker,
  request: Request & { api: string; attributes: readonly string[] },
  answer: (subscriber: Subscriber) => LookUp<T>,
): Promise<LookUp<T>> {
  const phone = asker.phone ?? request.phoneNumber;
  const result = await find(context, asker, request, phone, answer);
  await sql`
    insert into lookups (lookup_id, client_id, ground, api, phone_number, attributes, status, code, correlator, trace_id, at)
    values (${newId()}, ${asker.client_id}, ${asker.ground}, ${request.api}, ${phone ?? null}, ${[...request.attributes]},
      ${result.ok ? 200 : result.error.status}, ${result.ok ? 'OK' : result.error.code}, ${asker.correlator ?? null},
      ${currentTraceId()}, ${context.clock()})`.execute(context.db);
  return result;
}

async function find<T>(
  context: CarrierContext,
  asker: Asker,
  request: Request,
  phone: string | undefined,
  answer: (subscriber: Subscriber) => LookUp<T>,
): Promise<LookUp<T>> {
  if (!request.scopes.some((scope) => asker.scopes.has(scope))) {
    return refused(403, 'PERMISSION_DENIED', 'The token has no scope for this.');
  }
  if (request.invalid !== undefined) return { ok: false, error: request.invalid };
  const twice = numberTwice(asker.phone, request);
  if (twice !== undefined) return { ok: false, error: twice };
  if (phone === undefined)
    return refused(422, 'MISSING_IDENTIFIER', 'The phone number cannot be identified.');
  const found = await sql<Subscriber>`
    select phone_number, name, given_name, family_name, birthdate, gender, email, address, postal_code, locality, country,
      activated_on, latest_sim_change
    from subscribers where phone_number = ${phone}`.execute(context.db);
  const subscriber = found.rows[0];
  if (subscriber === undefined)
    return refused(404, 'IDENTIFIER_NOT_FOUND', 'Nobody is known by this phone number.');
  return answer(subscriber);
}

/** KYC Match compares the two numbers; the other APIs' documents refuse a second one, whatever it is. */
function numberTwice(
  ofToken: string | undefined,
  { phoneNumber, takesSameNumber = false }: Request,
): ErrorInfo | undefined {
  if (ofToken === undefined || phoneNumber === undefined) return undefined;
  if (!takesSameNumber)
    return problem(
      422,
      'UNNECESSARY_IDENTIFIER',
      'The phone number is already identified by the access token.',
    );
  return phoneNumber === ofToken
    ? undefined
    : problem(403, 'INVALID_TOKEN_CONTEXT', 'phoneNumber is not consistent with access token.');
}

export function problem(status: number, code: string, message: string): ErrorInfo {
  return { status, code, message };
}

export function refused(status: number, code: string, message: string): { ok: false; error: ErrorInfo } {
  return { ok: false, error: problem(status, code, message) };
}
