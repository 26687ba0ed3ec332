import type { Planning } from './transaction.ts';

/**
 * For a list with filters that may be given or not, and for a search: which index serves depends on what is asked for, so it is
 * planned each time. Everything else is planned once a connection, whatever its values: it looks up rows by key, one or a
 * thousand, and to plan a statement of many parts takes longer than to do it. Plans are made anew now and
 * then, for tables that have grown (`pool.ts`).
 */
export const FOR_THESE_VALUES: Planning = 'auto';
