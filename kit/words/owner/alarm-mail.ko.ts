import { korean } from '../../format/texts.ts';
import { alarmMailEn } from './alarm-mail.en.ts';

export const alarmMailKo = korean(alarmMailEn, {
  'alarm.subject_began': '{{server}}: {{title}}',
  'alarm.subject_began_more': '{{server}}: {{title}} 외 {{more}}건',
  'alarm.subject_reminder': '{{server}}: 아직 남은 경보 {{count}}건',
  'alarm.subject_ended': '{{server}}: 해결됨: {{title}}',
  'alarm.began': '새로 생긴 경보:',
  'alarm.still': '아직 남은 경보:',
  'alarm.ended': '해결된 경보:',
  'alarm.line': '- {{title}} ({{name}}{{about}}), {{since, date_time}}부터',
  'alarm.page': '할 일은 docs/production/runbooks/{{name}}.md에 있어요.',
  'alarm.more': '… 외 {{count}}건.',
  'alarm.footer':
    'ALARM_MAIL_TO에 적힌 주소로 경보가 생기면 알리고, 계속되면 하루에 한 번 다시 알리고, 해결되면 알려요.',
});
