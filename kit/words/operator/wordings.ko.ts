import { korean } from '../../format/texts.ts';
import { operatorWordingsEn } from './wordings.en.ts';

/** 운영자 콘솔: 메시지 문구. */
export const operatorWordingsKo = korean(operatorWordingsEn, {
  'wordings.intro':
    '구매자와 받는 분께 보내는 문자와 이메일이에요. 전체 상점이나 상점별로 문구를 바꿀 수 있어요. 인증번호 메시지는 기본 문구로만 보내요.',
  'wordings.shop': '상점',
  'wordings.all_shops': '전체 상점',
  'wordings.only_operators': '운영자만 문구를 바꿀 수 있어요.',
});
