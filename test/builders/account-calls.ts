import { expect } from 'vitest';
import { sql } from '../../kit/db/sql.ts';
import { nationalDigits } from '../../kit/phone.ts';
import { openText } from '../../kit/sealed-text.ts';
import { SUBSCRIBER, type TestManagement } from './management.ts';
import { aManagementWithPhoneLine, answerCall, LANDLINE } from './outbound-calls.ts';
import { aCallFrom, type PhoneCall } from './phone-call.ts';

/** The phone of the test's member. */
export const BUYER = '+821012345678';

/** Management with a phone line, and an operator that knows the names behind a landline and a mobile. */
export async function aManagementToJoin(): Promise<TestManagement> {
  const management = await aManagementWithPhoneLine();
  management.context.carriers.lookUpName = async (phone) => {
    if (phone === LANDLINE) return { kind: 'found', name: '이순자' };
    return phone === SUBSCRIBER.phone ? { kind: 'found', name: SUBSCRIBER.name } : { kind: 'not_found' };
  };
  return management;
}

/** Asks to be called back about an account, as a caller from any phone may. */
export async function askForCallBack(
  management: TestManagement,
  phone: string,
  from: string | null = null,
): Promise<PhoneCall> {
  const caller = await aCallFrom(management, from);
  await caller.keys('1', '6', phone.startsWith('+') ? nationalDigits(phone) : phone);
  return caller;
}

/** The account's phone rings and is answered. */
export async function calledBack(management: TestManagement, phone: string): Promise<PhoneCall> {
  await (await askForCallBack(management, phone)).hangUp();
  management.pass(10_000);
  return answerCall(management);
}

/** What is queued for a channel, and what it says. */
export async function toldBy(
  { context }: TestManagement,
  channel: string,
): Promise<{ kind: string; address: string; vars: string }[]> {
  const found = await sql<{ message_id: string; kind: string; address: string; vars_sealed: Buffer }>`
    select message_id, kind, address, vars_sealed from messages
    where channel = ${channel} and vars_sealed is not null order by message_id`.execute(context.db);
  return found.rows.map(({ message_id, kind, address, vars_sealed }) => ({
    ...{ kind, address },
    vars: openText(context, message_id, vars_sealed),
  }));
}

const DIGIT = '[공일이삼사오육칠팔구]';

/** Somebody hears this member number, twice. */
export function expectNumberTwice(heard: string, number: string | null | undefined): void {
  const digits = [...String(number)].map((digit) => '공일이삼사오육칠팔구'[Number(digit)]).join('');
  const spoken = `${digits.slice(0, 3)}, ${digits.slice(3, 6)}, ${digits.slice(6)}`;
  const told = heard.matchAll(new RegExp(`(?:^|\\s)(${DIGIT}{3}, ${DIGIT}{3}, ${DIGIT}{4})\\.`, 'g'));
  expect([...told].map(([, each]) => each)).toEqual([spoken, spoken]);
}
