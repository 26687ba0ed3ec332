import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    seed: number;
  }
}

/** Seeds all randomness of a run; `npm test -- <file> --seed <this>` repeats it. */
export const SEED = inject('seed');
