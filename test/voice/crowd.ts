import { type Door, expectAnswer, textOf } from '../../bin/walkthrough/doors.ts';
import { addCard, CARDS, Mailbox, Phone, type World } from '../../bin/walkthrough/people.ts';
import type { PhoneBuyer } from './dialling.ts';

export type CrowdMember = PhoneBuyer & { mobile: string; door: Door };

const PASSWORD = 'many-voices-at-once-2026';
export const CROWDS_PHONE_PIN = '620483';

/** People who register by the web, prove both addresses, and add a card: each may look up only so many names a day. */
export function aCrowd(world: World, size: number): Promise<CrowdMember[]> {
  return Promise.all(Array.from({ length: size }, (_, i) => register(world, i)));
}

async function register(world: World, i: number): Promise<CrowdMember> {
  const mobile = `0103100${String(1_000 + i)}`;
  const email = `crowd-${i}@example.com`;
  const person = { name: '이달빛', mobile, email, password: PASSWORD, phone_pin: CROWDS_PHONE_PIN };
  const begun = await world.management.post('/v1/members', {
    ...person,
    locale: 'ko',
    preferred_channel: 'email',
  });
  const url = `/v1/members/${textOf(expectAnswer('a registration', begun, 202).body, 'member_id')}/verifications`;
  const prove = async (channel: 'sms' | 'email', message: string) => {
    const code = /인증번호(?:는)? (\d{6})/.exec(message)?.[1];
    return expectAnswer('a code', await world.management.post(url, { channel, code }), 200);
  };
  await prove('sms', await new Phone(world.sandbox, mobile).waitFor(/인증번호 \d{6}/));
  const proven = await prove('email', await new Mailbox(world.sandbox, email).waitFor(/인증번호는 \d{6}/));
  const session = await world.management.post('/v1/sessions', { email, password: PASSWORD });
  const door = world.management.with(textOf(expectAnswer('log-in', session, 201).body, 'session_token'));
  await addCard({ door }, CARDS.approved);
  return {
    member_number: textOf(proven.body, 'member_number'),
    phone_pin: CROWDS_PHONE_PIN,
    mobile,
    door,
  };
}
