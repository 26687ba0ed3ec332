const PREFIX = 'faults-';

/** The Idempotency-Key of a change that is recorded. */
export const keyOf = (id: string) => `${PREFIX}${id}`;

/** Whether what has this key must be answered the same again: not everything that is sent a key takes it. */
export const isKept = (key: string | undefined) => key?.startsWith(PREFIX) === true;
