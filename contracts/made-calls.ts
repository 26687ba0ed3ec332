/**
 * GET /v1/peer/made-calls, shop → management, settlement → management and shop: what the asked server had done at the caller, in
 * the order in which that was answered, for a caller that was restored from a backup and lacks it. A call's id was its
 * Idempotency-Key. The shapes are in `kit/calls/made-calls-shape.ts`.
 */
export const MADE_CALLS_PATH = '/v1/peer/made-calls';
