import { english } from '../../format/texts.ts';

/** Mails to a server's staff about what is wrong with it. */
export const alarmMailEn = english({
  'alarm.subject_began': '{{server}}: {{title}}',
  'alarm.subject_began_more': '{{server}}: {{title}}, and {{more}} more',
  'alarm.subject_reminder': '{{server}}: not over yet: {{count}}',
  'alarm.subject_ended': '{{server}}: over: {{title}}',
  'alarm.began': 'Began:',
  'alarm.still': 'Still so:',
  'alarm.ended': 'Over:',
  'alarm.line': '- {{title}} ({{name}}{{about}}), since {{since, date_time}}',
  'alarm.page': 'What to do is in docs/production/runbooks/{{name}}.md.',
  'alarm.more': '… and {{count}} more.',
  'alarm.footer':
    'This server mails the addresses in ALARM_MAIL_TO when something begins, daily while it lasts, and when it is over.',
});
