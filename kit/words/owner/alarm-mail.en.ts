import { english } from '../../format/texts.ts';

/** Mails to a server's staff about what is wrong with it. */
export const alarmMailEn = english({
  'alarm.subject_began': '{{server}}: {{title}}',
  'alarm.subject_began_more': '{{server}}: {{title}}, and {{more}} more',
  'alarm.subject_reminder': '{{server}}: still open: {{count}}',
  'alarm.subject_ended': '{{server}}: resolved: {{title}}',
  'alarm.began': 'New:',
  'alarm.still': 'Still open:',
  'alarm.ended': 'Resolved:',
  'alarm.line': '- {{title}} ({{name}}{{about}}), since {{since, date_time}}',
  'alarm.page': 'What to do is in docs/production/runbooks/{{name}}.md.',
  'alarm.more': '… and {{count}} more.',
  'alarm.footer':
    'This server mails the addresses in ALARM_MAIL_TO when an alarm begins, daily while it lasts, and when it is resolved.',
});
