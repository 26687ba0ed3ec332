import { english } from '../../format/texts.ts';

/** Figures day by day: beside those of before, as charts, and as tables. */
export const trendsEn = english({
  'trends.before': 'Yesterday {{yesterday, money}} · a week ago {{week_ago, money}}',
  'trends.before_count': 'Yesterday {{yesterday}} · a week ago {{week_ago}}',
  'trends.in_days': '{{amount, money}} in {{days}} days',
  'trends.empty': 'Nothing in this period yet',
  'trends.says': '{{what}}, {{from, date}} to {{until, date}}. Figures are in the table below.',
  'trends.as_table': 'View as table',
  'trends.day': 'Date',
});
