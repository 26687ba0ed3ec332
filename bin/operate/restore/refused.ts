/** A restore must not begin, or not go on, until somebody has done something. */
export class RestoreRefused extends Error {}
