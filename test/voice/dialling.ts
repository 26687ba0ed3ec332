import type { Call } from './phone/call.ts';

export type PhoneBuyer = { member_number: string; phone_pin: string };
export type Wish = { shop: number; amount: number; recipient: string };

/** To the menu, through the choice of language that unknown numbers are asked for. */
export async function toMenu(call: Call): Promise<void> {
  const first = await call.hear(/한국어는 일 번|선물을 보내시려면/);
  if (!first.includes('한국어는')) return;
  await call.key('1');
  await call.hear(/선물을 보내시려면/);
}

/** From the menu to the read-back, hearing every question before answering it. Returns the read-back. */
export async function orderByPhone(call: Call, buyer: PhoneBuyer, wish: Wish): Promise<string> {
  await call.key('1');
  await call.answer(/회원번호 열 자리/, buyer.member_number);
  await call.answer(/전화 비밀번호 여섯 자리/, buyer.phone_pin);
  await call.answer(/상점을 골라/, String(wish.shop));
  await call.answer(/금액을 원 단위로/, `${wish.amount}#`);
  await call.answer(/결제하실 카드를/, '1');
  await call.answer(/받는 분의 전화번호/, `${wish.recipient}#`);
  return call.hear(/이름을 확인해 주세요/);
}

/** Confirms a read-back. A key before its end does not count, and the read-back is repeated. */
export async function confirmByPhone(call: Call): Promise<string> {
  for (;;) {
    await call.hear(/보내시려면 일 번/);
    await call.quiet();
    await call.key('1');
    const answer = await call.hear(/완료됐어요|주문을 받았어요|이름을 확인해 주세요/);
    if (!/이름을 확인해 주세요/.test(answer)) return answer;
  }
}

/** The recipient's call, from the offer to hanging up. */
export async function acceptByPhone(call: Call, pin: string): Promise<void> {
  await call.hear(/상품권.*보내셨어요/);
  await call.answer(/받으시려면 일 번/, '1');
  await call.answer(/비밀번호를 숫자 여섯 자리로/, pin);
  await call.answer(/같은 여섯 자리를 한 번 더/, pin);
  await call.hear(/받으셨어요/);
  call.hangUp();
}
