/** Stands in files that `init` made where only their owner knows what belongs there. */
export const PLACEHOLDER = 'CHANGE-ME';
