import { korean } from '../../format/texts.ts';
import { commonPagesEn } from './common.en.ts';

/** 모든 화면에 나오는 말. */
export const commonPagesKo = korean(commonPagesEn, {
  'common.brand': '선물',
  'common.language': 'English',
  'common.dark': '어둡게',
  'common.light': '밝게',
  'common.log_in': '로그인',
  'common.log_out': '로그아웃',
  'common.login': '아이디',
  'common.password': '비밀번호',
  'common.show_password': '비밀번호 보기',
  'common.cancel': '취소',
  'common.close': '닫기',
  'common.back': '뒤로',
  'common.save': '저장',
  'common.again': '다시 시도',
  'common.loading': '불러오는 중…',
  'common.more': '더 보기',
  'common.skip': '본문으로 바로 가기',
  'common.menu': '메뉴',
  'common.session_over': '로그인이 만료됐어요. 다시 로그인해 주세요.',
  'common.line_down': '서버에 연결할 수 없어요',
  'common.line_down_detail': '입력한 내용은 그대로 있어요. 잠시 뒤에 다시 시도해 주세요.',
  'common.broken': '문제가 생겼어요',
  'common.broken_detail':
    '화면을 보여 드리지 못했어요. 이미 보내거나 결제한 것은 안전해요. 다시 시도하거나 처음으로 돌아가 주세요.',
  'common.required': '필수 항목이에요.',
  'common.page_missing': '없는 화면이에요',
  'common.to_start': '처음으로',
});
