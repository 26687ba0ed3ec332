import { korean } from '../../format/texts.ts';
import { trendsEn } from './trends.en.ts';

/** 일별 수치: 지난 수치와 나란히, 그래프와 표로. */
export const trendsKo = korean(trendsEn, {
  'trends.before': '어제 {{yesterday, money}} · 지난주 같은 요일 {{week_ago, money}}',
  'trends.before_count': '어제 {{yesterday}}건 · 지난주 같은 요일 {{week_ago}}건',
  'trends.in_days': '최근 {{days}}일 {{amount, money}}',
  'trends.empty': '이 기간에는 아직 내역이 없어요',
  'trends.says': '{{what}}, {{from, date}}부터 {{until, date}}까지. 수치는 아래 표에 있어요.',
  'trends.as_table': '표로 보기',
  'trends.day': '날짜',
});
