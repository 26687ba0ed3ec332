import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    seed: number;
  }
}

/** What all randomness of a run follows from; `npm test -- <file> --seed <this>` repeats it. */
export const SEED = inject('seed');
