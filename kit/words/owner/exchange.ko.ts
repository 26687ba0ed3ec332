import { korean } from '../../format/texts.ts';
import { exchangeEn } from './exchange.en.ts';

/** 서버 담당자끼리 전화로 공개 키를 교환할 때 읽는 말. */
export const exchangeKo = korean(exchangeEn, {
  'exchange.theirs': '{{party}}({{address}})의 지문이에요.',
  'exchange.hidden': '그리고 다섯 자리 더',
  'exchange.ours': '우리 지문이에요. 상대방이 확인해요.',
  'exchange.how':
    '알고 있는 번호로 {{party}} 담당자에게 전화하세요. 상대방이 읽어 주는 숫자 여섯 묶음을 하나씩 비교하세요. 마지막 묶음은 여기에 나오지 않아요. 들은 대로 입력하세요.',
  'exchange.ask': '마지막 숫자 묶음: ',
  'exchange.wrong':
    '받은 내용의 지문과 달라요. 아무것도 바꾸지 않았어요. 두 분 모두 맞게 읽었다면 누군가 중간에서 내용을 바꾼 거예요.',
  'exchange.nothing_new': '{{party}}의 키가 이미 목록에 있어요.',
});
