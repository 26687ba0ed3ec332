import { type Clock, systemClock } from '../../../kit/clock.ts';
import { readCarriers } from '../../../servers/management/carriers/settings.ts';
import { type Finding, fine, wrong } from './findings.ts';

const WHY: Readonly<Record<string, string>> = {
  no_token: 'gives us no token: are client_id, token_url and the key those that it knows?',
  timed_out: 'does not answer in time.',
  not_reached: "can't be reached: is its URL right, and does its firewall let us in?",
};

/** Whether each mobile operator lets us in. Nobody's number is asked about. */
export async function checkCarriers(file: string, clock: Clock = systemClock): Promise<Finding[]> {
  return Promise.all(
    readCarriers(file, clock).map(async ({ carrier }) => {
      const about = `mobile operator ${carrier.name}`;
      const answer = await carrier.logIn();
      if (answer.kind === 'answered') return fine(about);
      const reason = answer.kind === 'unknown' ? answer.reason : answer.kind;
      return wrong(about, WHY[reason] ?? reason);
    }),
  );
}
