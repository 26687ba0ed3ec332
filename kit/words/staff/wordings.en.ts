import { english } from '../../format/texts.ts';

/** How messages are worded, by whoever sends them. */
export const wordingsEn = english({
  'wordings.title': 'Message texts',
  'wordings.locale': 'Language',
  'wordings.message': 'Message',
  'wordings.own': 'Own text',
  'wordings.sms': 'Text message',
  'wordings.mail_subject': 'Email subject',
  'wordings.mail_text': 'Email',
  'wordings.standard': 'Standard text',
  'wordings.use_standard': 'Use the standard text',
  'wordings.insert': 'Insert {{variable}}',
  'wordings.variables': 'Variables: their values are filled in when the message is sent.',
  'wordings.preview': 'Preview, with example values',
  'wordings.unknown': '“{{variable}}” is not a variable of this message. Insert one from the list.',
  'wordings.missing': '“{{variable}}” is missing. Recipients need it.',
  'wordings.kakao':
    'KakaoTalk notification messages must match the template that was registered. Register a changed text with your provider first; until then it goes out as a text message.',
  'wordings.publish': 'Publish',
  'wordings.published': 'Published. It is used from the next message on.',
  'wordings.unchanged': 'Nothing has been changed yet.',
  'wordings.test': 'Send a test',
  'wordings.test_intro': 'Sends the texts above with example values, before you publish them.',
  'wordings.test_sms': 'Mobile number',
  'wordings.test_email': 'Email address',
  'wordings.test_send_sms': 'Send test text',
  'wordings.test_send_email': 'Send test email',
  'wordings.test_sent': 'Test message queued.',
});
