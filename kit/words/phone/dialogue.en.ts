import { join } from '../../format/join.ts';
import { english } from '../../format/texts.ts';

/** The dialogue by text message: what a phone without a browser is answered. */
export const dialogueEn = english({
  'dialogue.pin_prompt': join(
    '[Seonmul] Choose a {{pin_digits}}-digit PIN for your {{shop_name}} gift certificate and reply with it.',
    ' Do not use part of your phone number, or 123456.',
  ),
  'dialogue.name_to_confirm':
    '[Seonmul] This gift is for {{name}}. If that’s not you, reply 2.\n{{question}}',
  'dialogue.not_accepted': '[Seonmul] {{reason}} Nothing has changed.',
  'dialogue.pin_refused': '[Seonmul] {{reason}} Reply with another {{pin_digits}}-digit PIN.',
  'dialogue.pin_again': '[Seonmul] To confirm, reply with the same {{pin_digits}} digits again.',
  'dialogue.pin_differs': '[Seonmul] The PINs did not match. Reply with the {{pin_digits}} digits you want.',
  'dialogue.language_chosen': '[Seonmul] We will text you in English from now on.',
  'dialogue.offer_question':
    '[Seonmul] {{amount, money}} {{shop_name}} gift from {{sender_name}}: reply 1 to accept or 2 to refuse.',
  'dialogue.card_link': '[Seonmul] Add a card to your account: {{link}}',
  'dialogue.stop_question':
    '[Seonmul] To stop all texts from us, reply STOP. A gift that is waiting for you is not refused by that.',
  'dialogue.no_offer': '[Seonmul] No gift is waiting for this number. Reply HELP for help.',
  'dialogue.offer_expired': '[Seonmul] It is too late to accept this gift. The sender gets a refund.',
  'dialogue.already_accepted':
    '[Seonmul] You have already accepted this gift. Reply BALANCE to see your balance.',
  'dialogue.already_refused': '[Seonmul] You have already refused this gift. The sender gets a refund.',
  'dialogue.try_later':
    '[Seonmul] Something went wrong and nothing has changed. Please send your message again in a few minutes.',
  'dialogue.too_many': '[Seonmul] Too many messages. Try again in {{minutes}} minutes.',
  'dialogue.stopped':
    '[Seonmul] You are unsubscribed. We will only text you codes that you request. Reply START to resubscribe.',
  'dialogue.started': '[Seonmul] You are subscribed to text messages again.',
  'dialogue.help': join(
    '[Seonmul] 1: accept. 2: refuse (REFUSE: your message). WHO: the sender. BALANCE:',
    ' your balance. STATUS: gifts you sent. PIN: forgot your PIN. AGAIN: repeat. STOP:',
    ' unsubscribe. KOREAN: in Korean. Never share your PIN.',
  ),
  'dialogue.refuse_question':
    '[Seonmul] Refuse the gift from {{sender_name}}? This cannot be undone. Reply 2 to refuse or 1 to accept.',
  'dialogue.refuse_question_word': join(
    '[Seonmul] Refuse the gift from {{sender_name}} with the message “{{word}}”?',
    ' This cannot be undone. Reply 2 to refuse or 1 to accept.',
  ),
  'dialogue.who_waiting': join(
    '[Seonmul] {{sender_name}} sent you a {{shop_name}} gift certificate worth {{amount, money}}.\n',
    '{{message, quoted_line}}Reply 1 to accept or 2 to refuse.',
  ),
  'dialogue.who': join(
    '[Seonmul] {{sender_name}} sent you a {{shop_name}} gift certificate worth {{amount, money}}.\n',
    '{{message, quoted_line}}Reply BALANCE to see your balance.',
  ),
  'dialogue.pin_forgotten':
    '[Seonmul] To choose a new PIN, get a code sent to this phone, here or at a store:\n{{lines}}',
  'dialogue.status': '[Seonmul] Gifts you sent:\n{{lines}}',
  'dialogue.status_line': '{{recipient}}, {{shop_name}} {{amount, money}}: {{what}}',
  'dialogue.status_none':
    '[Seonmul] No gifts were sent from this number. For certificates you received, reply BALANCE.',
  'dialogue.status_until': '{{state}}, open until {{answer_by, date_time}}',
  'dialogue.status_left': '{{state}}, {{left, money}} left',
  'dialogue.status_why': '{{state}} ({{why}})',
  'dialogue.stranger':
    '[Seonmul] No gift is waiting for this number. Please text us from the phone that got our message.',
  'dialogue.balance': '[Seonmul] Your gift certificates:\n{{lines}}',
  'dialogue.balance_line': '{{shop_name}}: {{remaining, money}}',
  'dialogue.balance_none': '[Seonmul] There are no gift certificates for this number.',
});
