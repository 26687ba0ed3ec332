import { ConfigError, type Setting } from './config.ts';
import { type RefusalOf, refusals } from './result.ts';

/** What a mobile operator says of a phone; null where it is not known. */
export type PhoneFacts = { sim_swapped: boolean | null; recycled: boolean | null };

type Verdict = 'allow' | 'refuse';
/** What follows from each answer. A change of the SIM counts for `hours`. */
export type PhonePolicy = { sim_swapped: Verdict; recycled: Verdict; unknown: Verdict; hours: number };

export const PHONE_CHECK_REFUSALS = refusals(
  'number_recycled', // it has had another owner since
  'sim_changed', // a short while ago
  'number_not_checked', // the operator does not say
);

/** CAMARA takes from 1 to 2400 hours. */
const HOURS_MAX = 2_400;
const VERDICTS: Readonly<Record<string, Verdict>> = { allow: 'allow', refuse: 'refuse' };

/**
 * A setting such as `sim_swapped=refuse recycled=refuse unknown=allow hours=72`. A part that is left out has what the
 * default says.
 */
export function phonePolicy(name: string, what: string): Setting<PhonePolicy> {
  const fallback = 'sim_swapped=refuse recycled=refuse unknown=allow hours=72';
  return {
    name,
    meaning: `what follows from a mobile operator's answers about the phone when ${what}`,
    fallback,
    read(given) {
      const policy = {
        sim_swapped: 'refuse',
        recycled: 'refuse',
        unknown: 'allow',
        hours: 72,
      } as PhonePolicy;
      for (const part of given.split(/\s+/).filter(Boolean)) {
        const [key = '', value = ''] = part.split('=');
        const verdict = VERDICTS[value];
        if (key === 'hours' && /^[1-9][0-9]{0,3}$/.test(value) && Number(value) <= HOURS_MAX)
          policy.hours = Number(value);
        else if ((key === 'sim_swapped' || key === 'recycled' || key === 'unknown') && verdict !== undefined)
          policy[key] = verdict;
        else throw new ConfigError(`${name} must be like ${fallback}.`);
      }
      return policy;
    },
  };
}

/** Whether anything that an operator says makes a difference, so that it has to be asked. */
export function needsChecking({ sim_swapped, recycled, unknown }: PhonePolicy): boolean {
  return [sim_swapped, recycled, unknown].includes('refuse');
}

/** Why a phone may not do what it asks for, or null. */
export function judgePhone(
  policy: PhonePolicy,
  { sim_swapped, recycled }: PhoneFacts,
): RefusalOf<typeof PHONE_CHECK_REFUSALS> | null {
  if (recycled === true && policy.recycled === 'refuse') return 'number_recycled';
  if (sim_swapped === true && policy.sim_swapped === 'refuse') return 'sim_changed';
  const isUnknown = recycled === null || sim_swapped === null;
  return isUnknown && policy.unknown === 'refuse' ? 'number_not_checked' : null;
}
