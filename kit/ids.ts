import { v7 } from 'uuid';

/** UUIDv7: ordered by time, so that indexes stay dense, and unguessable enough to be an id, never a secret. */
export function newId(): string {
  return v7();
}
