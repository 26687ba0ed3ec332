import type { ServerRole } from '../../stack/roles.ts';

type Kind = {
  /** How often it is drawn, beside the others. */
  weight: number;
  at: 'process' | 'edge' | 'signed edge' | 'database' | 'key' | 'nowhere';
  what: string;
};

/** Every kind of fault. */
export const KINDS = {
  kill: { weight: 9, at: 'process', what: 'a process is killed (SIGKILL) and started again' },
  kill_between: {
    weight: 8,
    at: 'signed edge',
    what: 'all processes of one side are killed between two steps: before a message arrives, or after it was answered and before that is known',
  },
  freeze: { weight: 3, at: 'process', what: 'a process stands still (SIGSTOP) and goes on' },
  partition: { weight: 5, at: 'edge', what: 'two parties can’t reach each other' },
  silence: { weight: 4, at: 'edge', what: 'connections stand, and nothing goes through' },
  lost_reply: { weight: 8, at: 'edge', what: 'requests are served, and their answers lost' },
  delay: { weight: 5, at: 'edge', what: 'messages come late' },
  reorder: { weight: 5, at: 'edge', what: 'messages are overtaken by later ones' },
  threefold: { weight: 6, at: 'edge', what: 'each message arrives three times' },
  flipped_bit: { weight: 6, at: 'signed edge', what: 'one bit of a message or of its answer is another one' },
  replay: { weight: 5, at: 'nowhere', what: 'messages from before are sent again' },
  other_body: { weight: 4, at: 'nowhere', what: 'keys are used again, for the same and for something else' },
  database_partition: { weight: 4, at: 'database', what: 'a server’s connections to PostgreSQL break' },
  database_silence: { weight: 3, at: 'database', what: 'a server hears nothing from PostgreSQL' },
  database_lost_reply: {
    weight: 5,
    at: 'database',
    what: 'statements are executed, commits too, and their answers lost',
  },
  database_delay: { weight: 3, at: 'database', what: 'PostgreSQL answers late' },
  postgres_kill: { weight: 3, at: 'nowhere', what: 'PostgreSQL is killed (SIGKILL) and started again' },
  disk_full: { weight: 2, at: 'nowhere', what: 'PostgreSQL’s disk is full' },
  clock_ahead: { weight: 3, at: 'process', what: 'a process’s clock is an hour ahead, and goes back' },
  clock_behind: { weight: 3, at: 'process', what: 'a process’s clock goes back an hour' },
  restore: {
    weight: 2,
    at: 'nowhere',
    what: 'the shop’s database is restored from a backup that is a round old, and fetches what is missing',
  },
  guess: { weight: 3, at: 'nowhere', what: 'a PIN is guessed at while the shop’s processes are killed' },
  keys: { weight: 3, at: 'key', what: 'a key is rotated by one step, and processes restarted' },
  tamper: {
    weight: 3,
    at: 'nowhere',
    what: 'somebody edits or deletes a row by hand, and the judge must see it',
  },
} as const satisfies Record<string, Kind>;
export type FaultKind = keyof typeof KINDS;
export const KIND_NAMES = Object.keys(KINDS) as FaultKind[];

export const KEYS_ROTATED: readonly (readonly [role: ServerRole, key: string])[] = [
  ['management', 'signing'],
  ['settlement', 'signing'],
  ['shop', 'signing'],
  ['management', 'sealing'],
  ['shop', 'sealing'],
  ['management', 'token_pepper'],
  ['shop', 'token_pepper'],
  ['shop', 'pin_hmac'],
  ['shop', 'number_encryption'],
];
