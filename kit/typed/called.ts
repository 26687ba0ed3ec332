/**
 * What people call each other beside a name, and in place of it. A list says 엄마 or 김 과장님, and neither is on anybody's
 * contract with a mobile operator, so neither is compared with the name that is found there.
 */

/** Relations as words of their own; surnames and given names that sound alike are left out. */
const RELATIONS = [
  '엄마 아빠 어머니 아버지 어무이 아부지 엄니 할머니 할아버지 할매 할배 외할머니 외할아버지 친할머니 친할아버지',
  '이모 큰이모 작은이모 막내이모 이모부 고모 큰고모 작은고모 막내고모 고모부 삼촌 큰삼촌 작은삼촌 막내삼촌 외삼촌 숙모 외숙모',
  '큰아버지 큰어머니 큰아빠 큰엄마 작은아버지 작은어머니 작은아빠 작은엄마 당숙 사촌 사촌형 사촌누나 사촌오빠 사촌언니 사촌동생',
  '형 누나 오빠 언니 큰형 큰누나 큰오빠 큰언니 작은형 작은누나 작은오빠 작은언니 동생 남동생 여동생 막내 막내동생',
  '조카 큰조카 작은조카 아들 큰아들 작은아들 딸 큰딸 작은딸 막내딸 막내아들 며느리 사위 손자 손녀',
  '장인어른 장모 시어머니 시아버지 시누이 시동생 남편 아내 와이프 신랑 여보 당신 처남 처제 처형 형부 매형 매제 제부 형수 제수씨 올케 동서 사돈',
  '친구 선배 후배 쌤 선생 은사 이웃',
  'mom mum mommy mummy mama mother dad daddy papa father grandma granny nana grandmother grandpa grandad granddad grandfather',
  'auntie aunt uncle sister brother sis bro cousin niece nephew daughter husband wife hubby',
]
  .join(' ')
  .split(' ');
const TITLES =
  '님 씨 군 양 귀하 쌤 선생 선생님 사장 사장님 대표 대표님 회장님 부장 부장님 차장님 과장 과장님 대리님 주임님 팀장 팀장님 실장님 이사님 전무님 상무님 본부장님 교수님 원장님 원장 점장님 목사님 기사님 여사 여사님 고객님';

const KNOWN_RELATIONS: ReadonlySet<string> = new Set(RELATIONS);
const KNOWN_TITLES: ReadonlySet<string> = new Set(TITLES.split(' '));
const MINE = /^(?:우리|울|내|나의|my|our)$/i;
const HONORIFIC_NAMES = /^(\p{Script=Hangul}{3,})(?:님|씨)$/u;
/** `홍길동에게`, `엄마한테`, `할머니께`: to whom. No name of two letters or more ends so. */
const TO_WHOM = /^(\p{Script=Hangul}{2,})(?:에게|한테|께)$/u;

/** Whether a word says who somebody is to the buyer: `엄마`, `이모님`, `큰형2`, `Grandma`. */
function isRelation(word: string): boolean {
  const plain = word
    .toLowerCase()
    .replace(/^[([{]+|[)\]},.:;]+$/g, '')
    .replace(/\d$/, '');
  return KNOWN_RELATIONS.has(plain) || KNOWN_RELATIONS.has(plain.replace(/님$/, ''));
}

/**
 * The name in what a line says of a person, without what they are called: `김영희` of `엄마 김영희`, `김영희(엄마)`,
 * `김영희 과장님`, `김영희씨께`. Empty if there is none, as of `우리 엄마` and of `민수 엄마`, who has another name than Minsu.
 */
export function withoutCalled(words: readonly string[]): string {
  const named = words
    .map((word) => TO_WHOM.exec(word)?.[1] ?? word)
    .map((word) => HONORIFIC_NAMES.exec(word)?.[1] ?? word)
    .filter((word) => !(isBracketed(word) && isRelation(word)));
  let from = 0;
  while (isCalled(named[from]) || (MINE.test(named[from] ?? '') && isCalled(named[from + 1]))) from++;
  const rest = named.slice(from);
  while (rest.length > 1 && KNOWN_TITLES.has(rest.at(-1) ?? '')) rest.pop();
  return isCalled(rest.at(-1)) ? '' : rest.join(' ');
}

function isCalled(word: string | undefined): boolean {
  return word !== undefined && isRelation(word);
}

function isBracketed(word: string): boolean {
  return /^[([{<].*[)\]}>]$/.test(word);
}
