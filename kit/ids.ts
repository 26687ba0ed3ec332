import { v7 } from 'uuid';

/** A UUIDv7: ordered by time, which keeps indexes dense. Fine as an id, never as a secret. */
export function newId(): string {
  return v7();
}
