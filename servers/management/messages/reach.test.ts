import { expect, test } from 'vitest';
import { LANDLINE } from '../../../test/builders/outbound-calls.ts';
import { reachesOf } from './reach.ts';

test('a member is reached on the channel they prefer, then on the others', () => {
  const all = { email: 'kim@example.com', mobile: '+821012345678', landline: LANDLINE };
  const channels = (contact: Parameters<typeof reachesOf>[0]) =>
    reachesOf(contact).map(({ channel, address }) => `${channel} ${address}`);
  expect(channels({ ...all, preferred_channel: 'voice' })).toEqual([
    `voice ${LANDLINE}`,
    'sms +821012345678',
    'email kim@example.com',
  ]);
  expect(channels({ ...all, landline: null, preferred_channel: 'sms' })[0]).toBe('sms +821012345678');
  expect(channels({ email: null, mobile: null, landline: LANDLINE, preferred_channel: 'email' })).toEqual([
    `voice ${LANDLINE}`,
  ]);
  expect(() => reachesOf({ email: null, mobile: null, landline: null, preferred_channel: 'sms' })).toThrow(
    'no number and no address',
  );
});
