import { sql } from '../../../kit/db/sql.ts';

export const CHANNELS = ['sms', 'email', 'voice'] as const;
export type Channel = (typeof CHANNELS)[number];

/** A channel, and the number (E.164) or mail address that it leads to. */
export type Reach = { channel: Channel; address: string };

/** Where a member can be told something. A member by telephone may have only one of them. */
export type Contact = {
  email: string | null;
  mobile: string | null;
  landline: string | null;
  preferred_channel: Channel;
};

/** The columns of `members` that make a `Contact`. */
export const CONTACT_COLUMNS = sql`email, mobile, landline, preferred_channel`;

/** Whether there is any way to tell a member; to one who closed their account there is none. */
export function isReachable({ email, mobile, landline }: Contact): boolean {
  return email !== null || mobile !== null || landline !== null;
}

/** The ways to tell a member, the preferred one first. */
export function reachesOf({ email, mobile, landline, preferred_channel }: Contact): [Reach, ...Reach[]] {
  const [first, ...more] = [
    ['sms', mobile] as const,
    ['email', email] as const,
    ['voice', landline ?? mobile] as const,
  ]
    .flatMap(([channel, address]): Reach[] => (address === null ? [] : [{ channel, address }]))
    .sort((a, b) => Number(b.channel === preferred_channel) - Number(a.channel === preferred_channel));
  if (first === undefined) throw new Error('A member has no number and no address.');
  return [first, ...more];
}
