import { korean } from '../../format/texts.ts';
import { listsEn } from './lists.en.ts';

export const listsKo = korean(listsEn, {
  'views.title': '보기',
  'views.none': '저장한 보기가 없어요',
  'views.save': '현재 조건 저장',
  'views.save_hint':
    '나에게만 보여요. 같은 이름의 보기가 있으면 바뀌어요. 검색어는 개인정보일 수 있어 저장하지 않아요.',
  'views.name': '이름',
  'views.saved': '‘{{name}}’ 보기로 저장했어요.',
  'views.delete': '보기 삭제',
  'views.delete_one': '삭제',
  'views.delete_of': '{{name}} 삭제',
});
