/**
 * GET /v1/peer/received-calls, management → settlement and shop: what the caller had the asked server do, in the order in which it
 * came, for a caller that was restored from a backup and no longer knows of it. Each is told as the caller signed it. What became of
 * it the caller hears by sending it once more under its key. The shapes are in `kit/calls/received-calls-shape.ts`.
 */
export const RECEIVED_CALLS_PATH = '/v1/peer/received-calls';
