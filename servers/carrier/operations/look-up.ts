import { sql } from 'kysely';
import type { ErrorInfo } from '../../../contracts/carrier-camara.ts';
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

export type LookUp<T> = { ok: true; value: T } | { ok: false; error: ErrorInfo };

/**
 * Finds the subscriber that a request is about and writes the look-up into the book, whatever comes of it.
 * Refusals in order, with CAMARA's codes: PERMISSION_DENIED (no scope for it), UNNECESSARY_IDENTIFIER (the token names
 * the number already), MISSING_IDENTIFIER, IDENTIFIER_NOT_FOUND, then what `answer` refuses.
 */
export async function lookUp<T>(
  context: CarrierContext,
  asker: Asker,
  request: {
    api: string;
    scopes: readonly string[];
    phoneNumber: string | undefined;
    attributes: readonly string[];
  },
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
  request: { scopes: readonly string[]; phoneNumber: string | undefined },
  phone: string | undefined,
  answer: (subscriber: Subscriber) => LookUp<T>,
): Promise<LookUp<T>> {
  if (!request.scopes.some((scope) => asker.scopes.has(scope))) {
    return refused(403, 'PERMISSION_DENIED', 'The token has no scope for this.');
  }
  if (asker.phone !== undefined && request.phoneNumber !== undefined) {
    return refused(
      422,
      'UNNECESSARY_IDENTIFIER',
      'The phone number is already identified by the access token.',
    );
  }
  if (phone === undefined)
    return refused(422, 'MISSING_IDENTIFIER', 'The phone number cannot be identified.');
  const found = await sql<Subscriber>`select * from subscribers where phone_number = ${phone}`.execute(
    context.db,
  );
  const subscriber = found.rows[0];
  if (subscriber === undefined)
    return refused(404, 'IDENTIFIER_NOT_FOUND', 'Nobody is known by this phone number.');
  return answer(subscriber);
}

export function refused(status: number, code: string, message: string): { ok: false; error: ErrorInfo } {
  return { ok: false, error: { status, code, message } };
}
