import { korean } from '../../format/texts.ts';
import { buyerHomeEn } from './home.en.ts';

/** 구매자의 첫 화면과 아래쪽 메뉴. */
export const buyerHomeKo = korean(buyerHomeEn, {
  'home.occasions': '어떤 날인가요?',
  'home.for_birthday': '생일',
  'home.for_thanks': '감사',
  'home.for_congratulations': '축하',
  'home.for_holiday': '명절',
  'home.for_flowers': '응원·위로',
  'home.for_plain': '그냥',
  'home.people': '선물한 적 있는 분',
  'home.give_to': '{{name}} 님({{address}})께 선물하기',
  'home.brands': '상점',
  'home.places': '주요 메뉴',
  'home.place_home': '홈',
  'home.place_give': '선물하기',
});
