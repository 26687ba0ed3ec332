import type { Executor } from '../db/transaction.ts';
import { cookieOf } from '../http/cookies.ts';
import { sessionCookie } from '../http/session-token.ts';
import { limiter } from '../limits.ts';
import type { Secrets } from '../secrets.ts';
import type { ServerBase } from '../server.ts';
import type { STAFF_SETTINGS } from './settings.ts';

/** A server's staff: where their routes are, their roles, and what programs may do. */
export type StaffRules = {
  prefix: string;
  roles: readonly string[];
  /** The role that manages staff and service accounts. */
  adminRole: string;
  /** The roles that move money or decide who does; they need a second factor. */
  secondFactorRoles: readonly string[];
  /** What service accounts may be permitted: a route names one in `serviceScope`. */
  scopes: readonly string[];
};

export type StaffContext = Pick<
  ServerBase,
  'db' | 'clock' | 'random' | 'secrets' | 'publicUrl' | 'signingKey'
> & {
  limits: ReturnType<typeof staffLimits>;
  settings: Pick<ServerBase['settings'], keyof typeof STAFF_SETTINGS>;
};

/** Who sent a request: somebody in a session, or a program, whose account stands for its session. */
export type StaffCaller = { staff_id: string; session_id: string; role: string };

/** Limits on guessing passwords and codes. */
export function staffLimits(executor: Executor, secrets: Secrets) {
  const ring = secrets.keyRing('token_pepper');
  const make = (name: string, points: number, duration_s: number) =>
    limiter(executor, { name, points, duration_s, ring });
  return {
    // From browsers that the person has never used. It slows strangers down, and stops nobody who has logged in before or
    // has a second factor. The others wait half a minute for the next; 3,000 guesses a day find no password.
    staffByLogin: make('staff_by_login', 10, 300),
    staffByBrowser: make('staff_by_browser', 10, 900),
    staffByAddress: limiter(executor, {
      name: 'staff_by_address',
      points: 100,
      duration_s: 900,
      ring,
      own: true,
    }),
    // One in twelve minutes: whoever knows the password finds the code of an app in some years.
    staffCodes: make('staff_codes', 10, 7_200),
    staffProofs: make('staff_proofs', 10, 900),
  };
}

type Named = Pick<StaffContext, 'publicUrl' | 'signingKey'>;

/** The cookie in which this server's pages keep a staff session. */
export function staffCookie({ publicUrl, signingKey }: Named) {
  return sessionCookie(`staff_${nameOf(signingKey)}`, publicUrl);
}

/** The cookie by which a browser is known again. It opens nothing. */
export function browserCookie({ publicUrl, signingKey }: Named) {
  return cookieOf(`staff_browser_${nameOf(signingKey)}`, publicUrl);
}

function nameOf({ party }: Named['signingKey']): string {
  return party.replace(/\W/g, '_');
}
