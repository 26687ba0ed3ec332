/** One call, as the person at the phone takes part in it. */
export type Talk = {
  /** Waits until something like this is said. Returns it. */
  hear(pattern: RegExp): Promise<string>;
  key(keys: string): Promise<unknown>;
  /** Waits for a question, then presses keys. */
  answer(question: RegExp, keys: string): Promise<unknown>;
  /** Hears a question to its end, as a line asks before it takes an agreement, and presses a key. Returns what follows. */
  agree(question: RegExp, key: string, then: RegExp): Promise<string>;
  hangUp(): Promise<void> | void;
};

/** Telephones by number: of the demo, or at the end of a real line. */
export type Telephones = {
  call(from: string): Promise<Talk>;
  /** The next call to a number, picked up. */
  nextCall(to: string): Promise<Talk>;
};

export type Member = { phone: string; member_number: string; phone_pin: string };

const MENU = /선물을 보내시려면 일 번/;
const TEN_DIGITS = /(?:[공일이삼사오육칠팔구][,.\s]*){10}/;
const DIGITS = '공일이삼사오육칠팔구';

/** From the greeting to the menu, past the question for the language that unknown numbers hear. */
async function toMenu(talk: Talk): Promise<void> {
  const first = await talk.hear(/한국어는 일 번|선물을 보내시려면 일 번/);
  if (MENU.test(first)) return;
  await talk.key('1');
  await talk.hear(MENU);
}

/** Somebody without an account calls, is called back, agrees to their name and the terms, and chooses a phone PIN. */
export async function join(phones: Telephones, phone: string, phone_pin: string): Promise<Member> {
  const call = await phones.call(phone);
  await toMenu(call);
  await call.key('6');
  await call.answer(/지금 거신 번호/, '1#');
  await call.hear(/곧 그 번호로 전화드릴게요/);
  await call.hangUp();
  const back = await phones.nextCall(phone);
  await back.answer(/계속하시려면 일 번/, '1');
  await back.agree(/본인이시면 일 번/, '1', /이용약관, 버전 일/);
  await back.agree(/동의하시면 일 번/, '1', /전화 비밀번호를 숫자 여섯 자리로/);
  await back.key(phone_pin);
  await back.answer(/같은 여섯 자리를 한 번 더/, phone_pin);
  const said = TEN_DIGITS.exec(await back.hear(TEN_DIGITS))?.[0] ?? '';
  await back.hear(/마치시려면 전화를 끊어/);
  await back.hangUp();
  const digits = [...said].map((digit) => DIGITS.indexOf(digit)).filter((digit) => digit >= 0);
  return { phone, member_number: digits.join(''), phone_pin };
}

export type Wish = {
  amount: number;
  recipient: string;
  card?: { number: string; expiry: string; code: string };
};

/** A member logs in, keys in a card if they have none, and buys for another number. */
export async function buyByPhone(phones: Telephones, member: Member, wish: Wish): Promise<void> {
  const call = await phones.call(member.phone);
  await toMenu(call);
  await call.key('1');
  await call.answer(/회원번호 열 자리/, member.member_number);
  await call.answer(/전화 비밀번호 여섯 자리/, member.phone_pin);
  if (wish.card !== undefined) {
    await call.answer(/지금 카드를 등록하시려면 일 번/, '1');
    await call.answer(/카드 앞면의 카드번호/, `${wish.card.number}#`);
    await call.answer(/맞으면 일 번/, '1');
    await call.answer(/유효기간을 월 두 자리/, wish.card.expiry);
    await call.answer(/보안 코드/, `${wish.card.code}#`);
    await call.answer(/카드를 등록했어요/, '1');
  }
  await call.answer(/상점을 골라/, '1');
  await call.answer(/금액을 원 단위로/, `${wish.amount}#`);
  await call.answer(/결제하실 카드를/, '1');
  await call.answer(/받는 분의 전화번호/, `${wish.recipient}#`);
  await call.agree(/이분께.*보내시려면 일 번/, '1', /완료됐어요/);
  await call.hangUp();
}

/** The recipient picks up, accepts, and chooses a PIN. */
export async function acceptByPhone(phones: Telephones, phone: string, pin: string): Promise<void> {
  const call = await phones.nextCall(phone);
  await call.answer(/받으시려면 일 번/, '1');
  await call.answer(/비밀번호를 숫자 여섯 자리로/, pin);
  await call.answer(/같은 여섯 자리를 한 번 더/, pin);
  await call.hear(/받으셨어요/);
  await call.hangUp();
}

export async function refuseByPhone(phones: Telephones, phone: string): Promise<void> {
  const call = await phones.nextCall(phone);
  await call.answer(/받으시려면 일 번/, '2');
  await call.answer(/정말 거절하시겠어요/, '2');
  await call.hear(/거절하셨어요/);
  await call.hangUp();
}

/** The next call to a number tells this, and is heard to its end. Returns what was told. */
export async function hearNews(phones: Telephones, phone: string, news: RegExp): Promise<string> {
  const call = await phones.nextCall(phone);
  const told = await call.hear(news);
  await call.hear(/다 들으셨으면 전화를 끊으셔도/);
  await call.hangUp();
  return told;
}

/** A forgotten PIN: the holder asks for a code, is called with it, and chooses another PIN in that call. */
export async function recoverPin(phones: Telephones, phone: string, pin: string): Promise<void> {
  const call = await phones.call(phone);
  await toMenu(call);
  await call.key('5');
  await call.answer(/상품권 비밀번호를 잊으셨으면 일 번/, '1');
  await call.answer(/지금 거신 번호/, '1#');
  await call.hear(/전화를 끊고 기다려/);
  await call.hangUp();
  const code = await phones.nextCall(phone);
  await code.answer(/지금 이 통화에서 새 비밀번호를 정하시려면/, '1');
  await code.answer(/새 비밀번호를 숫자 여섯 자리로/, pin);
  await code.answer(/같은 여섯 자리를 한 번 더/, pin);
  await code.hear(/이제 새 비밀번호를 쓰시면 돼요/);
  await code.hangUp();
}
