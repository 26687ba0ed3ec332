/**
 * What Korean speakers build passwords of, for the estimator, whose own lists know none of it: most type Korean words on
 * a Latin keyboard (`dkssudgktpdy` is 안녕하세요).
 */
const HANGUL =
  `비밀번호 안녕하세요 안녕 사랑해 사랑해요 사랑합니다 사랑 대한민국 한국 서울 부산 대구 인천 광주 대전 제주 감사합니다 고마워
   행복 행복하자 행복해 화이팅 힘내자 돈많이벌자 부자 부자되자 공부하자 열공 취업 합격 우리집 우리가족 가족 엄마 아빠 엄마아빠 아들 딸
   할머니 할아버지 동생 언니 오빠 누나 형 친구 여보 자기야 내사랑 우리아기 아기 강아지 고양이 멍멍이 야옹이 토끼 호랑이 곰돌이 사자 하늘
   바다 구름 햇살 별 달 나무 꽃 장미 무지개 하늘별 천사 악마 바보 멍청이 똥개 짱 최고 대박 행운 선물 선물함 상품권 생일 생일축하 크리스마스
   학교 선생님 회사 은행 통장 카드 삼성 엘지 현대 기아 네이버 카카오 다음 농협 국민 신한 우리 하나 관리자 테스트 시작 인터넷 컴퓨터
   축구 야구 농구 손흥민 방탄소년단 아이유 소녀시대 빅뱅 김치 떡볶이 치킨 맥주 소주 커피 라면 삼겹살 포켓몬 피카츄 둘리 뽀로로
   김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 전 홍 유 고 문 양 손 배 백 허 남 심 노 하 곽 성 차 주 우 구 민 류 나 진 지 엄
   길동 민수 민준 서준 도윤 예준 시우 하준 지호 지후 준서 준우 현우 도현 지훈 건우 우진 선우 서연 서윤 지우 서현 민서 하은 하윤 윤서
   지민 채원 수아 지아 다은 은서 예은 수빈 지윤 소율 예린 지원 소윤 지은 영희 철수 영수 영호 영숙 정숙 순자 영자 미숙 성호 정호 준호
   동현 성민 상우 재현 승현 민지 유진 수진 은지 혜진 지영 미영 은영 현정 은정 소영 보람 하늘 아름 슬기`.split(
    /\s+/,
  );

const INITIALS = 'r R s e E f a q Q t T d w W c z x v g'.split(' ');
const VOWELS = 'k o i O j p u P h hk ho hl y n nj np nl b m ml l'.split(' ');
const FINALS = ' r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g'.split(' ');
const [HANGUL_FIRST, HANGUL_LAST] = [0xac00, 0xd7a3];

/** The Latin keys under which Hangul is typed on a Korean keyboard; everything else stays as it is. */
export function koreanKeys(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      if (code < HANGUL_FIRST || code > HANGUL_LAST) return letter;
      const at = code - HANGUL_FIRST;
      const [initial, vowel, final] = [Math.floor(at / 588), Math.floor((at % 588) / 28), at % 28];
      return `${INITIALS[initial]}${VOWELS[vowel]}${FINALS[final]}`;
    })
    .join('');
}

/** Common passwords of this country, its keyboard and this service. The estimator compares in lower case. */
export const KOREAN_WORDS: readonly string[] = [
  ...HANGUL,
  ...HANGUL.map((word) => koreanKeys(word).toLowerCase()),
  ...'seonmul gift giftcard giftcertificate korea seoul samsung naver kakao qwer asdf zxcv qwe123 1q2w3e4r'.split(
    ' ',
  ),
];
