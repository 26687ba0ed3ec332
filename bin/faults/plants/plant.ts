import type { Books } from '../judge/books.ts';
import type { People } from '../load/people.ts';
import type { Check } from '../record/checks.ts';
import type { RecordReader } from '../record/record.ts';
import type { FaultSystem } from '../system/system.ts';

export type Planting = { books: Books; record: RecordReader };

/** A fault that one check, and no other, must find. */
export type Plant = {
  name: string;
  check: Check;
  what: string;
  /** Changes rows, which is undone, or the record, of which it returns another one. Undefined: there is nothing to change. */
  edit?: ((planting: Planting) => Promise<RecordReader | undefined>) | undefined;
  /** Makes the running system break a rule, before anything is judged. */
  act?: ((running: { system: FaultSystem; people: People }) => Promise<void>) | undefined;
};
