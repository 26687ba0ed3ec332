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
  'home.edit_person': '{{name}} 님 즐겨찾기·생일',
  'home.favourite': '즐겨찾기',
  'home.favourite_what': '즐겨찾는 분을 먼저 보여 드려요.',
  'home.birthday_month': '생일 (월)',
  'home.birthday_day': '일',
  'home.not_noted': '선택 안 함',
  'home.remind': '생일 7일 전에 알림 받기',
  'home.remind_what': '1년에 한 번 이메일이나 문자로 알려 드려요. 전화는 하지 않아요.',
  'home.birthday_on': '생일 {{day}}',
  'home.person_saved': '저장했어요.',
  'home.brands': '상점',
  'home.places': '주요 메뉴',
  'home.place_home': '홈',
  'home.place_give': '선물하기',
});
