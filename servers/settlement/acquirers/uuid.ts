/** Our own ids of payments, as a pattern: what a webhook says of one goes into a statement. */
export const UUID = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
