import { count, oneOf } from '../config.ts';

/** How a server's staff log in. */
export const STAFF_SETTINGS = {
  staffSecondFactor: oneOf(
    'STAFF_SECOND_FACTOR',
    'required: staff in roles that move money log in only with a second factor; optional: those who have one are asked for it, for demos and tests only',
    ['required', 'optional'],
    'required',
  ),
  staffIdle_minutes: count(
    'STAFF_IDLE_MINUTES',
    'after how many minutes without doing anything staff are logged out; after eight hours they always are',
    '30',
  ),
};
