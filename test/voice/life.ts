import { expect } from 'vitest';
import { expectAnswer } from '../../bin/walkthrough/doors.ts';
import { open, redeem } from '../../bin/walkthrough/gift.ts';
import {
  acceptByPhone,
  buyByPhone,
  hearNews,
  join,
  recoverPin,
  refuseByPhone,
  type Talk,
  type Telephones,
} from '../../bin/walkthrough/landline-life.ts';
import { CARDS, CAST } from '../../bin/walkthrough/people.ts';
import type { Call } from './phone/call.ts';
import { HELLO } from './phone/sounds.ts';
import type { Stage } from './stage.ts';

const PHONE_PIN = '604917';
const FIRST_PIN = '718293';
const PIN = '830471';
export const LIFE_CARD = CARDS.approved;
/** Keyed in during this life; none may be in a log or in the text of a sound. */
export const LIFE_SECRETS = [PHONE_PIN, FIRST_PIN, PIN, LIFE_CARD];

/** Two people with nothing but a telephone on the wall, from joining to the refund of a refused gift. */
export async function liveOnLandlines(stage: Stage): Promise<void> {
  const phones = scriptedPhones(stage);
  for (const { phone } of [CAST.landline, CAST.secondLandline])
    stage.exchange.tell(phone, { kind: 'answers', says: HELLO });
  const buyer = await join(phones, CAST.landline.phone, PHONE_PIN);
  expect(buyer.member_number).toMatch(/^[0-9]{10}$/);
  const recipient = CAST.secondLandline.phone;
  const card = { number: LIFE_CARD, expiry: '1290', code: '123' };
  await buyByPhone(phones, buyer, { amount: 34_000, recipient, card });
  await acceptByPhone(phones, recipient, FIRST_PIN);
  await hearNews(phones, buyer.phone, /받으셨어요|받았어요/);
  await recoverPin(phones, recipient, PIN);
  const opened = await open(stage.terminal, recipient, PIN);
  expectAnswer('the use', await redeem(stage.terminal, opened, 12_000), 201);
  await hearNews(phones, recipient, /만 이천 원/);
  await hearNews(phones, buyer.phone, /만 이천 원/);
  await buyByPhone(phones, buyer, { amount: 21_000, recipient });
  await refuseByPhone(phones, recipient);
  await hearNews(phones, buyer.phone, /이만 천 원.*환불|환불.*이만 천 원/);
}

function scriptedPhones(stage: Stage): Telephones {
  return {
    call: async (from) => talkOf(await stage.call(from)),
    nextCall: async (to) => talkOf(await stage.exchange.nextCall(to)),
  };
}

function talkOf(call: Call): Talk {
  return {
    hear: (pattern) => call.hear(pattern),
    key: (keys) => call.key(keys),
    answer: (question, keys) => call.answer(question, keys),
    async agree(question, key, then) {
      const either = new RegExp(`${then.source}|${question.source}`);
      await call.hear(question);
      // A key before the end of the speech does not count, and the question is repeated.
      for (;;) {
        await call.quiet();
        await call.key(key);
        const heard = await call.hear(either);
        if (then.test(heard)) return heard;
      }
    },
    hangUp: () => call.hangUp(),
  };
}
