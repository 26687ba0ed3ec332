import { type RefusalOf, refusals } from '../result.ts';

/** Refusals before an operation is reached. `kit/http/route-refusals.ts` adds them to every route that has the guard. */
export const ANY_ROUTE_REFUSALS = refusals(
  'restoring', // this server was restored from a backup, and lacks what others hold
  'internal_error',
  'service_unavailable',
  'request_in_progress',
);
export const NO_ROUTE_REFUSALS = refusals('not_found', 'method_not_allowed');
export const INPUT_REFUSALS = refusals('encoding_invalid', 'validation_failed');
export const BODY_REFUSALS = refusals(
  'body_too_large',
  'unsupported_media_type',
  'encoding_invalid',
  'body_not_json',
  'json_member_repeated',
  'validation_failed',
);
export const SESSION_REFUSALS = refusals('unauthenticated', 'session_expired', 'forbidden');
/** Of routes that ask whoever is logged in to prove again who they are. They declare it themselves. */
export const PROOF_REFUSALS = refusals('proof_required');
/** Beside those of a session. */
export const STAFF_REFUSALS = refusals('second_factor_required', 'proof_required');
export const SIGNATURE_REFUSALS = refusals(
  'signature_missing',
  'signature_invalid',
  'signature_stale',
  'content_digest_mismatch',
  'signature_replayed',
  'caller_not_permitted',
);
export const IDEMPOTENCY_REFUSALS = refusals(
  'idempotency_key_missing',
  'idempotency_key_invalid',
  'idempotency_key_reused',
  'request_in_progress',
);

/** What hooks, parsers and guards throw. All other refusals are returned by operations and declared by routes. */
export type GuardRefusal = RefusalOf<
  | typeof ANY_ROUTE_REFUSALS
  | typeof NO_ROUTE_REFUSALS
  | typeof BODY_REFUSALS
  | typeof SESSION_REFUSALS
  | typeof PROOF_REFUSALS
  | typeof STAFF_REFUSALS
  | typeof SIGNATURE_REFUSALS
  | typeof IDEMPOTENCY_REFUSALS
>;
